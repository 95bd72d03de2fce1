package text

import "strings"

// abbreviation says what the stop after a word means.
type abbreviation byte

const (
	ordinary  abbreviation = iota // not an abbreviation
	preceding                     // a word follows it always: Dr, e.g., No sentence ends with it
	numbered                      // an abbreviation before a number alone: No. 10
	either                        // a sentence may end with it: U.S., Inc.
	closing                       // what it belongs to stands before it: etc., p.m.
)

// abbreviationTable builds the table of a language. A word in lower case stands for its capitalised forms too.
func abbreviationTable(precedings, numbereds, eithers, closings string) map[string]abbreviation {
	table := map[string]abbreviation{}
	for i, words := range []string{precedings, numbereds, eithers, closings} {
		for _, w := range strings.Fields(words) {
			table[w] = preceding + abbreviation(i)
		}
	}
	return table
}

// abbreviation returns what the stop after word means. A single capital is an initial, whatever its lower case is.
func (s *splitter) abbreviation(word string) abbreviation {
	if kind, ok := s.abbr[word]; ok || isAllLower(word) || isInitial(word) {
		return kind
	}
	return s.abbr[strings.ToLower(word)]
}

var abbreviationsOf = map[Lang]map[string]abbreviation{
	"":        abbreviationTable(englishPreceding, englishNumbered, englishEither, englishClosing),
	English:   abbreviationTable(englishPreceding, englishNumbered, englishEither, englishClosing),
	French:    abbreviationTable(frenchPreceding, frenchNumbered, frenchEither, frenchClosing),
	Hungarian: abbreviationTable(hungarianPreceding, hungarianNumbered, hungarianEither, hungarianClosing),
	Norwegian: abbreviationTable(norwegianPreceding, norwegianNumbered, norwegianEither, norwegianClosing),
	Russian:   abbreviationTable(russianPreceding, russianNumbered, russianEither, russianClosing),
	Spanish:   abbreviationTable(spanishPreceding, spanishNumbered, spanishEither, spanishClosing),
	Swedish:   abbreviationTable(swedishPreceding, swedishNumbered, swedishEither, swedishClosing),
}

// goOnAfter are words that go on with a sentence after a closing abbreviation: 9 a.m. Monday, 5 p.m. ET, млн долл. США.
var goOnAfter = set(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays
Saturdays Sundays Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January February March April May June July August September
October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec ET EST EDT CT CST CDT MT MST MDT PT PST PDT
GMT UTC BST CET CEST AEST Eastern Central Mountain Pacific США`)
