package terminal

import (
	"iter"
	"strings"

	"github.com/rivo/uniseg"

	"verbatim/answer/text"
)

// wrap returns the lines of s at a width in columns, broken where Unicode allows it
// (UAX #14), and inside a word only when that is wider than a line. White space at
// the end of a line belongs to none. Width 0 is a line of any length.
func wrap(s string, width int) []text.Span {
	if width <= 0 {
		return []text.Span{{Start: 0, End: len(s)}}
	}
	lines, columns := []text.Span{{}}, 0
	for p := range pieces(s, width) {
		if columns > 0 && columns+p.width > width {
			lines, columns = append(lines, text.Span{Start: p.Start}), 0
		}
		lines[len(lines)-1].End = p.End
		columns += p.width + p.gap
	}
	return lines
}

// A piece of a text stands on one line.
type piece struct {
	text.Span     // without the white space that follows
	width     int // in columns
	gap       int // the columns of that white space
}

// pieces yields the pieces of s in order, none wider than a line but those that cannot be taken apart.
func pieces(s string, width int) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		at, state, segment := 0, -1, ""
		for rest := s; rest != ""; at += len(segment) {
			segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
			word := strings.TrimRight(segment, " ")
			p := piece{text.Span{Start: at, End: at}, 0, len(segment) - len(word)}
			for clusters := uniseg.NewGraphemes(word); clusters.Next(); {
				if w := clusters.Width(); p.width+w <= width || p.Empty() {
					p.End, p.width = p.End+len(clusters.Str()), p.width+w
					continue
				}
				if !yield(piece{p.Span, p.width, 0}) {
					return
				}
				p.Span, p.width = text.Span{Start: p.End, End: p.End + len(clusters.Str())}, clusters.Width()
			}
			if !yield(p) {
				return
			}
		}
	}
}
