package text

import (
	"strings"
	"unicode/utf8"
)

// number reads the number at i with its unit: 47,000; 1.7bn; 4th.
func (r *reader) number(i int) int {
	end := numberEnd(r.t, i, r.lang)
	if classAt(r.t, end) != letter {
		return r.emit(Span{i, end})
	}
	unit := Span{end, lettersEnd(r.t, end)}
	if full, ok := magnitudes[strings.ToLower(unit.Of(r.t))]; ok && r.lang == English && (unit.Len() > 1 || r.priced(i)) {
		r.emit(Span{i, end})
		r.out = append(r.out, Word{Span: unit, Form: full, Term: lookup(full, r.code).term})
		return unit.End
	}
	return r.emit(Span{i, unit.End})
}

// magnitudes are what news writes behind a number; a single letter only where the number is a price.
var magnitudes = map[string]string{
	"k": "thousand", "m": "million", "mn": "million", "mln": "million",
	"b": "billion", "bn": "billion", "tn": "trillion", "trn": "trillion",
}

// priced reports whether a currency sign stands before the number at i.
func (r *reader) priced(i int) bool {
	n := len(r.out)
	return n > r.first && r.out[n-1].End == i && classAt(r.t, r.out[n-1].Start) == sign
}

// numberEnd returns where the number at i ends: thousands in groups of three, and decimals. Dates, versions and
// lists are several numbers: 12.05.2019, 1.2.3.
func numberEnd(t string, i int, lang Lang) int {
	n := digits(t, i)
	end := i + n
	if n <= 3 && t[i] != '0' {
		end = groupsEnd(t, end, lang)
	}
	grouped := end > i+n
	if end >= len(t) || t[end] != '.' && t[end] != ',' || i > 1 && separatedAt(t, i-1) && digits(t, i-2) > 0 {
		return end
	}
	n = digits(t, end+1)
	if n == 0 || grouped && t[end] != decimalMark(lang) || separatedAt(t, end+1+n) {
		return end
	}
	return end + 1 + n
}

// groupsEnd returns where the groups of three digits at i end, each with a separator before it.
func groupsEnd(t string, i int, lang Lang) int {
	for {
		n := groupMark(t, i, lang)
		if n == 0 || digits(t, i+n) != 3 {
			return i
		}
		i += n + 3
	}
}

// groupMark returns the length of the mark at i that parts thousands, or 0. A plain space does so outside English.
func groupMark(t string, i int, lang Lang) int {
	r, n := utf8.DecodeRuneInString(t[i:])
	switch r {
	case '\u00a0', '\u2009', '\u202f':
		return n
	case ' ':
		if lang != English && lang != "" {
			return n
		}
	case '.', ',':
		if byte(r) != decimalMark(lang) {
			return n
		}
	}
	return 0
}

// decimalMark returns what a language writes before decimals.
func decimalMark(lang Lang) byte {
	if lang == English || lang == "" {
		return '.'
	}
	return ','
}

// separatedAt reports whether a stop or comma at i goes on with digits.
func separatedAt(t string, i int) bool {
	return i < len(t) && (t[i] == '.' || t[i] == ',') && digits(t, i+1) > 0
}

// plainNumber writes a number that numberEnd found without its group marks and with a decimal point.
func plainNumber(t string, lang Lang) string {
	var b strings.Builder
	for i := 0; i < len(t); {
		r, n := utf8.DecodeRuneInString(t[i:])
		switch {
		case r == '.' || r == ',':
			if byte(r) == decimalMark(lang) || digits(t, i+1) != 3 {
				b.WriteByte('.')
			}
		case !isSpace(r):
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}
