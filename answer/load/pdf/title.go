package pdf

import (
	"regexp"
	"strings"
	"time"
	"unicode"
)

const (
	titleLarger = 1.12 // times the body's size
	titleWords  = 40   // at most
)

// title returns the title that the file has for itself, if its first page has it too, or else what is set largest there.
func (f *flow) title(info string) string {
	var largest *paragraph
	var first strings.Builder
	for i := range f.paragraphs {
		p := &f.paragraphs[i]
		if p.first().page != f.paragraphs[0].first().page {
			break
		}
		s := f.join(p.lines)
		first.WriteString(" " + s)
		if f.mayBeTitle(s, p) && (largest == nil || p.first().size > largest.first().size*(1+sizeParts)) {
			largest = p
		}
	}
	switch {
	case len(strings.Fields(info)) > 1 && strings.Contains(letters(first.String()), letters(info)):
		return info
	case largest != nil:
		return f.join(largest.lines)
	}
	return ""
}

func (f *flow) mayBeTitle(s string, p *paragraph) bool {
	n := len(strings.Fields(s))
	return p.first().size >= f.body*titleLarger && 2 <= n && n <= titleWords
}

// letters returns the letters and digits of s in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if notLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// printers are programs that make a PDF of what was written elsewhere and earlier.
var printers = regexp.MustCompile(`(?i)skia|chrom|firefox|mozilla|safari|quartz|print|ghostscript|distiller|scan|wkhtml|cairo|cups`)

var creationDate = regexp.MustCompile(`^(?:D:)?([0-9]{4})([0-9]{2})([0-9]{2})`)

// writtenOn returns the day of a PDF's date, as 2019-03-01; "" where a program made the file that only prints, or the
// date cannot be: there was no PDF before 1993.
func writtenOn(date, maker string) string {
	m := creationDate.FindStringSubmatch(date)
	if m == nil || printers.MatchString(maker) {
		return ""
	}
	day, err := time.Parse(time.DateOnly, m[1]+"-"+m[2]+"-"+m[3])
	if err != nil || day.Year() < 1993 || day.After(time.Now().AddDate(0, 0, 1)) {
		return ""
	}
	return day.Format(time.DateOnly)
}
