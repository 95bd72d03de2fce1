package question

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// Plain is a filter in plain words, such as "in 2019".
type Plain struct {
	Says   string // these words, as they are written but for a capital that opens the question
	Rest   string // the question without them
	Filter Filter
}

// timeWords is what a language names the time of something with. In a phrase, # stands for
// a year, with its month or without, and % for a year with its month; the words of a phrase
// are parted by underscores.
type timeWords struct {
	months     string // from January to December, each by its forms with a / between them
	of, behind string // what may stand before a year, and behind it: de 2019, 2019 года

	in, since, after, before, between string // phrases
}

// times is the same, ready to be looked up by form.
type times struct {
	months     map[string]int // from 1
	of, behind map[string]bool
	phrases    []timePhrase // those of more words first
}

// timePhrase is a phrase by its words, and what it leaves of all time.
type timePhrase struct {
	words  []string
	leaves func(first, last date) Filter
}

func (w *timeWords) compile() times {
	t := times{months: map[string]int{}, of: set(forms(w.of)), behind: set(forms(w.behind))}
	for i, month := range strings.Fields(w.months) {
		for form := range strings.SplitSeq(month, "/") {
			t.months[form] = i + 1
		}
	}
	add := func(phrases string, leaves func(first, last date) Filter) {
		for _, phrase := range forms(phrases) {
			t.phrases = append(t.phrases, timePhrase{strings.Fields(phrase), leaves})
		}
	}
	during := func(first, last date) Filter { return Filter{After: first.String(), Before: last.next().String()} }
	add(w.between, during)
	add(w.in, during)
	add(w.since, func(first, _ date) Filter { return Filter{After: first.String()} })
	add(w.after, func(first, _ date) Filter { return Filter{After: first.next().String()} })
	add(w.before, func(first, _ date) Filter { return Filter{Before: first.String()} })
	slices.SortStableFunc(t.phrases, func(a, b timePhrase) int { return len(b.words) - len(a.words) })
	return t
}

// Month returns which month a word in a language is by its form, from 1; 0 where it is none.
func Month(form string, lang text.Lang) int { return lexiconOf(lang).times.months[form] }

// date is a year, with its month unless that is 0.
type date struct{ year, month int }

// String returns the date as a Filter has it.
func (d date) String() string {
	if d.month == 0 {
		return fmt.Sprintf("%04d", d.year)
	}
	return fmt.Sprintf("%04d-%02d", d.year, d.month)
}

// next returns the year or the month that follows.
func (d date) next() date {
	switch d.month {
	case 0:
		return date{year: d.year + 1}
	case len("JFMAMJJASOND"):
		return date{d.year + 1, 1}
	}
	return date{d.year, d.month + 1}
}

// PlainTime finds the one time that a question names, by its year: "in March 2019", "since
// 2018". It is not ok where there is none, where the question names another year besides,
// or where nothing is left of it. What depends on today, such as "last year", is no such time.
func PlainTime(q string, lang text.Lang) (t Plain, ok bool) {
	if !hasDigit(q) {
		return Plain{}, false
	}
	p := &parser{text: q, lex: lexiconOf(lang), words: parts(q, lang)}
	if !slices.ContainsFunc(p.words, func(w text.Word) bool { return isYear(w.Form) }) {
		return Plain{}, false
	}
	for i := range p.words {
		end, filter := p.timeAt(i)
		if end < 0 {
			continue
		}
		years := slices.DeleteFunc(slices.Clone(p.words), func(w text.Word) bool {
			return !isYear(w.Form) || w.Start >= p.words[i].Start && w.End <= p.words[end-1].End
		})
		at := text.Span{Start: p.words[i].Start, End: p.words[end-1].End}
		rest := without(q, at)
		return Plain{lowered(at.Of(q)), rest, filter}, len(years) == 0 && !Courtesy(rest)
	}
	return Plain{}, false
}

// timeAt returns where the time that is named from word i on ends, and what it leaves; -1 where none is.
func (p *parser) timeAt(i int) (end int, leaves Filter) {
	for _, phrase := range p.lex.times.phrases {
		if dates, end := p.readTime(phrase.words, i); end > 0 && p.standsAlone(i, end) {
			if first, last := dates[0], dates[len(dates)-1]; first.String() <= last.String() {
				return end, phrase.leaves(first, last)
			}
		}
	}
	return -1, Filter{}
}

// readTime reads a phrase from word i on, and returns its dates and where it ends; -1 where it does not stand there.
func (p *parser) readTime(phrase []string, i int) (dates []date, end int) {
	for _, want := range phrase {
		if want != "#" && want != "%" {
			if i == len(p.words) || p.words[i].Form != want {
				return nil, -1
			}
			i++
			continue
		}
		d, behind := p.dateAt(i)
		if behind < 0 || want == "%" && d.month == 0 {
			return nil, -1
		}
		dates, i = append(dates, d), behind
	}
	return dates, i
}

// dateAt reads a year with its month or without, in the order of either: March 2019, 2019 március.
func (p *parser) dateAt(i int) (d date, end int) {
	month := func() {
		if i < len(p.words) && d.month == 0 && p.lex.times.months[p.words[i].Form] > 0 {
			d.month = p.lex.times.months[p.words[i].Form]
			i++
		}
	}
	month()
	for i < len(p.words) && p.lex.times.of[p.words[i].Form] {
		i++
	}
	if i == len(p.words) || len(p.words[i].Form) != len("2019") || !isYear(p.words[i].Form) {
		return date{}, -1
	}
	d.year, _ = strconv.Atoi(p.words[i].Form) // digits
	i++
	month()
	if i < len(p.words) && p.lex.times.behind[p.words[i].Form] {
		i++
	}
	return d, i
}

// standsAlone reports whether words [from, to) are parted by nothing but what stands in a
// date, and joined to none beside them: "2019-style" and "2019/20" are no times, nor is the
// month of "March 2019 5".
func (p *parser) standsAlone(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if strings.Trim(p.text[p.words[i-1].End:p.words[i].Start], " .,-") != "" {
			return false
		}
	}
	before, _ := utf8.DecodeLastRuneInString(p.text[:p.words[from].Start])
	behind := p.text[p.words[to-1].End:]
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(behind, ends+`"”’»`))
	return !strings.ContainsRune(`-–/'’`, before) && (next == utf8.RuneError || unicode.IsSpace(next)) &&
		(to == len(p.words) || !digits(p.words[to].Form))
}

// lowered returns words without the capital that they open a question with.
func lowered(words string) string {
	r, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToLower(r)) + words[size:]
}

// without returns a question without a range of it, with a capital where it had one.
func without(q string, at text.Span) string {
	at.End += len(q[at.End:]) - len(strings.TrimLeft(q[at.End:], ","))
	const opening = "¿¡ "
	rest := cut(q, at.Start, at.End)
	bare := strings.TrimSpace(strings.TrimLeft(rest, opening))
	opens := strings.TrimSpace(rest[:len(rest)-len(strings.TrimLeft(rest, opening))])
	if r, size := utf8.DecodeRuneInString(bare); startsUpper(strings.TrimLeft(q, opening)) {
		bare = string(unicode.ToUpper(r)) + bare[size:]
	}
	return opens + bare
}
