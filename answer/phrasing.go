package answer

import (
	"math/bits"
	"slices"

	"verbatim/answer/index"
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
	places int // how many words it has, up to maxTerms
	forms  []placed
}

// placed is where a form stands in a question.
type placed struct {
	form  string
	start uint16 // the hash of how it begins
	at    places
}

// read reads the words of a question; one that was taken for another stands as that.
func (w *phrasing) read(words []text.Word, terms []term) {
	for _, word := range words {
		if word.Joined || w.places == maxTerms {
			continue
		}
		if i := slices.IndexFunc(terms, func(t term) bool { return t.Start == word.Start }); i >= 0 {
			word.Form = terms[i].Form
		}
		w.add(word.Form)
	}
}

// add adds the next word.
func (w *phrasing) add(form string) {
	i := slices.IndexFunc(w.forms, func(p placed) bool { return p.form == form })
	if i < 0 {
		i = len(w.forms)
		w.forms = append(w.forms, placed{form: form, start: index.HashStart(form)})
	}
	w.forms[i].at |= 1 << w.places
	w.places++
}

// placesOf returns where a form stands that begins with a hash.
func (w *phrasing) placesOf(form string, start uint16) places {
	for i := range w.forms {
		if p := &w.forms[i]; p.start == start && p.form == form {
			return p.at
		}
	}
	return 0
}

// sharedRuns finds the runs in the words of a sentence.
func sharedRuns(words []*sense) (r wordRuns) {
	var last, pair, chain places
	length := 0
	for _, w := range words {
		if w.joined {
			continue
		}
		at := w.places
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

// quotes reports whether a stretch of a source holds each phrase of the question that
// stands in quotation marks: these are meant word for word.
func (p *picker) quotes(s *source, at stretch) bool {
	return len(p.query.Phrases) == 0 || !slices.ContainsFunc(p.query.Phrases, func(phrase []text.Word) bool {
		for i := at.from; i < at.to; i++ {
			if p.has(s, i, phrase) {
				return false
			}
		}
		return true
	})
}

// has reports whether a sentence has the words of a phrase side by side.
func (p *picker) has(s *source, sentence int, phrase []text.Word) bool {
	p.reader.tokens = s.record.Tokens(sentence+heading, p.reader.tokens[:0])
	return hasPhrase(s.types, p.reader.tokens, phrase)
}

func hasPhrase(types index.Types, tokens []index.Token, phrase []text.Word) bool {
	for from := range tokens {
		if goesOn(types, tokens[from:], phrase) {
			return true
		}
	}
	return false
}

// goesOn reports whether words go on as a phrase does. Words with a hyphen are compared by their parts.
func goesOn(types index.Types, tokens []index.Token, phrase []text.Word) bool {
	for _, t := range tokens {
		switch {
		case len(phrase) == 0:
			return true
		case types.Hint(t.Type).Flags&index.Joined != 0:
			continue
		case types.Form(t.Type) != phrase[0].Form:
			return false
		}
		phrase = phrase[1:]
	}
	return len(phrase) == 0
}
