package answer

import (
	"slices"
	"unicode/utf8"

	"verbatim/answer/index"
	"verbatim/answer/text"
)

// speller finds the word of the articles that somebody may have meant. It reads the
// vocabulary when it is first needed.
type speller struct {
	index *index.Index
	lang  text.Lang
	words map[string]int
}

// correct returns the most frequent of the words that are nearest to one the articles do
// not hold; empty where none is near enough.
func (s *speller) correct(form string) (string, error) {
	length := utf8.RuneCountInString(form)
	reach := editsFor(length)
	if reach == 0 || hasDigit(form) {
		return "", nil
	}
	if err := s.read(); err != nil {
		return "", err
	}
	best, bestCount := "", 0
	for word, count := range s.words {
		if !mayBe(word, form) || abs(utf8.RuneCountInString(word)-length) > reach {
			continue
		}
		d := text.Distance(form, word, reach)
		if d > reach || s.isStop(word) && !swapped(form, word) {
			continue
		}
		if d < reach || count > bestCount || count == bestCount && word < best {
			best, bestCount, reach = word, count, d
		}
	}
	return best, nil
}

// mayBe reports whether a word begins as it was typed: few mistype the first letter,
// but for swapping it with the second.
func mayBe(word, typed string) bool {
	return word[0] == typed[0] || len(word) > 1 && word[0] == typed[1] && word[1] == typed[0]
}

// editsFor returns how many letters may be wrong in a word of a length.
func editsFor(length int) int {
	switch {
	case length < 4:
		return 0
	case length < 8:
		return 1
	}
	return 2
}

// isStop reports whether a word is a stop word of the question's language.
func (s *speller) isStop(word string) bool {
	words := text.Words(word, text.Span{End: len(word)}, s.lang)
	return len(words) == 1 && words[0].Stop
}

// swapped reports whether a word has the letters of another in a different order. Most
// short words are one letter from a stop word; only so are they taken for one.
func swapped(a, b string) bool {
	x, y := []rune(a), []rune(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

func (s *speller) read() error {
	if s.words != nil {
		return nil
	}
	s.words = map[string]int{}
	return s.index.Words(func(word string, count int) { s.words[word] += count })
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			return true
		}
	}
	return false
}

func abs(n int) int { return max(n, -n) }
