package answer

import (
	"strconv"

	"verbatim/answer/question"
	"verbatim/answer/text"
)

// A tag is what the index keeps of each article to choose it by: when it was published, as
// far as that is known, and in which language it is. From the lowest bit on: 8 bits for the
// language, then the date.
type tag uint64

const langBits = 8

// tagLangs numbers the languages, from 1; 0 stands for those that are not known. A number
// is kept with each article, so that it stays what it is.
var tagLangs = [...]text.Lang{"", text.English, text.French, text.Hungarian, text.Norwegian, text.Russian, text.Spanish, text.Swedish}

// tagOf returns the tag of an article, as the index keeps it.
func tagOf(a *Article) uint64 { return uint64(newTag(a.Published, a.Lang)) }

func newTag(published string, lang text.Lang) tag {
	t := tag(dateOf(published)) << langBits
	for i, l := range tagLangs {
		if l == lang {
			t |= tag(i)
		}
	}
	return t
}

// langOf returns a language that is written down, without a copy where it is one that is known.
func langOf(b []byte) text.Lang {
	for _, lang := range tagLangs {
		if string(lang) == string(b) {
			return lang
		}
	}
	return text.Lang(b)
}

// lang returns the language; empty for one that is not known.
func (t tag) lang() text.Lang {
	if i := int(t & (1<<langBits - 1)); i < len(tagLangs) {
		return tagLangs[i]
	}
	return ""
}

// published returns the date. Those of two articles compare as their numbers do.
func (t tag) published() date { return date(t >> langBits) }

// A date is a year, with its month and its day as far as they are known; of two the later
// is greater, and one that tells less is less. 0 is a date that is not known.
//
// From the lowest bit on: 5 bits for the day, 4 for the month, and the year and one.
type date uint32

const (
	dayBits   = 5
	monthBits = 4
)

// dateOf reads a date: 2019, 2019-03 or 2019-03-01; 0 for what is none.
func dateOf(s string) date {
	if _, ok := question.FirstDay(s); !ok {
		return 0
	}
	part := func(from, to int) date {
		if len(s) < to {
			return 0
		}
		n, _ := strconv.Atoi(s[from:to])
		return date(n)
	}
	year, month, day := part(0, len("2006")), part(len("2006-"), len("2006-01")), part(len("2006-01-"), len("2006-01-02"))
	return (year+1)<<(monthBits+dayBits) | month<<dayBits | day
}

func (d date) day() date   { return d & (1<<dayBits - 1) }
func (d date) month() date { return d >> dayBits & (1<<monthBits - 1) }

// firstDay returns the first day of a date, 0 for that of one that is not known.
func (d date) firstDay() date {
	if d == 0 {
		return 0
	}
	if d.month() == 0 {
		d |= 1 << dayBits
	}
	if d.day() == 0 {
		d |= 1
	}
	return d
}

// untold returns the bits of a date that are not known.
func (d date) untold() date {
	switch {
	case d.month() == 0:
		return 1<<(monthBits+dayBits) - 1
	case d.day() == 0:
		return 1<<dayBits - 1
	}
	return 0
}

// isBefore reports whether a date is surely before another: 2019 is neither before nor after 2019-03.
func (d date) isBefore(other date) bool {
	untold := d.untold() | other.untold()
	return d&^untold < other&^untold
}
