package slack

import (
	"regexp"
	"strings"
)

// entity is markup in a message, with the space behind it, which goes when nothing is left of the entity.
var entity = regexp.MustCompile(`<([^<>]*)>( ?)`)

var unescape = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")

// words is what a person wrote, as it is read on the screen.
type words struct {
	text   string
	us     bool // it mentions the bot, which is left out of the text
	others bool // it mentions other people
}

// read decodes the text of a message; us is the bot's user id.
func read(text, us string) words {
	var w words
	text = entity.ReplaceAllStringFunc(text, func(found string) string {
		parts := entity.FindStringSubmatch(found)
		said := w.entity(parts[1], us)
		if said == "" {
			return ""
		}
		return said + parts[2]
	})
	w.text = strings.TrimSpace(unescape.Replace(text))
	return w
}

// entity returns what is read in the place of the inside of an entity.
func (w *words) entity(inside, us string) string {
	target, label, _ := strings.Cut(inside, "|")
	id, isPerson := strings.CutPrefix(target, "@")
	switch {
	case isPerson && id == us:
		w.us = true
		return ""
	case isPerson:
		w.others = true
		return sign("@", label)
	case strings.HasPrefix(target, "#"):
		return sign("#", label)
	case strings.HasPrefix(target, "!date^"):
		return label
	case strings.HasPrefix(target, "!"):
		w.others = true
		return ""
	case label != "":
		return label
	}
	return target
}

// sign puts a sign before a name that lacks it.
func sign(sign, name string) string {
	if name == "" {
		return ""
	}
	return sign + strings.TrimPrefix(name, sign)
}
