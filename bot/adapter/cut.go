package adapter

import (
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Weights are what the parts of a line weigh in a chat, at the most.
type Weights struct {
	Piece int                                // whatever a piece of a line takes besides
	Ink   int                                // of each ink, besides its link and its words
	Link  func(address string) int           // besides the words that lead there
	Rune  func(r rune, hidden, was bool) int // of a character; was tells whether the one before it in its ink is hidden
	Leads bool                               // white space begins a piece rather than ends it, where the chat takes it away
}

// Of returns the weight of a line that is not cut.
func (w Weights) Of(l Line) int {
	sum := w.weigh(l).sum
	return sum[len(sum)-1]
}

// Cut returns the pieces of a line, which put together are the line, none heavier than
// most. It is cut where reading stops, and inside a character only where that alone weighs
// more.
func (w Weights) Cut(l Line, most int) []Line {
	words := l.Words()
	s := w.weigh(l)
	most -= w.Piece + s.link // a piece repeats these where it starts inside an ink
	var pieces []Line
	for start := 0; start < len(words); {
		end := s.end(words, start, most)
		pieces = append(pieces, l.slice(start, end))
		start = end
	}
	return pieces
}

// Clip returns words of which no more than so many UTF-16 units are seen, cut as Cut does and
// with an ellipsis where that is not all.
func Clip(words string, most int) string {
	if Length(words) <= most {
		return words
	}
	end := plain.weigh(Line{{Words: words}}).end(words, 0, most-Length(Ellipsis))
	return strings.TrimSpace(words[:end]) + Ellipsis
}

// plain weighs what is shown as it is.
var plain = Weights{Rune: func(r rune, _, _ bool) int { return utf16.RuneLen(r) }, Leads: true}

// Ellipsis stands where something goes on that is not shown.
const Ellipsis = "…"

// Where a line may be cut: the later in this list, the better.
const (
	inWhole     = iota // inside what is to be whole
	atCharacter        // after what a reader takes for a character
	atWord
	atSentence
	atParagraph
	places
)

// A scale holds what the words of a line weigh.
type scale struct {
	sum    []int  // by offset: the weight of the words before it
	inside []bool // by offset: it is inside an ink that is to be whole
	link   int    // the weight of the longest link
	leads  bool
}

func (w Weights) weigh(l Line) scale {
	n := len(l.Words())
	s := scale{sum: make([]int, n+1), inside: make([]bool, n+1), leads: w.Leads}
	at, sum := 0, 0
	for _, i := range l {
		link := 0
		if i.Link != "" {
			link = w.Link(i.Link)
		}
		s.link = max(s.link, link)
		sum += w.Ink + link
		was := false
		for k, r := range i.Words {
			s.sum[at+k], s.inside[at+k] = sum, i.Whole && k > 0
			hidden := HiddenAt(i.Words, k, r)
			sum += w.Rune(r, hidden, was)
			was = hidden
		}
		at += len(i.Words)
	}
	s.sum[n] = sum
	return s
}

// end returns where a piece of at most a weight ends that starts at an offset.
func (s scale) end(words string, start, most int) int {
	var last [places]int // of each kind of place, the last that still fits
	at, seen, state, rest := start, start, -1, words[start:]
	for rest != "" {
		var character string
		var boundaries int
		character, rest, boundaries, state = uniseg.StepString(rest, state)
		next := at + len(character)
		if s.sum[next]-s.sum[start] > most {
			break
		}
		at = next
		if !s.leads || strings.TrimSpace(character) != "" {
			seen = at
		}
		last[s.place(seen, character, boundaries)] = seen
	}
	switch at {
	case len(words):
		return at
	case start:
		return s.endInside(words, start, most)
	}
	for place := places - 1; place > inWhole; place-- {
		if last[place]-start > (at-start)/2 {
			return last[place]
		}
	}
	if outside := slices.Max(last[atCharacter:]); outside > start {
		return outside
	}
	if seen > start {
		return seen
	}
	return at // blanks alone
}

// place returns what kind of place a line has at an offset, after which a character ends.
func (s scale) place(at int, character string, boundaries int) int {
	switch {
	case s.inside[at]:
		return inWhole
	case strings.HasSuffix(character, "\n"):
		return atParagraph
	case boundaries&uniseg.MaskSentence != 0:
		return atSentence
	case boundaries&uniseg.MaskLine != uniseg.LineDontBreak:
		return atWord
	}
	return atCharacter
}

// endInside is end where the first character, with all that combines with it, is too heavy.
func (s scale) endInside(words string, start, most int) int {
	_, size := utf8.DecodeRuneInString(words[start:])
	at := start + size
	for at < len(words) {
		_, size := utf8.DecodeRuneInString(words[at:])
		if s.sum[at+size]-s.sum[start] > most {
			break
		}
		at += size
	}
	return at
}
