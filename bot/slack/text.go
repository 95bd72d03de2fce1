package slack

import (
	"regexp"
	"strings"

	"verbatim/bot"
)

// entity is markup in a message, with the space behind it, which goes when nothing is left of the entity.
var entity = regexp.MustCompile(`<([^<>]*)>( ?)`)

var unescape = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")

// words is what a person wrote, as it is read on the screen.
type words struct {
	text   string
	us     bool // it mentions the bot, which is left out of the text
	others bool // it mentions other people

	mentioned []bot.Mention // those of them whom a name is of, and groups
}

// read decodes the text of a message; us is the bot's user id.
func read(text, us string) words { return readAs(text, us, false) }

// readLinks is read where a link is told by its address and not by its label.
func readLinks(text, us string) words { return readAs(text, us, true) }

func readAs(text, us string, links bool) words {
	var w words
	text = entity.ReplaceAllStringFunc(text, func(found string) string {
		parts := entity.FindStringSubmatch(found)
		said := w.entity(parts[1], us, links)
		if said == "" {
			return ""
		}
		return said + parts[2]
	})
	w.text = strings.TrimSpace(unescape.Replace(text))
	return w
}

// entity returns what is read in the place of the inside of an entity.
func (w *words) entity(inside, us string, links bool) string {
	target, label, _ := strings.Cut(inside, "|")
	id, isPerson := strings.CutPrefix(target, "@")
	switch {
	case isPerson && id == us:
		w.us = true
		return ""
	case isPerson:
		w.others = true
		w.mentioned = append(w.mentioned, bot.Mention{ID: id, Name: strings.TrimPrefix(label, "@")})
		return sign("@", label)
	case strings.HasPrefix(target, "#"):
		return sign("#", label)
	case strings.HasPrefix(target, "!date^"):
		return label
	case strings.HasPrefix(target, "!"):
		w.others = true
		w.group(target, label)
		return ""
	case links:
		return target
	case label != "":
		return label
	}
	return target
}

// group notes a user group that is mentioned; what else begins with ! is none.
func (w *words) group(target, label string) {
	if id, is := strings.CutPrefix(target, "!subteam^"); is {
		w.mentioned = append(w.mentioned, bot.Mention{ID: id, Name: strings.TrimPrefix(label, "@"), Group: true})
	}
}

// sign puts a sign before a name that lacks it.
func sign(sign, name string) string {
	if name == "" {
		return ""
	}
	return sign + strings.TrimPrefix(name, sign)
}
