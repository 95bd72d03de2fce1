package discord

import (
	"strings"
	"unicode"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/adapter"
)

// A backslash before a character that is neither a letter nor a digit makes Discord show
// that character and nothing else. It stands before all that could begin markup or an
// address, and nowhere else: where the markdown is read as it is, it stays readable.
const acting = "\\`*_~|<>[]@/"

// Only where a line begins these make headings and lists: a number before the last two.
const (
	actingAtStart     = "#-+"
	actingAfterNumber = ".)"
)

// A lineStart tells what a line holds so far.
type lineStart int

const (
	atStart  lineStart = iota // blanks
	inNumber                  // blanks and digits
	past                      // more
)

// after returns what a line holds with one character more.
func (s lineStart) after(r rune) lineStart {
	switch {
	case r == '\n':
		return atStart
	case s == atStart && unicode.IsSpace(r):
		return atStart
	case s != past && '0' <= r && r <= '9':
		return inNumber
	}
	return past
}

// escape writes a range of words so that it can act no more.
func (w *writer) escape(words string, from, to int) {
	for at, r := range words[from:to] {
		if acts(r, w.line, words[from+at:]) {
			w.WriteByte('\\')
		}
		w.WriteRune(r)
		w.line = w.line.after(r)
	}
}

// acts reports whether r could act, which stands at the beginning of rest.
func acts(r rune, start lineStart, rest string) bool {
	switch {
	case strings.ContainsRune(acting, r):
		return true
	case strings.ContainsRune(actingAtStart, r):
		return start == atStart
	case strings.ContainsRune(actingAfterNumber, r):
		return start == inNumber
	case r == ':':
		return namesEmoji(rest[1:])
	}
	return false
}

// namesEmoji reports whether what follows a colon could be the name of an emoji, up to
// another colon, or of the tone of one.
func namesEmoji(rest string) bool {
	end := strings.IndexFunc(rest, func(r rune) bool { return r == ':' || unicode.IsSpace(r) })
	return end >= 0 && rest[end] == ':'
}

// couldAct reports whether a character may be escaped.
func couldAct(r rune) bool {
	return r == ':' || strings.ContainsRune(acting+actingAtStart+actingAfterNumber, r)
}

// embedLength returns what Discord counts of an embed.
func embedLength(e *discordgo.MessageEmbed) int {
	n := adapter.Length(e.Title) + adapter.Length(e.Description)
	if e.Author != nil {
		n += adapter.Length(e.Author.Name)
	}
	if e.Footer != nil {
		n += adapter.Length(e.Footer.Text)
	}
	for _, f := range e.Fields {
		n += adapter.Length(f.Name) + adapter.Length(f.Value)
	}
	return n
}
