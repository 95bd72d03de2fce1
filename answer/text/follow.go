package text

import (
	"strings"
	"unicode/utf8"
)

// follower is what comes after a stop.
type follower struct {
	kind   kind
	spaced bool   // white space is between
	opened rune   // the first opening mark before the word, 0 for none
	at     int    // where the word starts
	word   string // for capital and small: the word itself
}

type kind int

const (
	nothing    kind = iota // the paragraph ends
	continuing             // a comma, a colon: the sentence goes on
	small                  // a word in lower case
	capital                // a word that may start a sentence
	number                 // a digit
	symbol                 // £, #, @
)

// follow reads what comes after i.
func (s *splitter) follow(i int) follower {
	at := skipSpace(s.t, i)
	f := follower{spaced: at > i, at: at}
	for at < len(s.t) {
		r, n := utf8.DecodeRuneInString(s.t[at:])
		if !isOpener(r) && !isSpace(r) {
			break
		}
		if f.opened == 0 {
			f.opened = r
		}
		at += n
	}
	f.at = at
	f.word = wordPrefix(s.t[at:])
	f.kind = kindOf(s.t[at:], f.word)
	return f
}

// kindOf classes the text after a stop by its first rune and, for a word, its second: iPhone may start a sentence.
func kindOf(t, word string) kind {
	r, n := utf8.DecodeRuneInString(t)
	switch {
	case n == 0:
		return nothing
	case isLower(r):
		if second, _ := utf8.DecodeRuneInString(word[n:]); isUpper(second) {
			return capital
		}
		return small
	case isLetter(r):
		return capital
	case isDigit(r):
		return number
	case strings.ContainsRune(",;:)]}!?.…%&/=+|", r):
		return continuing
	}
	return symbol
}

// wordPrefix returns the letters that t starts with.
func wordPrefix(t string) string { return t[:skip(t, 0, isLetter)] }

// starts reports whether next is a word that starts sentences and not names.
func (s *splitter) starts(next follower) bool {
	switch {
	case next.kind == symbol:
		return next.opened != 0
	case next.kind != capital, next.opened == '(':
		return false
	}
	if strings.HasPrefix(s.t[next.at+len(next.word):], ".") && isInitial(next.word) {
		return false
	}
	lower := strings.ToLower(next.word)
	return isStop(lower, s.lang) || s.abbreviation(next.word) == preceding ||
		s.lang == English && strings.HasSuffix(lower, "ly")
}
