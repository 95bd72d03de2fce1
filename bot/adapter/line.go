package adapter

import (
	"net/url"
	"strings"
	"unicode/utf16"

	"verbatim/bot"
)

// Ink is words in one look.
type Ink struct {
	Words string
	Bold  bool
	Code  bool
	Whole bool   // is kept in one piece where it can be
	Link  string // the web address that the words lead to, if any
}

// A Line is what is read in one go, in its looks. What is hidden in its words is still so.
type Line []Ink

// Words returns all words of a line.
func (l Line) Words() string {
	var b strings.Builder
	for _, i := range l {
		b.WriteString(i.Words)
	}
	return b.String()
}

// slice returns the part of l that stands between two offsets of its words.
func (l Line) slice(start, end int) Line {
	var part Line
	for _, i := range l {
		from, to := max(start, 0), min(end, len(i.Words))
		start, end = start-len(i.Words), end-len(i.Words)
		if from < to {
			i.Words = i.Words[from:to]
			part = append(part, i)
		}
	}
	return part
}

// Say returns the ink of words other than a quote's, on one line.
func Say(words string) Ink {
	return Ink{Words: strings.TrimSpace(oneLine.Replace(strings.ToValidUTF8(words, "\uFFFD")))}
}

var oneLine = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// HiddenAt reports whether the character r at an offset of words is to be shown by its
// number. Line ends and tabs are seen as such.
func HiddenAt(words string, at int, r rune) bool {
	switch r {
	case '\n', '\t':
		return false
	case '\r':
		return !strings.HasPrefix(words[at:], "\r\n")
	}
	return bot.Hidden(r)
}

// Length returns how many UTF-16 units a text has: what a chat counts where it counts most.
func Length(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// WebAddress returns what an address says where it is one that a browser opens and in which
// nothing is hidden; false for any other.
func WebAddress(s string) (u *url.URL, ok bool) {
	u, err := url.Parse(s)
	ok = err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") &&
		!strings.ContainsFunc(s, func(r rune) bool { return r == ' ' || bot.Hidden(r) })
	return u, ok
}

// Quotations returns how many quotations a reply has.
func Quotations(r bot.Reply) (n int) {
	for _, b := range r.Blocks {
		if IsQuotation(b) {
			n++
		}
	}
	return n
}

// IsQuotation reports whether a block is a quotation.
func IsQuotation(b bot.Block) bool {
	_, is := b.(bot.Quotation)
	return is
}
