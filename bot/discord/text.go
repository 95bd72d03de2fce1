package discord

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"verbatim/bot"
)

// markup is what stands between angle brackets in a message, with the space behind it, which
// goes when nothing is left of the markup.
var markup = regexp.MustCompile(`<(@[!&]?|#|a?:\w+:|t:|/[^:<>]{1,100}:)(-?\d{1,20})(:[a-zA-Z])?>( ?)`)

// suppressed is a link of which no preview is wanted.
var suppressed = regexp.MustCompile(`<(https?://[^\s<>]+)>`)

// words is what a person wrote, as it is read on the screen.
type words struct {
	text   string
	us     bool // it mentions the bot, which is left out of the text
	others bool // it mentions other people

	mentioned []bot.Mention // whom it mentions, but for the bot
}

// reader decodes texts.
type reader struct {
	us     string                        // the bot, as a user
	person func(id string) (name string) // empty where it is not known
	role   func(id string) (name string) // so is this
}

// read decodes the text of a message.
func (r reader) read(text string) words {
	var w words
	text = markup.ReplaceAllStringFunc(text, func(found string) string {
		parts := markup.FindStringSubmatch(found)
		said := r.markup(&w, parts[1], parts[2])
		if said == "" {
			return ""
		}
		return said + parts[4]
	})
	w.text = strings.TrimSpace(suppressed.ReplaceAllString(text, "$1"))
	return w
}

// markup returns what is read in the place of markup.
func (r reader) markup(w *words, kind, id string) string {
	switch {
	case strings.HasPrefix(kind, "@") && kind != "@&" && id == r.us:
		w.us = true
		return ""
	case strings.HasPrefix(kind, "@"):
		return r.mention(w, bot.Mention{ID: id, Group: kind == "@&"})
	case kind == "#":
		return "" // Discord does not tell its name
	case kind == "t:":
		return moment(id)
	case strings.HasPrefix(kind, "/"):
		return strings.TrimSuffix(kind, ":")
	}
	return strings.TrimPrefix(kind, "a")
}

// mention notes who is mentioned, and returns the name; nothing where that is not known.
func (r reader) mention(w *words, m bot.Mention) string {
	if m.Name = r.person(m.ID); m.Group {
		m.Name = strings.TrimPrefix(r.role(m.ID), "@")
	}
	w.others, w.mentioned = true, append(w.mentioned, m)
	if m.Name == "" {
		return ""
	}
	return "@" + m.Name
}

// moment writes a time, in Unix seconds, as a date.
func moment(seconds string) string {
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return ""
	}
	return time.Unix(n, 0).UTC().Format("2 January 2006")
}
