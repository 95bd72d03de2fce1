package answer

import (
	"sync"

	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/answer/text"
)

// hints is a set of the hashes in index.Hint: what is not in it is known without a look at any
// word, what is may have been taken for another.
type hints [1 << 16 / 64]uint64

func (h *hints) add(hash uint16)      { h[hash/64] |= 1 << (hash % 64) }
func (h *hints) has(hash uint16) bool { return h[hash/64]&(1<<(hash%64)) != 0 }

// unite makes the set that of what is in one of two.
func (h *hints) unite(a, b *hints) {
	for i := range h {
		h[i] = a[i] | b[i]
	}
}

// lexiconHints is what question.Telling tells words of a language by.
type lexiconHints struct{ terms, stops, forms hints }

// telling holds them for the languages that have stems and each kind of answer, each made when it is
// first asked for.
var telling = func() map[text.Lang]*[question.Kinds]func() *lexiconHints {
	all := map[text.Lang]*[question.Kinds]func() *lexiconHints{}
	for _, lang := range tagLangs {
		all[lang] = &[question.Kinds]func() *lexiconHints{}
		for kind := range question.Kinds {
			all[lang][kind] = sync.OnceValue(func() *lexiconHints { return newLexiconHints(lang, kind) })
		}
	}
	return all
}()

func tellingIn(lang text.Lang, kind question.Kind) *lexiconHints {
	made := telling[lang]
	if made == nil {
		made = telling[""]
	}
	return made[kind]()
}

func newLexiconHints(lang text.Lang, kind question.Kind) *lexiconHints {
	h := &lexiconHints{}
	terms, stops, forms := question.Telling(lang, kind)
	for _, term := range terms {
		h.terms.add(index.HashTerm(term))
	}
	for _, form := range stops {
		h.stops.add(index.HashStart(form))
	}
	for _, form := range forms {
		h.forms.add(index.HashStart(form))
	}
	return h
}
