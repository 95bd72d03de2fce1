package answer

import (
	"math/bits"
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

// wording is sentences read for what they say, so that they can be compared.
type wording struct {
	from      *source
	sentences []text.Span
	tokens    []token
}

// wordings reads sentences, each once.
type wordings map[*line][]token

// of returns the sentences [from, to) of a source.
func (all wordings) of(s *source, y *query, from, to int) wording {
	w := wording{from: s, sentences: s.layout.Sentences[from:to]}
	for i := from; i < to; i++ {
		l := s.line(i, y)
		read, ok := all[l]
		if !ok {
			read = s.tokens(l)
			all[l] = read
		}
		w.tokens = append(w.tokens, read...)
	}
	return w
}

// tokens reads a line: without stop words, but for those that deny, and without the words
// that tell who speaks in it, which each outlet chooses for itself.
func (s *source) tokens(l *line) (all []token) {
	words := slices.DeleteFunc(slices.Clone(l.words), func(w text.Word) bool { return w.Joined })
	beside := s.besideSpeech(words)
	for i := 0; i < len(words); {
		w := words[i]
		if f, n := figureAt(s.article.Text, words, i, s.article.Lang); n > 0 {
			all = append(all, token{Span: f.Span, figure: &f})
			i += n
			continue
		}
		i++
		if denies := isDenial(w.Form, s.article.Lang); denies || !w.Stop && !beside(w.Span) {
			all = append(all, token{Span: w.Span, term: w.Term, name: !denies && s.isName(words, i-1), denies: denies})
		}
	}
	return all
}

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

// besideSpeech returns what reports whether a word of a sentence stands outside of what is
// said there: of a sentence of which a good part is said by somebody who is known.
func (s *source) besideSpeech(words []text.Word) func(text.Span) bool {
	no := func(text.Span) bool { return false }
	if len(words) == 0 {
		return no
	}
	at := text.Span{Start: words[0].Start, End: words[len(words)-1].End}
	var spoken []text.Span
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
		return no
	}
	return func(w text.Span) bool { return !overlapsAny(spoken, w) }
}

// leastSaid is the part of a sentence, one in so many bytes, that its words are compared by alone.
const leastSaid = 3

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// An outline holds a bit for each of some words, so that two passages that have few in
// common are told apart at the cost of a few instructions.
type outline uint64

func (p *passage) outline() (o outline) {
	for i := p.from; i < p.to; i++ {
		for _, w := range p.lines[i].words {
			if !w.Stop && !w.Joined {
				o |= 1 << (hash(w.Term) % 64)
			}
		}
	}
	return o
}

// hash is FNV-1a, which is the same every time, as answers are to be.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// shared returns which share of the smaller of two outlines the other has too.
func (o outline) shared(p outline) float64 {
	least := min(bits.OnesCount64(uint64(o)), bits.OnesCount64(uint64(p)))
	return float64(bits.OnesCount64(uint64(o&p))) / float64(max(1, least))
}
