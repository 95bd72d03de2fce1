package text

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// marker is the number or letter before an item of a list that stands in running text: "1. First 2. Second".
type marker struct {
	value   int    // the number, or the letter's place from 'a' or 'A'
	base    byte   // '1', 'a' or 'A'; 0 for no marker
	open    string // "(" or ""
	closing string // ".", ")" or ".)"
}

// markerAt reads the marker at i. It is followed by white space. A capital with a stop is an initial, no marker.
func markerAt(t string, i int) (marker, bool) {
	var m marker
	if strings.HasPrefix(t[i:], "(") {
		m.open = "("
		i++
	}
	n := digits(t, i)
	switch {
	case n == 1 || n == 2:
		m.base = '1'
		m.value, _ = strconv.Atoi(t[i : i+n])
	case i < len(t) && 'a' <= t[i]|0x20 && t[i]|0x20 <= 'z':
		m.base, n = 'A'|t[i]&0x20, 1
		m.value = int(t[i] - m.base)
	default:
		return marker{}, false
	}
	i += n
	for _, c := range []string{".)", ")", "."} {
		if strings.HasPrefix(t[i:], c) && spaceAt(t, i+len(c)) {
			m.closing = c
			return m, m.base != 'A' || c != "."
		}
	}
	return marker{}, false
}

// first reports whether m may open a list: "b." may not, since it may be an initial or an abbreviation.
func (m marker) first() bool { return m.base == '1' || m.closing != "." || m.value == 0 }

// follows reports whether m is the marker after before.
func (m marker) follows(before marker) bool {
	before.value++
	return m == before
}

// next returns where in t the item after m starts, at from or later; past the end when there is none near.
func (m marker) next(t string, from int) int {
	const reach = 4000 // so that a paragraph of many first items is read in linear time
	if m.base == 0 {
		return len(t)
	}
	label := m.open + m.label(m.value+1) + m.closing
	near := t[:min(len(t), from+reach)]
	for i := from; ; {
		n := strings.Index(near[i:], label)
		if n < 0 {
			return len(t)
		}
		i += n
		if at := itemStart(t, i); at > from && spaceAt(t, i+len(label)) && m.introduces(t, i+len(label)) {
			return at
		}
		i += len(label)
	}
}

func (m marker) label(value int) string {
	if m.base == '1' {
		return strconv.Itoa(value)
	}
	return string(rune(int(m.base) + value))
}

// introduces reports whether an item follows at i: after a bare "2." a capital, for "2. mai" is a date.
func (m marker) introduces(t string, i int) bool {
	r, n := utf8.DecodeRuneInString(t[skipSpace(t, i):])
	return n > 0 && (m.closing != "." || m.base != '1' || isUpper(r))
}

// itemStart returns where the item whose label is at i starts, with its bullet, or -1 when no space is before it.
func itemStart(t string, i int) int {
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(t[:i])
		if isSpace(r) {
			return i
		}
		if !isBullet(r) {
			return -1
		}
		i -= n
	}
	return -1
}

// bulletAt reports whether a bullet with white space before it stands at i.
func bulletAt(t string, i int) bool {
	r, _ := utf8.DecodeRuneInString(t[i:])
	if !isBullet(r) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(t[:i])
	return isSpace(before)
}
