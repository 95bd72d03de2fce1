package discord

import (
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// ink is words in one look.
type ink struct {
	words string
	bold  bool
	code  bool
	plain bool   // is read for no markdown
	whole bool   // is kept in one piece where it can be
	link  string // the web address that the words lead to, if any
}

// A line is what is read in one go, in its looks. What is hidden in its words is still so.
type line []ink

// The weight of a text is the UTF-16 units of markdown that it takes at most.
const (
	hiddenWeight = len("\\<U+10FFFF\\>") // in a link; in code it is less
	runWeight    = len("````") + len("****")
	endWeight    = len("> ") + len("****")
	frame        = len("> ") + len("****") + hiddenWeight // what a piece may take besides
)

// Where a line may be cut: the later in this list, the better.
const (
	inWhole     = iota // inside what is to be whole
	atCharacter        // after what a reader takes for a character
	atWord
	atSentence
	atParagraph
	places
)

// cut returns the pieces of a line, which put together are the line, none longer than most
// as markdown. It is cut where reading stops, and inside a character only where that alone
// is longer. White space begins a piece rather than ends it, where Discord would take it away.
func cut(l line, most int) []line {
	words := l.words()
	s := weigh(l)
	most -= frame + s.link // a piece repeats these where it starts inside an ink
	var pieces []line
	for start := 0; start < len(words); {
		end := s.end(words, start, most)
		pieces = append(pieces, l.slice(start, end))
		start = end
	}
	return pieces
}

func (l line) words() string {
	var b strings.Builder
	for _, i := range l {
		b.WriteString(i.words)
	}
	return b.String()
}

// slice returns the part of l that stands between two offsets of its words.
func (l line) slice(start, end int) line {
	var part line
	for _, i := range l {
		from, to := max(start, 0), min(end, len(i.words))
		start, end = start-len(i.words), end-len(i.words)
		if from < to {
			i.words = i.words[from:to]
			part = append(part, i)
		}
	}
	return part
}

// A scale holds what the words of a line weigh.
type scale struct {
	sum    []int  // by offset: the weight of the words before it
	inside []bool // by offset: it is inside an ink that is to be whole
	link   int    // the weight of the longest link
}

func weigh(l line) scale {
	words := l.words()
	s := scale{make([]int, len(words)+1), make([]bool, len(words)+1), 0}
	at, sum := 0, 0
	for _, i := range l {
		link := 0
		if i.link != "" {
			link = len("[]()") + len(i.link)
		}
		s.link = max(s.link, link)
		sum += link + len("****")
		wasHidden := false
		for k, r := range i.words {
			s.sum[at+k], s.inside[at+k] = sum, i.whole && k > 0
			isHidden := hiddenAt(words, at+k, r) && !i.plain
			if isHidden && !wasHidden {
				sum += runWeight
			}
			sum += i.weight(r, isHidden)
			wasHidden = isHidden
		}
		at += len(i.words)
	}
	s.sum[len(words)] = sum
	return s
}

// weight returns what a character takes at most.
func (i ink) weight(r rune, hidden bool) int {
	switch {
	case i.plain:
		return utf16.RuneLen(r)
	case hidden:
		return hiddenWeight
	case r == '\n':
		return len("\n") + endWeight
	case couldAct(r):
		return len("\\") + 1
	}
	return utf16.RuneLen(r)
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
		if strings.TrimSpace(character) != "" {
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
