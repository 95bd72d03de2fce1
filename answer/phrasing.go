package answer

import (
	"math/bits"
	"slices"

	"verbatim/answer/text"
)

// wordRuns is the words that a sentence shares with the question word for word, stop words too.
type wordRuns struct {
	pairs, triples places // where in the question two and three of them end
	run            int    // the length of the longest
}

// places is a set of places in a question: its words, counted from 0.
type places uint64

func (p places) size() int { return bits.OnesCount64(uint64(p)) }

// phrasing is a question word for word.
type phrasing struct {
	places int               // how many words it has, up to maxTerms
	at     map[string]places // by form: where
}

// newPhrasing reads a question; a word that was taken for another stands as that.
func newPhrasing(q string, lang text.Lang, terms []term) phrasing {
	w := phrasing{at: map[string]places{}}
	for _, word := range text.Words(q, text.Span{End: len(q)}, lang) {
		if word.Joined || w.places == maxTerms {
			continue
		}
		if i := slices.IndexFunc(terms, func(t term) bool { return t.Start == word.Start }); i >= 0 {
			word.Form = terms[i].Form
		}
		w.at[word.Form] |= 1 << w.places
		w.places++
	}
	return w
}

// runsIn finds the runs in the words of a sentence.
func (w *phrasing) runsIn(words []text.Word) (r wordRuns) {
	var last, pair, chain places
	length := 0
	for _, word := range words {
		if word.Joined {
			continue
		}
		at := w.at[word.Form]
		nextPair := last << 1 & at
		r.pairs |= nextPair
		r.triples |= pair << 1 & at
		if chain = chain << 1 & at; chain != 0 {
			length++
		} else if chain, length = at, 0; at != 0 {
			length = 1
		}
		r.run = max(r.run, length)
		last, pair = at, nextPair
	}
	return r
}

// mayQuote reports whether a paragraph with some terms may hold a phrase of the question: it
// is known without reading it.
func (y *query) mayQuote(paragraph termSet) bool {
	return len(y.Phrases) == 0 || slices.ContainsFunc(y.Phrases, func(phrase []text.Word) bool {
		return !slices.ContainsFunc(phrase, func(w text.Word) bool {
			held := y.termsSpelled(w.Term)
			return held != 0 && held&paragraph == 0
		})
	})
}

// quotedIn reports whether a passage holds each phrase of the question that stands in
// quotation marks: these are meant word for word.
func (y *query) quotedIn(p *passage) bool {
	return !slices.ContainsFunc(y.Phrases, func(phrase []text.Word) bool {
		for i := p.from; i < p.to; i++ {
			if p.line(i, y).has(phrase) {
				return false
			}
		}
		return true
	})
}

// has reports whether a sentence has the words of a phrase side by side.
func (l *line) has(phrase []text.Word) bool {
	for from := range l.words {
		if l.goesOn(from, phrase) {
			return true
		}
	}
	return false
}

// goesOn reports whether a sentence goes on from a word as a phrase does. Words with a
// hyphen are compared by their parts.
func (l *line) goesOn(from int, phrase []text.Word) bool {
	for _, w := range l.words[from:] {
		switch {
		case len(phrase) == 0:
			return true
		case w.Joined:
			continue
		case w.Form != phrase[0].Form:
			return false
		}
		phrase = phrase[1:]
	}
	return len(phrase) == 0
}
