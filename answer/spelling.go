package answer

import (
	"cmp"
	"maps"
	"slices"
	"unicode/utf8"

	"verbatim/answer/index"
	"verbatim/answer/text"
)

// speller finds the word of the articles that somebody may have meant.
type speller struct {
	index *index.Index
	lang  text.Lang
	form  string // what was typed
	reach int    // how many letters of it may be wrong
	near  map[string]spelling
}

// spelling is a word near to what was typed.
type spelling struct{ distance, count int }

// correct returns the most frequent of the words that are nearest to one the articles do
// not hold, empty where none is near enough. Few mistype the first letter, but for
// swapping it with the second: other words are not looked at.
func correct(x *index.Index, form string, lang text.Lang) (string, error) {
	s := speller{x, lang, form, editsFor(utf8.RuneCountInString(form)), map[string]spelling{}}
	if s.reach == 0 || hasDigit(form) {
		return "", nil
	}
	first, size := utf8.DecodeRuneInString(form)
	second, _ := utf8.DecodeRuneInString(form[size:])
	for _, start := range []string{string(first), string([]rune{second, first})} {
		if err := x.Words(start, s.consider); err != nil {
			return "", err
		}
	}
	return s.best()
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

// consider keeps a word if it is near.
func (s *speller) consider(word []byte, count int) {
	if abs(len(word)-len(s.form)) > s.reach*utf8.UTFMax {
		return
	}
	seen := s.near[string(word)]
	if seen.count == 0 {
		if seen.distance = text.Distance(s.form, string(word), s.reach); seen.distance > s.reach {
			return
		}
	}
	seen.count += count
	s.near[string(word)] = seen
}

// best returns the nearest word that an article still holds: the vocabulary also has
// words of articles that were removed.
func (s *speller) best() (string, error) {
	for _, word := range slices.SortedFunc(maps.Keys(s.near), s.compare) {
		if isStop(word, s.lang) {
			if swapped(s.form, word) {
				return word, nil
			}
			continue
		}
		for _, w := range text.Words(word, text.Span{End: len(word)}, s.lang) {
			if held, err := s.index.Holds(w.Term); held || err != nil {
				return word, err
			}
		}
	}
	return "", nil
}

// compare orders words by how near they are, then by how frequent.
func (s *speller) compare(a, b string) int {
	x, y := s.near[a], s.near[b]
	return cmp.Or(cmp.Compare(x.distance, y.distance), cmp.Compare(y.count, x.count), cmp.Compare(a, b))
}

// isStop reports whether a word is a stop word of a language.
func isStop(word string, lang text.Lang) bool {
	words := text.Words(word, text.Span{End: len(word)}, lang)
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

// formEnding is how many letters at the end of a word its forms differ in.
const formEnding = 2

// isForm reports whether a word may be another form of a word rather than a misspelling
// of it: all that differs stands at its end. English has too few endings for that.
func isForm(a, b string, lang text.Lang) bool {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return lang != text.English && n >= max(len(x), len(y))-formEnding
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
