package answer

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/question"
	"verbatim/answer/text"
)

// figureAt reads the figure at word i, and returns how many words it takes; 0 where there is none.
func figureAt(t string, words []text.Word, i int, lang text.Lang) (f figure, n int) {
	if f, n = dateAt(t, words, i, lang); n == 0 {
		f, n = numberAt(t, words, i, lang)
	}
	if n > 0 && (isRange(t, f.Span) || f.isDate && isEpithet(t, words, i+n, f) || !f.isDate && isLabel(t, words, i, f)) {
		return figure{}, 0
	}
	return f, n
}

// isEpithet reports whether a year tells which of several something is, as in the 2019 report.
func isEpithet(t string, words []text.Word, next int, f figure) bool {
	return f.month == 0 && next < len(words) && !words[next].Stop && strings.TrimSpace(t[f.End:words[next].Start]) == ""
}

// isRange reports whether a figure is part of a range, a score or a fraction: 10-12, 2019/20.
func isRange(t string, s text.Span) bool {
	const marks = "-–—/:"
	before, size := utf8.DecodeLastRuneInString(t[:s.Start])
	behind, next := utf8.DecodeRuneInString(t[s.End:])
	first, _ := utf8.DecodeLastRuneInString(t[:s.Start-size])
	last, _ := utf8.DecodeRuneInString(t[s.End+next:])
	return strings.ContainsRune(marks, before) && unicode.IsDigit(first) || strings.ContainsRune(marks, behind) && unicode.IsDigit(last)
}

// isLabel reports whether a number counts nothing but tells which of several something is:
// it stands right behind a name, as in Boeing 737 jets, or behind any word and counts none, as in chapter 12.
func isLabel(t string, words []text.Word, i int, f figure) bool {
	if i == 0 || f.unit == percent || isCurrency(words[i].Of(t)) || f.value >= leastRounded || strings.TrimSpace(t[words[i-1].End:words[i].Start]) != "" {
		return false
	}
	return f.unit == "" && !words[i-1].Stop || i > 1 && startsUpper(words[i-1].Of(t)) && !strings.Contains(f.Of(t), " ")
}

// dateAt reads a date: a year, or a month with a day or a year, in the order of any of the languages.
func dateAt(t string, words []text.Word, i int, lang text.Lang) (f figure, n int) {
	f.isDate = true
	for j := i; j < len(words) && (j == i || isBeside(t, words[j-1], words[j])); j++ {
		w := words[j].Of(t)
		switch m := question.Month(words[j].Form, lang); {
		case f.month == 0 && m > 0 && (lang != text.English || startsUpper(w)):
			f.month = m
		case f.year == 0 && isYear(w):
			f.year, _ = strconv.Atoi(w)
		case f.day == 0 && dayOf(w) > 0 && (j == i || f.month > 0):
			f.day = dayOf(w)
		case j > i && f.month == 0 && f.day > 0 && words[j].Stop, j > i && f.month > 0 && words[j].Stop && f.year == 0:
			continue // the 3rd of March, 3 de marzo de 2019
		default:
			return f.dated(n)
		}
		n = j - i + 1
		f.Span = text.Span{Start: words[i].Start, End: words[j].End}
	}
	return f.dated(n)
}

// dated returns a date that took n words, if what was read is one.
func (f figure) dated(n int) (figure, int) {
	if f.year > 0 && f.day == 0 || f.month > 0 && f.day > 0 {
		return f, n
	}
	return figure{}, 0
}

// isBeside reports whether nothing but what stands within a date parts two words.
func isBeside(t string, a, b text.Word) bool {
	return b.Start >= a.End && strings.Trim(t[a.End:b.Start], " .,\u00a0") == ""
}

func isYear(w string) bool {
	if len(w) != len("2019") || !startsWithDigit(w) {
		return false
	}
	n, err := strconv.Atoi(w)
	return err == nil && 1500 <= n && n < 2100
}

// dayOf returns the day of a month that a word is, 0 where it is none: 3, 3rd.
func dayOf(w string) int {
	if len(w) > len("31st") || !startsWithDigit(w) {
		return 0
	}
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, ending)
	}
	if n, err := strconv.Atoi(w); err == nil && len(w) <= 2 && n <= 31 {
		return n
	}
	return 0
}

func startsWithDigit(w string) bool { return w[0] >= '0' && w[0] <= '9' }

// numberAt reads a number with what it counts.
func numberAt(t string, words []text.Word, i int, lang text.Lang) (f figure, n int) {
	j := i
	if isCurrency(words[i].Of(t)) {
		f.unit = words[i].Term
		j++
	}
	if j == len(words) {
		return f, 0
	}
	known := false
	if f.value, known = valueOf(words[j], lang); !known {
		return f, 0
	}
	for j++; j < len(words) && strings.Trim(t[words[j-1].End:words[j].Start], gap) == ""; j++ {
		if v, ok := multiples[lang][words[j].Form]; ok {
			f.value *= v
		} else if more, ok := valueOf(words[j], lang); ok && endsTens(f.value, words[j-1], more) {
			f.value += more
		} else if ok && words[j].Form[0] > '9' { // quatre-vingts, which is not read
			return f, 0
		} else {
			break
		}
	}
	f.Span = text.Span{Start: words[i].Start, End: words[j-1].End}
	f.vague = i > 0 && vague[lang][words[i-1].Form]
	if f.unit == "" {
		f.unit, j = unitAt(t, words, j)
	}
	return f, j - i
}

// gap is what may stand between a number and what belongs to it.
const gap = " -\u00a0\u2009\u202f"

// endsTens reports whether a word for tens, as in twenty-five, goes on with one for less than ten.
func endsTens(tens float64, word text.Word, ones float64) bool {
	return word.Form[0] > '9' && ones < 10 && 20 <= tens && tens < 100 && int(tens)%10 == 0
}

func isCurrency(w string) bool { return w == "$" || w == "£" || w == "€" }

// valueOf returns the number that a word is: 12, twelve. One is no number, since it counts little.
func valueOf(w text.Word, lang text.Lang) (float64, bool) {
	if v, ok := cardinals[lang][w.Form]; ok {
		return v, true
	}
	if w.Form[0] < '0' || w.Form[0] > '9' || len(w.Form) > 1 && w.Form[0] == '0' && w.Form[1] != '.' {
		return 0, false
	}
	v, err := strconv.ParseFloat(w.Form, 64)
	return v, err == nil && strings.Trim(w.Form, "0123456789.") == ""
}

// percent is the unit of shares in every language.
const percent = "%"

// unitAt returns what a number counts or measures that ends before word j, and where the
// words end that tell it and nothing else, as percent does.
func unitAt(t string, words []text.Word, j int) (unit string, end int) {
	if n := percentAt(t, words, j); n >= 0 {
		return percent, j + n
	}
	k := j
	if k+1 < len(words) && words[k].Form == "de" { // 2 millones de euros
		k++
	}
	if k < len(words) && strings.Trim(t[words[k-1].End:words[k].Start], gap+"d'’") == "" && !words[k].Stop {
		return words[k].Term, j
	}
	return "", j
}

// percentAt returns how many words from i on say percent, which may be none but its sign; -1
// where it is not said.
func percentAt(t string, words []text.Word, i int) int {
	form := func(j int) string {
		if j < len(words) {
			return words[j].Form
		}
		return ""
	}
	switch sign := strings.HasPrefix(strings.TrimLeft(t[words[i-1].End:], gap), "%"); {
	case percents[form(i)]:
		return 1
	case percents[form(i)+" "+form(i+1)]:
		return 2
	case sign:
		return 0
	}
	return -1
}
