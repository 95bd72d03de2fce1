package answer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// A token is a word of a sentence that says something, or a figure.
type token struct {
	text.Span
	term   string
	figure *figure // nil for a word
	name   bool    // it is written with a capital that its place does not call for
	denies bool    // it turns the sentence round
}

// is reports whether two tokens say the same, figures aside.
func (k *token) is(o *token) bool {
	if k.figure != nil && o.figure != nil {
		return k.figure.alike(o.figure)
	}
	return k.figure == nil && o.figure == nil && k.term == o.term
}

// A wording is sentences read for what they say, so that they can be compared.
type wording []token

// A reading is a sentence as its article has it, read where it is quoted or compared.
type reading struct {
	sentence int
	words    []text.Word
	tokens   wording
	read     bool // the tokens are there
}

// bytesPerWord is how many bytes a word of a sentence has about, with the space behind it.
const bytesPerWord = 5

// reading returns the reading of a sentence; each is made once. It is valid until the next is made.
func (s *source) reading(sentence int) *reading {
	for i := range s.readings {
		if s.readings[i].sentence == sentence {
			return &s.readings[i]
		}
	}
	if s.readings == nil {
		s.readings = make([]reading, 0, maxSentences)
	}
	s.readings = slices.Grow(s.readings, 1)[:len(s.readings)+1]
	r := &s.readings[len(s.readings)-1] // with the memory of one that was there
	r.sentence, r.read = sentence, false
	at := s.layout.Sentences[sentence]
	r.words = text.AppendWords(slices.Grow(r.words[:0], at.Len()/bytesPerWord), s.article.Text, at, s.article.Lang)
	return r
}

// words returns the words of a sentence. The article has to be loaded.
func (s *source) words(sentence int) []text.Word { return s.reading(sentence).words }

// wording returns what a sentence says. The article has to be loaded.
func (s *source) wording(sentence int) wording {
	r := s.reading(sentence)
	if !r.read {
		r.tokens, r.read = s.tokens(slices.Grow(r.tokens[:0], len(r.words)), r.words), true
	}
	return r.tokens
}

// appendWording appends what the sentences [from, to) say.
func (s *source) appendWording(w wording, from, to int) wording {
	for i := from; i < to; i++ {
		w = append(w, s.wording(i)...)
	}
	return w
}

// tokens appends what a sentence says: without stop words, but for those that deny, and without the words
// that tell who speaks in it, which each outlet chooses for itself.
func (s *source) tokens(all wording, words []text.Word) wording {
	if slices.ContainsFunc(words, isJoined) {
		words = slices.DeleteFunc(slices.Clone(words), isJoined)
	}
	spoken := s.spokenIn(words)
	for i := 0; i < len(words); {
		w := words[i]
		if f, n := figureAt(s.article.Text, words, i, s.article.Lang); n > 0 {
			figure := f
			all = append(all, token{Span: f.Span, figure: &figure})
			i += n
			continue
		}
		i++
		denies := isDenial(w.Form, s.article.Lang)
		if beside := spoken != nil && !overlapsAny(spoken, w.Span); denies || !w.Stop && !beside {
			all = append(all, token{Span: w.Span, term: w.Term, name: !denies && s.isName(words, i-1), denies: denies})
		}
	}
	return all
}

func isJoined(w text.Word) bool { return w.Joined }

// isName reports whether a word of a sentence is written as a name; the first one is where
// another follows it.
func (s *source) isName(words []text.Word, i int) bool {
	if i == 0 && (len(words) == 1 || !startsUpper(words[1].Of(s.article.Text))) {
		return false
	}
	return startsUpper(words[i].Of(s.article.Text))
}

func isDenial(form string, lang text.Lang) bool {
	return denials[lang][form] || lang == text.English && strings.HasSuffix(form, "n't")
}

// leastSaid is the part of a sentence, one in so many bytes, that its words are compared by alone.
const leastSaid = 3

// spokenIn returns what is said in a sentence of which a good part is said by somebody who is
// known, nil of any other.
func (s *source) spokenIn(words []text.Word) (spoken []text.Span) {
	if len(words) == 0 {
		return nil
	}
	at := text.Span{Start: words[0].Start, End: words[len(words)-1].End}
	said := 0
	for _, u := range s.layout.Speech[s.layout.firstVoice(at):] {
		if u.Said.Start >= at.End {
			break
		}
		if !u.Speaker.Empty() {
			spoken = append(spoken, u.Said)
			said += overlap(u.Said, at)
		}
	}
	if leastSaid*said < at.Len() {
		return nil
	}
	return spoken
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
