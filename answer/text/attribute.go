package text

import (
	"strings"
	"unicode/utf8"
)

// attributes reports whether t begins with a name and a verb of saying: Dr Liang asked.
func attributes(t string) bool {
	const longestName = 5 // words
	for n := range longestName {
		word := wordPrefix(t)
		if n > 0 && speechVerbs[word] {
			return true
		}
		first, _ := utf8.DecodeRuneInString(word)
		if !isUpper(first) || n == 0 && opensSentence(word) {
			return false
		}
		t = t[skip(t, len(word), func(r rune) bool { return r == ' ' || r == '.' || r == '-' }):]
	}
	return false
}

// opensSentence reports whether a capitalised word is a function word and not a name or a title.
func opensSentence(word string) bool {
	lower := strings.ToLower(word)
	return isStop(lower, English) && abbreviationsOf[English][lower] != preceding
}

// speechVerbs are those that stand after a name behind a quotation.
var speechVerbs = set(`said says asked asks added replied told wrote writes shouted cried answered wondered declared exclaimed
inquired demanded insisted warned joked recalled quipped explained remarked tweeted responded`)
