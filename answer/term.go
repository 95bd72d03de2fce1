package answer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/answer/text"
)

// term is a word of the question with everything that counts as it.
type term struct {
	question.Word
	spellings []string // terms of the index
	halves    []string // where the articles write the word in two; else nil
	known     bool     // the articles hold it, in some spelling
	weight    float64
}

// maxUnheld is how many words of a question are taken for misspelt: more is no question
// to these articles, and each costs a walk through part of the vocabulary.
const maxUnheld = 8

// addTerm adds a word of the question as a term, in the articles' spelling where they do
// not hold its own and it is not quoted.
func (y *query) addTerm(x *index.Index, w question.Word) (err error) {
	t := term{Word: w, spellings: y.spellings(w.Of(y.text))}
	count, err := countAny(x, t.spellings)
	if err != nil {
		return err
	}
	if t.halves, err = y.split(x, w.Form); err != nil {
		return err
	}
	if t.halves != nil && count == 0 {
		if t.halves, err = inOneSentence(x, t.halves); err != nil {
			return err
		}
	}
	if count > 0 || t.halves != nil || w.Quoted || y.unheld == maxUnheld {
		y.add(t, count)
		return nil
	}
	y.unheld++
	meant, err := y.correct(x, w)
	if err != nil {
		return err
	}
	return y.addMeant(x, t, meant)
}

// addMeant adds a term that the articles do not hold, but for the word it may stand for.
func (y *query) addMeant(x *index.Index, t term, meant *spelling) error {
	switch {
	case meant == nil:
		if err := y.kindred(x, &t); err != nil {
			return err
		}
		count, err := countAny(x, t.spellings)
		y.add(t, count)
		return err
	case meant.terms == nil:
		y.fixes = append(y.fixes, fix{t.Span, meant.word, -1, true})
		return nil
	}
	word := meant.as(t.Word)
	if !isForm(t.Form, word, y.Lang) {
		y.fixes = append(y.fixes, fix{t.Span, meant.shown(word), len(y.terms), meant.odds >= sureOdds})
	}
	if meant.odds >= sureOdds {
		t.Form = word
	}
	for _, s := range append(y.spellings(word), meant.terms...) {
		t.addSpelling(s)
	}
	count, err := countAny(x, t.spellings)
	y.add(t, count)
	return err
}

func (t *term) addSpelling(s string) {
	if !slices.Contains(t.spellings, s) {
		t.spellings = append(t.spellings, s)
	}
}

func (y *query) add(t term, count int) {
	t.known = count > 0 || t.halves != nil
	t.weight = t.Weight * idf(count, y.size)
	y.terms = append(y.terms, t)
}

// countAny returns how many sentences hold one of the spellings, at most.
func countAny(x *index.Index, spellings []string) (count int, err error) {
	for _, s := range spellings {
		n, err := x.Count(s)
		if err != nil {
			return 0, err
		}
		count += n
	}
	return count, nil
}

// spellings returns the terms of a word in each language of the library, the question's
// first; none where it is more than one word.
func (y *query) spellings(word string) []string {
	all := y.room.spellings
	from := len(all)
	for _, lang := range y.langs {
		if term, ok := y.termOf(word, lang); ok && !slices.Contains(all[from:], term) {
			all = append(all, term)
		}
	}
	if y.room.spellings = all; len(all) == from {
		return nil
	}
	return slices.Clip(all[from:])
}

const minHalf = 4 // letters

// split cuts a word where the articles have both halves as words: backdoors, back doors.
func (y *query) split(x *index.Index, form string) ([]string, error) {
	letters := utf8.RuneCountInString(form)
	n := 0
	for i := range form {
		if n < minHalf || letters-n < minHalf {
			n++
			continue
		}
		n++
		use, err := x.UseOf(form[:i])
		if err != nil {
			return nil, err
		}
		if use.Count == 0 {
			continue // few letters that a word begins with are one: no stem need be made of the others
		}
		first, err := y.heldAs(x, form[:i])
		if first == "" || err != nil {
			if err != nil {
				return nil, err
			}
			continue
		}
		if second, err := y.heldAs(x, form[i:]); second != "" || err != nil {
			return []string{first, second}, err
		}
	}
	return nil, nil
}

// heldAs returns the term of a word in the question's language if the articles hold it, else an empty one.
func (y *query) heldAs(x *index.Index, word string) (string, error) {
	term, ok := y.termOf(word, y.langs[0])
	if !ok {
		return "", nil
	}
	count, err := x.Count(term)
	if count == 0 || err != nil {
		return "", err
	}
	return term, nil
}

// termOf returns the term of what is one word of a language.
func (y *query) termOf(word string, lang text.Lang) (term string, ok bool) {
	for _, w := range y.read(word, lang) {
		if w.Len() == len(word) {
			return w.Term, true
		}
	}
	return "", false
}

// inOneSentence returns two terms if a sentence holds both: of a word that is misspelt, the
// halves may be words that have nothing to do with it.
func inOneSentence(x *index.Index, halves []string) (held []string, err error) {
	err = x.Search([][]string{halves[:1], halves[1:]}, func(h *index.Hits) {
		for _, a := range h.Matches {
			if a.Term == 0 && slices.ContainsFunc(h.Matches, func(b index.Match) bool { return b.Term == 1 && b.Sentence == a.Sentence }) {
				held = halves
			}
		}
	})
	return held, err
}

// joinNeighbours lets two words of the question be found where the articles write them
// as one: cyber security, cybersecurity.
func (y *query) joinNeighbours(x *index.Index) error {
	var room [64]byte
	for i := 1; i < len(y.terms); i++ {
		a, b := &y.terms[i-1], &y.terms[i]
		if strings.Trim(y.text[a.End:b.Start], " -") != "" {
			continue
		}
		joined := append(append(room[:0], a.Form...), b.Form...)
		if use, err := x.UseOf(string(joined)); use.Count == 0 || err != nil {
			if err != nil {
				return err
			}
			continue
		}
		term, err := y.heldAs(x, string(joined))
		if err != nil {
			return err
		}
		if term != "" {
			a.spellings = append(a.spellings, term)
			b.spellings = append(b.spellings, term)
		}
	}
	return nil
}
