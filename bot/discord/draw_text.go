package discord

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// visible returns words for a place where Discord reads no markdown: a label, an author, a footer.
func visible(words string) string { return bot.Visible(adapter.Say(words).Words) }

// markdown returns a line as it is written for Discord to show it, with a prefix before
// each of its lines. What is hidden in it becomes code, as in `U+202E`: the backticks of
// the words themselves are escaped.
func markdown(l line, prefix string) string {
	w := writer{words: l.Words(), prefix: prefix}
	w.WriteString(prefix)
	at := 0
	for _, i := range l {
		w.ink(i, at)
		at += len(i.Words)
	}
	w.flush()
	return w.String()
}

// A writer writes markdown.
type writer struct {
	strings.Builder
	words  string // all that is written
	prefix string
	line   lineStart
	hidden string // what is hidden and not yet written: two pieces of code side by side would be none
}

func (w *writer) flush() {
	if w.hidden != "" {
		w.WriteString("`" + numbered(w.hidden) + "`")
		w.hidden = ""
	}
}

// ink writes an ink that stands at an offset of the words.
func (w *writer) ink(i ink, at int) {
	switch {
	case i.Words == "":
	case i.Link != "":
		w.flush()
		seen := bot.Visible(i.Words)
		w.WriteByte('[')
		w.escape(seen, 0, len(seen))
		w.WriteString("](" + i.Link + ")")
	case i.Code:
		w.flush()
		w.WriteString("`" + bot.Visible(i.Words) + "`")
		w.line = past
	default:
		for end := at + len(i.Words); at < end; {
			next := at + w.runLength(at, end)
			w.run(at, next, i.Bold)
			at = next
		}
	}
}

// run writes a run of one kind: a line end, hidden characters, or what is seen.
func (w *writer) run(from, to int, bold bool) {
	run := w.words[from:to]
	first, _ := utf8.DecodeRuneInString(run)
	if w.hides(from, first) {
		w.hidden += run
		return
	}
	w.flush()
	switch {
	case first == '\n':
		w.WriteString("\n" + w.prefix)
		w.line = atStart
	case bold && strings.TrimSpace(run) != "":
		// Not every app takes a mark with a space inside it for one.
		start := to - len(strings.TrimLeftFunc(run, unicode.IsSpace))
		end := from + len(strings.TrimRightFunc(run, unicode.IsSpace))
		w.WriteString(w.words[from:start] + "**")
		w.escape(w.words, start, end)
		w.WriteString("**" + w.words[end:to])
	default:
		w.escape(w.words, from, to)
	}
}

// runLength returns how long the run is that starts at an offset and ends before another.
func (w *writer) runLength(at, end int) int {
	first, size := utf8.DecodeRuneInString(w.words[at:])
	hidden := w.hides(at, first)
	if first == '\n' && !hidden {
		return size
	}
	for k, r := range w.words[at:end] {
		if is := w.hides(at+k, r); is != hidden || r == '\n' && !is {
			return k
		}
	}
	return end - at
}

// hides reports whether the character r at an offset has to be shown by its number: also
// white space at the end of a quote, which Discord takes away.
func (w *writer) hides(at int, r rune) bool {
	return adapter.HiddenAt(w.words, at, r) || w.prefix != "" && unicode.IsSpace(r) && at+utf8.RuneLen(r) == len(w.words)
}

func numbered(words string) string {
	var numbers []string
	for _, r := range words {
		numbers = append(numbers, fmt.Sprintf("U+%04X", r))
	}
	return strings.Join(numbers, " ")
}

const longestLink = 2048 // Discord's limit

// webAddress returns an address as Discord takes it for a link, in ASCII and without what
// would end a link in markdown; nothing where it is none, which would have the post refused.
func webAddress(s string) string {
	u, ok := adapter.WebAddress(s)
	if !ok {
		return ""
	}
	host, err := asciiHost(u)
	if err != nil {
		return ""
	}
	u.Host = host
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		if c >= utf8.RuneSelf || strings.IndexByte("()<>\\^`{|}\"'*", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	if b.Len() > longestLink {
		return ""
	}
	return b.String()
}

// linkable reports whether Discord makes a link of words: not of brackets, nor of what
// could pass for another address.
func linkable(words string) bool {
	lower := strings.ToLower(words)
	return words != "" && !strings.ContainsAny(lower, "[]") &&
		!strings.Contains(lower, "://") && !strings.Contains(lower, "discord.")
}

// asciiHost returns the host of an address as browsers ask for it, with its port.
func asciiHost(u *url.URL) (string, error) {
	if !strings.ContainsFunc(u.Host, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return u.Host, nil
	}
	name, err := idna.Lookup.ToASCII(u.Hostname())
	if port := u.Port(); port != "" {
		name += ":" + port
	}
	return name, err
}
