package question

import (
	"iter"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Filter says what an answer may be taken from; an empty field leaves all. Dates are 2019,
// 2019-01 or 2019-01-31.
type Filter struct {
	From   string // the outlet of the article, or its title
	By     string // who speaks in the quote
	After  string // the article is of the first day of this date, or later
	Before string // the article is earlier than the first day of this date
	In     string // a collection that the article is in
}

// field is a part of a filter as it is written in a question.
type field struct {
	name  string
	says  string // what stands before its value for people
	takes func(value string) bool
	of    func(f *Filter) *string
}

var fields = []field{
	{"from", "from: ", isSomething, func(f *Filter) *string { return &f.From }},
	{"by", "by: ", isSomething, func(f *Filter) *string { return &f.By }},
	{"after", "since ", isDate, func(f *Filter) *string { return &f.After }},
	{"before", "before ", isDate, func(f *Filter) *string { return &f.Before }},
	{"in", "in: ", isSomething, func(f *Filter) *string { return &f.In }},
}

func isSomething(value string) bool {
	return strings.ContainsFunc(value, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func isDate(value string) bool {
	_, ok := FirstDay(value)
	return ok
}

// FirstDay returns the first day of a date as 2019-01-31; it is not ok for what is no date.
func FirstDay(date string) (day string, ok bool) {
	switch n := len(date); n {
	case len("2006"), len("2006-01"), len(time.DateOnly):
		if _, err := time.Parse(time.DateOnly[:n], date); err == nil {
			return date + "2006-01-01"[n:], true
		}
	}
	return "", false
}

// Filters reads what is written in a question to narrow it down, such as from:CNN,
// by:"Guo Ping", after:2019-01 or before:2019-03-02, and returns the rest of the question.
// Of two values of a field the last counts. Words that only look like a filter, because
// there is no value, no date or no second quotation mark, are left where they are. The rest holds no filter.
func Filters(t string) (rest string, f Filter) {
	if !strings.Contains(t, ":") {
		return t, Filter{}
	}
	return readFilters(t)
}

func readFilters(t string) (rest string, f Filter) {
	for at := 0; ; {
		n := strings.IndexByte(t[at:], ':')
		if n < 0 {
			return t, f
		}
		colon := at + n
		at = colon + 1
		field := fieldBefore(t[:colon])
		if field == nil {
			continue
		}
		if value, end := valueAt(t, at); field.takes(value) {
			*field.of(&f) = value
			t, at = cut(t, colon-len(field.name), end), 0 // what is left may read as one now
		}
	}
}

// fieldBefore returns the field whose name is the last word of a text, nil where none is.
func fieldBefore(t string) *field {
	for i, f := range fields {
		start := len(t) - len(f.name)
		if start < 0 || !strings.EqualFold(t[start:], f.name) {
			continue
		}
		if r, _ := utf8.DecodeLastRuneInString(t[:start]); start == 0 || unicode.IsSpace(r) {
			return &fields[i]
		}
	}
	return nil
}

// ends are the marks that end a question or a part of it, and no value.
const ends = "?!.,;…)"

// valueAt returns the value that stands at a byte, with one space between its words, and
// where it ends, with a comma behind it: one word, or several in quotation marks. There is none, and it is empty,
// where anything but the end of the value or of a part of the question follows.
func valueAt(t string, at int) (value string, end int) {
	mark, size := utf8.DecodeRuneInString(t[at:])
	if isQuotationMark(mark) {
		at += size
		if end = strings.IndexFunc(t[at:], isQuotationMark); end < 0 {
			return "", at
		}
		value = strings.Join(strings.Fields(t[at:at+end]), " ")
		_, size = utf8.DecodeRuneInString(t[at+end:])
		end += at + size
	} else {
		value = strings.TrimRight(t[at:wordEnd(t, at)], ends)
		end = at + len(value)
	}
	if strings.ContainsFunc(value, isQuotationMark) || strings.Trim(t[end:wordEnd(t, end)], ends) != "" {
		return "", at
	}
	if rest := strings.TrimLeft(t[end:], ",;"); value != "" {
		end = len(t) - len(rest)
	}
	return value, end
}

func isQuotationMark(r rune) bool { return strings.ContainsRune(`"“”„«»`, r) }

// wordEnd returns where the next white space stands, from a byte on.
func wordEnd(t string, at int) int {
	if n := strings.IndexFunc(t[at:], unicode.IsSpace); n >= 0 {
		return at + n
	}
	return len(t)
}

// cut takes the bytes [start, end) out of a question, with the space before them.
func cut(t string, start, end int) string {
	before := strings.TrimRightFunc(t[:start], unicode.IsSpace)
	if before == "" {
		return strings.TrimLeftFunc(t[end:], unicode.IsSpace)
	}
	return before + t[end:]
}

// With returns a filter with the fields of another in the place of its own, where that has any.
func (f Filter) With(other Filter) Filter {
	for _, field := range fields {
		if value := *field.of(&other); value != "" {
			*field.of(&f) = value
		}
	}
	return f
}

// Each yields the fields that are not empty: what each says, for people, and the filter without it.
func (f Filter) Each() iter.Seq2[string, Filter] {
	return func(yield func(string, Filter) bool) {
		for _, field := range fields {
			others := f
			value := *field.of(&f)
			if *field.of(&others) = ""; value != "" && !yield(field.says+value, others) {
				return
			}
		}
	}
}

// On returns a question with the filter in front, as Filters reads it.
func (f Filter) On(question string) string {
	var all []string
	for _, field := range fields {
		if value := *field.of(&f); value != "" {
			all = append(all, field.name+":"+quoted(value))
		}
	}
	return strings.TrimSpace(strings.Join(append(all, question), " "))
}

// quoted returns a value in quotation marks where it would not be read as one without.
func quoted(value string) string {
	if read, end := valueAt(value, 0); read == value && end == len(value) {
		return value
	}
	return `"` + strings.Map(func(r rune) rune {
		if isQuotationMark(r) {
			return -1
		}
		return r
	}, value) + `"`
}
