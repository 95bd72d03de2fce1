package speech

import (
	"strings"
	"unicode/utf8"

	"verbatim/answer/text"
)

// kind is what a token looks like.
type kind uint8

const (
	word    kind = iota
	capital      // a word with a capital letter
	comma
	stop // . ! ? … ;
	colon
	dash
	bracket // opening
	closing // closing bracket
	quoted  // a quotation, one token however long it is
	other
)

// token is a word, a sign or a whole quotation of a paragraph. It is small, as articles have many.
type token struct {
	text.Span
	traits     traits
	mention    int32 // of a token of a name: 1 + its mention
	number     int32 // of a word: its place in the vocabulary; of a quoted token: its quotation
	kind       kind
	possessive bool // the 's is not in the span
	initial    bool // first word of a sentence
}

// scanner makes tokens of a text.
type scanner struct {
	*vocabulary
	t      string // as far as the paragraph goes
	tokens []token
	before kind // of the token before, a stop if there is none
}

// paragraph appends the tokens of a paragraph, whose quotations are quotes, numbered from first.
func (s *scanner) paragraph(p text.Span, quotes []quotation, first int) {
	s.before = stop
	at := p.Start
	for i, q := range quotes {
		s.words(at, q.outer.Start)
		s.add(token{Span: q.outer, kind: quoted, number: int32(first + i)})
		at = q.outer.End
	}
	s.words(at, p.End)
}

// words scans the text from one offset to another.
func (s *scanner) words(from, to int) {
	for i := from; i < to; {
		r, n := rune(s.t[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s.t[i:to])
		}
		switch classOf(r) {
		case letter:
			i = s.word(i, to)
		case blank:
			i += n
		default:
			s.add(token{Span: text.Span{Start: i, End: i + n}, kind: kindOfSign(r)})
			i += n
		}
	}
}

func (s *scanner) add(t token) {
	if t.kind <= capital {
		t.initial = s.before == stop || s.before >= quoted
	}
	s.before = t.kind
	s.tokens = append(s.tokens, t)
}

// word scans the word at i and returns where it ends.
func (s *scanner) word(i, to int) int {
	end, signed := s.wordEnd(i, to)
	if signed {
		return s.parts(i, end, to)
	}
	s.addWord(i, end, false)
	return end
}

// parts adds the parts of a word that a sign stands in or after, and returns where it ends.
func (s *scanner) parts(i, end, to int) int {
	if cut := s.elision(s.t[i:end]); cut > 0 {
		s.addWord(i, i+cut, false)
		i += cut + apostrophe(s.t[i+cut:])
	}
	for _, clitic := range s.lang.clitics {
		if verb, ok := strings.CutSuffix(s.t[i:end], clitic); ok && verb != "" {
			s.addWord(i, i+len(verb), false)
			s.addWord(i+len(verb)+strings.LastIndexByte(clitic, '-')+1, end, false)
			return end
		}
	}
	if body, ok := cutPossessive(s.t[i:end]); ok {
		s.addWord(i, i+len(body), true)
		return end
	}
	after := apostrophe(s.t[end:to])
	possessive := after > 0 && s.t[end-1] == 's'
	s.addWord(i, end, possessive)
	if possessive {
		end += after
	}
	return end
}

// elision returns the length of a word of grammar that has lost its vowel before the apostrophe: l'accord.
func (s *scanner) elision(w string) int {
	const longest = 7
	if !s.lang.elided {
		return 0
	}
	if cut := firstApostrophe(w); cut > 0 && cut <= longest && s.lang.traits(w[:cut])&closed != 0 {
		return cut
	}
	return 0
}

func (s *scanner) addWord(from, to int, possessive bool) {
	n := s.number(s.t[from:to])
	w := &s.terms[n]
	s.add(token{
		Span: text.Span{Start: from, End: to},
		kind: w.kind, traits: w.traits, number: n, possessive: possessive,
	})
	s.count(&s.tokens[len(s.tokens)-1])
}
