package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Lengths in ems of the text they are measured in.
const (
	wordsApart  = 0.6  // between words that were drawn one after the other; a wider gap may be that between columns
	gutterLeast = 0.9  // columns are so far apart where lines were drawn across them
	sameLine    = 0.2  // baselines of a line differ by less
	columnLeast = 8.0  // a column is so wide; the cells of a table are not
	scriptRise  = 0.6  // superscripts and subscripts stand no further from the baseline
	scriptSize  = 0.85 // and are no larger, as a share of the text they belong to,
	scriptLeast = 0.45 // and no smaller
	stepBack    = 0.3  // the next glyph of a line does not start further back than the one before it
)

// line is a line of one column, or a piece of it.
type line struct {
	glyphs []glyph // from left to right
	x0, x1 float64
	y      float64 // of the baseline
	size   float64 // of the largest type in it
	order  int     // in the file
	page   int
	text   string
	font   string  // that most of it is set in
	room   float64 // between its end and the right edge of its column
	indent float64 // between the left edge of its column and its start
}

func (l *line) em(o *line) float64 { return max(l.size, o.size) }

// level reports whether l and o stand on the same baseline, one perhaps as a superscript of the other.
func (l *line) level(o *line) bool {
	apart := math.Abs(l.y - o.y)
	smaller := min(l.size, o.size)
	return apart <= sameLine*smaller || scriptLeast*l.em(o) <= smaller && smaller <= scriptSize*l.em(o) && apart <= scriptRise*l.em(o)
}

// overlaps reports whether l and o share some of their width.
func (l *line) overlaps(o *line) bool { return min(l.x1, o.x1)-max(l.x0, o.x0) > 0.1*l.em(o) }

// linesOf returns the lines of p in the order of the file, those that run sideways apart.
func linesOf(p page, number int) (flow, sideways []line) {
	pieces := setCapitals(cut(p))
	for _, l := range joinLevel(joinDrawn(pieces, gutters(pieces))) {
		l.page = number
		l.read()
		switch {
		case l.text == "":
		case l.glyphs[0].sideways:
			sideways = append(sideways, l)
		default:
			flow = append(flow, l)
		}
	}
	return flow, sideways
}

// cut cuts p where the next glyph does not stand right behind the last.
func cut(p page) []line {
	var out []line
	for i, g := range p {
		if len(out) > 0 && out[len(out)-1].takes(g) {
			out[len(out)-1].add(g)
		} else if !g.isSpace() {
			out = append(out, line{glyphs: []glyph{g}, x0: g.x, x1: g.end, y: g.y, size: g.size, order: i})
		}
	}
	return out
}

// setCapitals puts large capitals that reach down over several lines back before the first of these.
func setCapitals(pieces []line) []line {
	out := pieces[:0]
	for i := 0; i < len(pieces); i++ {
		if i+1 < len(pieces) && isCapitalOf(&pieces[i], &pieces[i+1]) {
			capital, l := pieces[i].glyphs[0], pieces[i+1]
			capital.y, capital.size, capital.end = l.y, l.size, l.x0
			l.glyphs = append([]glyph{capital}, l.glyphs...)
			l.order = pieces[i].order
			out = append(out, l)
			i++
			continue
		}
		out = append(out, pieces[i])
	}
	return out
}

func isCapitalOf(c, l *line) bool {
	r, _ := utf8.DecodeRuneInString(c.glyphs[0].text)
	rise := l.y - c.y
	return len(c.glyphs) == 1 && unicode.IsUpper(r) && c.size > 1.8*l.size && 0.5*l.size < rise && rise < c.size &&
		l.x0 > c.x0 && l.x0-c.x1 < l.size
}

// takes reports whether g goes on with l.
func (l *line) takes(g glyph) bool {
	last := l.glyphs[len(l.glyphs)-1]
	o := line{y: g.y, size: g.size}
	if g.sideways != last.sideways || !l.level(&o) || g.x < last.x-stepBack*l.em(&o) {
		return false
	}
	return g.x-l.x1 <= wordsApart*l.em(&o)
}

func (l *line) add(g glyph) {
	l.glyphs = append(l.glyphs, g)
	if g.isSpace() {
		return
	}
	l.x0, l.x1 = min(l.x0, g.x), max(l.x1, g.end)
	if g.size > l.size {
		l.y, l.size = g.y, g.size
	}
}

// follow appends the glyphs of o, which stands to the right on the same line.
func (l *line) follow(o line) {
	l.glyphs = append(l.glyphs, o.glyphs...)
	l.x0, l.x1 = min(l.x0, o.x0), max(l.x1, o.x1)
	if o.size > l.size {
		l.y, l.size = o.y, o.size
	}
}

// joinDrawn joins pieces that stand level and were drawn one after the other, but across no gutter.
func joinDrawn(pieces []line, gutters []float64) []line {
	var out []line
	for _, piece := range pieces {
		if len(out) > 0 {
			if last := &out[len(out)-1]; last.leads(&piece) && !crosses(last.x1, piece.x0, gutters) {
				last.follow(piece)
				continue
			}
		}
		out = append(out, piece)
	}
	return out
}

// leads reports whether o stands level to the right of l.
func (l *line) leads(o *line) bool {
	return l.level(o) && o.x0 >= l.x1-stepBack*l.em(o) && l.glyphs[0].sideways == o.glyphs[0].sideways
}

func crosses(x0, x1 float64, gutters []float64) bool {
	return slices.ContainsFunc(gutters, func(g float64) bool { return x0 < g && g < x1 })
}

// gutters returns where columns part whose lines were drawn across them: most of the lines there have a wide gap.
func gutters(pieces []line) []float64 {
	var out []float64
	for i := 1; i < len(pieces) && i < maxRows; i++ {
		if l, r := &pieces[i-1], &pieces[i]; l.leads(r) && r.x0-l.x1 >= gutterLeast*l.em(r) {
			middle := (l.x1 + r.x0) / 2
			if !slices.ContainsFunc(out, func(x float64) bool { return math.Abs(x-middle) < l.em(r) }) && isGutter(pieces, middle) {
				out = append(out, middle)
			}
		}
	}
	return out
}

// maxRows is how many lines of a page are compared with each other; a page of a newspaper has some 800.
const maxRows = 2000

// maxCrowd is how many pieces of lines, or signs, a page may have that is more than a drawing.
const maxCrowd = 20_000

// isGutter reports whether columns of text part at x.
func isGutter(pieces []line, x float64) bool {
	apart, across, left, right := 0, 0, 0.0, 0.0
	for i := range min(len(pieces), maxRows) {
		r := &pieces[i]
		if r.x0 < x && x < r.x1 {
			across++
		}
		if i == 0 {
			continue
		}
		if l := &pieces[i-1]; l.leads(r) && l.x1 < x && x < r.x0 {
			apart++
			left += (l.x1 - l.x0) / l.size
			right += (r.x1 - r.x0) / r.size
		}
	}
	return apart >= 5 && apart > across && min(left, right)/float64(apart) >= columnLeast
}

// joinLevel joins lines that stand level and close, in whatever order they were drawn.
func joinLevel(lines []line) []line {
	if len(lines) > maxCrowd {
		return lines
	}
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Or(cmp.Compare(b.y, a.y), cmp.Compare(a.x0, b.x0)) })
	gone := make([]bool, len(lines))
	for i := range lines {
		for j := i + 1; j < len(lines) && !gone[i] && lines[i].y-lines[j].y <= scriptRise*lines[i].em(&lines[j]); j++ {
			a, b := &lines[i], &lines[j]
			if gone[j] {
				continue
			}
			if b.x0 < a.x0 {
				a, b = b, a
			}
			if !a.leads(b) || b.x0-a.x1 > wordsApart*min(a.size, b.size) {
				continue
			}
			order := min(a.order, b.order)
			a.follow(*b)
			a.order = order
			if a == &lines[j] {
				gone[i] = true
			} else {
				gone[j] = true
			}
		}
	}
	out := lines[:0]
	for i, l := range lines {
		if !gone[i] {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b line) int { return cmp.Compare(a.order, b.order) })
	return out
}
