package discord

import (
	"regexp"
	"strconv"
	"strings"
	"time"
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
}

// reader decodes texts.
type reader struct {
	us     string                        // the bot, as a user
	person func(id string) (name string) // empty where it is not known
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
		w.others = true
		if name := r.person(id); kind != "@&" && name != "" {
			return "@" + name
		}
		return ""
	case kind == "#":
		return "" // Discord does not tell its name
	case kind == "t:":
		return moment(id)
	case strings.HasPrefix(kind, "/"):
		return strings.TrimSuffix(kind, ":")
	}
	return strings.TrimPrefix(kind, "a")
}

// moment writes a time, in Unix seconds, as a date.
func moment(seconds string) string {
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return ""
	}
	return time.Unix(n, 0).UTC().Format("2 January 2006")
}
