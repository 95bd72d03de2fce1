package answer

import (
	"strconv"
	"strings"

	"verbatim/answer/text"
)

// A figure is a number or a date as a text gives it.
type figure struct {
	text.Span
	value float64 // of a number
	unit  string  // what it counts or measures: percent, or the term of the word beside it
	vague bool    // about, more than, up to it

	isDate           bool
	year, month, day int // of a date, from 1; 0 where it is not given
}

// alike reports whether two figures can stand for the same thing: a share beside a share.
func (f *figure) alike(g *figure) bool { return f.isDate == g.isDate && f.unit == g.unit }

// same reports whether two figures that are alike say the same in the same detail.
func (f *figure) same(g *figure) bool {
	return f.value == g.value && f.year == g.year && f.month == g.month && f.day == g.day && f.vague == g.vague
}

// contradicts reports whether not both of two figures that are alike can be right: neither
// is the other with less detail, as 2019 is 3 March 2019, and 1.2 million is 1,234,567.
func (f *figure) contradicts(g *figure) bool {
	switch {
	case f.isDate:
		return apart(f.year, g.year) || apart(f.month, g.month) || apart(f.day, g.day)
	case f.vague != g.vague:
		return false
	}
	return f.value != f.rounded(g.value) && g.value != g.rounded(f.value)
}

// apart reports whether two parts of dates are both given and not the same.
func apart(a, b int) bool { return a != 0 && b != 0 && a != b }

// leastRounded is from where on a number may be a rounded one.
const leastRounded = 1000

// rounded returns another value with as many leading digits as the figure has, or as it is
// where figures so small are not rounded.
func (f *figure) rounded(v float64) float64 {
	if f.value < leastRounded || v <= 0 {
		return v
	}
	digits := strings.TrimRight(strconv.FormatFloat(f.value, 'e', -1, 64), "0")
	mantissa, _, _ := strings.Cut(digits, "e")
	n := len(strings.Replace(mantissa, ".", "", 1))
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', n-1, 64), 64)
	return r
}
