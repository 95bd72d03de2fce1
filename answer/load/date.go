package load

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// parseDate reads a date as people and machines write it, in any of the
// languages of the months table, and returns it as Article.Published has it: a
// year, a year and month, or a day. Times and what stands around a date
// ("Published on", "Sunday") are passed over; with any other word it is no
// date, and "" is returned. 3/4/2019 is a day to some and another day to others,
// so it is the year.
func parseDate(s string) string {
	var parts []datePart
	for word := range strings.FieldsFuncSeq(s, dateSpace) {
		p, ok := readDatePart(word)
		if !ok {
			return ""
		}
		parts = append(parts, p...)
	}
	for len(parts) > 0 && parts[0].number == 0 && parts[0].month == 0 {
		parts = parts[1:]
	}
	return assembleDate(parts)
}

// parseDay is parseDate for a line of a text, where a lone number is no date.
func parseDay(s string) string {
	if d := parseDate(s); len(d) > len("2019") {
		return d
	}
	return ""
}

// datePart is a number or a month's name; digits tells 03 from 3, sep is what followed it in its word.
type datePart struct {
	number, month, digits int
	sep                   byte
}

func dateSpace(r rune) bool {
	return unicode.IsSpace(r) || r == ',' || r == '(' || r == ')' || r == '|' || r == '•' || r == '·'
}

// readDatePart reads a word of a date; what has no meaning for it yields no part.
func readDatePart(word string) (parts []datePart, ok bool) {
	word = strings.ToLower(strings.Trim(word, ".:;-–—"))
	if day, _, timed := strings.Cut(word, "t"); timed && len(day) == len("2019-03-01") && day[4] == '-' {
		word = day
	}
	switch {
	case word == "" || fillers[word] || strings.Contains(word, ":"): // a time of day
		return nil, true
	case months[word] != 0:
		return []datePart{{month: months[word]}}, true
	case '0' <= word[0] && word[0] <= '9':
		return readNumbers(word)
	}
	return nil, false
}

// readNumbers reads 3, 3rd, 2019-03-01, 3/1/2019, 1-mar-2019.
func readNumbers(word string) (parts []datePart, ok bool) {
	for {
		i := strings.IndexAny(word, "-/.")
		p := datePart{}
		piece := word
		if i >= 0 {
			piece, p.sep = word[:i], word[i]
		}
		if p.month = months[piece]; p.month == 0 {
			piece = strings.TrimRight(piece, "sthndreº") // 1st, 2nd, 3rd, 4th, 1er, 1º
			n, err := strconv.Atoi(piece)
			if err != nil || n < 0 || len(piece) > 4 {
				return nil, false
			}
			p.number, p.digits = n, len(piece)
		}
		parts = append(parts, p)
		if i < 0 {
			return parts, true
		}
		word = word[i+1:]
	}
}

// assembleDate puts the first parts together; what follows a whole date is a time, or when it was changed.
func assembleDate(p []datePart) string {
	at := func(i int) datePart {
		if i < len(p) {
			return p[i]
		}
		return datePart{}
	}
	a, b, c := at(0), at(1), at(2)
	switch {
	case a.digits == 4 && b.month != 0: // 2019 March 1, 2019 March
		return date(a.number, b.month, c.number)
	case a.month != 0 && b.digits == 4: // March 2019
		return date(b.number, a.month, 0)
	case a.month != 0 && c.digits == 4: // March 1, 2019
		return date(c.number, a.month, b.number)
	case b.month != 0 && c.digits == 4: // 1 March 2019
		return date(c.number, b.month, a.number)
	case a.digits == 4 && b.number != 0: // 2019-03-01, 2019-03
		return date(a.number, b.number, c.number)
	case a.digits == 4 && len(p) == 1: // 2019
		return date(a.number, 0, 0)
	case c.digits == 4 && a.sep != 0 && a.sep == b.sep:
		return numericDate(a, b, c.number)
	}
	return ""
}

// numericDate reads 3.4.2019, which is a day and a month, and 13/4/2019, where the numbers tell which is which.
func numericDate(a, b datePart, year int) string {
	switch {
	case a.sep == '.' || a.number > 12 || a.number == b.number:
		return date(year, b.number, a.number)
	case b.number > 12:
		return date(year, a.number, b.number)
	}
	return date(year, 0, 0)
}

// date formats as much of a date as is known, and nothing of one that cannot be.
func date(year, month, day int) string {
	switch {
	case year < 1000 || month < 0 || month > 12 || day < 0 || month > 0 && day > daysIn(year, month):
		return ""
	case month == 0:
		return fmt.Sprintf("%04d", year)
	case day == 0:
		return fmt.Sprintf("%04d-%02d", year, month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// months are the names of the months and what they are cut to, in English, French, Spanish, Russian,
// Norwegian, Swedish and Hungarian, and in German, Italian, Portuguese and Dutch.
var months = numbered(
	"jan january janv janvier ene enero янв январь января januar januari január jänner gennaio janeiro",
	"feb february févr février febrero фев февр февраль февраля februar februari febr február febbraio fevereiro",
	"mar march mars marzo мар март марта márc március märz mrz março maart",
	"apr april avr avril abr abril апр апрель апреля ápr április aprile",
	"may mai mayo май мая maj máj május maggio maio mei",
	"jun june juin junio июн июнь июня juni jún június giugno junho",
	"jul july juil juillet julio июл июль июля juli júl július luglio julho",
	"aug august août ago agosto авг август августа augusti augusztus augustus",
	"sep sept september septembre septiembre setiembre сен сент сентябрь сентября szept szeptember settembre setembro",
	"oct october octobre octubre окт октябрь октября okt oktober október ottobre outubro",
	"nov november novembre noviembre ноя нояб ноябрь ноября november novembro",
	"dec december déc décembre dic diciembre дек декабрь декабря des desember december dez dezember dicembre dezembro",
)

func numbered(names ...string) map[string]int {
	m := map[string]int{}
	for i, list := range names {
		for name := range strings.FieldsSeq(list) {
			m[name] = i + 1
		}
	}
	return m
}

// fillers are words that stand with a date and say nothing about which it is.
var fillers = set(`
	published updated posted on at of the date first last modified issued
	am pm a.m p.m et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist z
	mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday
	publié mis à jour le du au lundi mardi mercredi jeudi vendredi samedi dimanche
	publicado actualizado el de del a las lunes martes miércoles jueves viernes sábado domingo
	опубликовано обновлено г года в понедельник вторник среда четверг пятница суббота воскресенье мск
	publisert oppdatert den kl mandag tirsdag onsdag torsdag fredag lørdag søndag
	publicerad uppdaterad måndag tisdag lördag söndag
	veröffentlicht erschienen aktualisiert vom uhr montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
	pubblicato lunedì martedì mercoledì giovedì venerdì sabato domenica
	megjelent frissítve hétfő kedd szerda csütörtök péntek szombat vasárnap`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
