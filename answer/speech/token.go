package speech

import (
	"strings"
	"unicode"
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

// token is a word, a sign or a whole quotation of a paragraph.
type token struct {
	text.Span
	kind       kind
	traits     traits
	possessive bool // the 's is not in the span
	initial    bool // first word of a sentence
	quote      int  // of a quoted token: its quotation
	mention    int  // of a token of a name: 1 + its mention
}

// scanner makes tokens of a paragraph.
type scanner struct {
	t        string // the article as far as the paragraph goes
	lang     *language
	spelling bool // how words are spelt is all that is asked for: they get no traits
	tokens   []token
}

// tokenize returns the tokens of a paragraph, whose quotations are quotes, numbered from first.
func tokenize(t string, p text.Span, lang *language, quotes []quotation, first int) []token {
	s := scanner{t: t[:p.End], lang: lang, tokens: make([]token, 0, p.Len()/5+4)}
	at := p.Start
	for i, q := range quotes {
		s.words(at, q.outer.Start)
		s.tokens = append(s.tokens, token{Span: q.outer, kind: quoted, quote: first + i})
		at = q.outer.End
	}
	s.words(at, p.End)
	return s.tokens
}

// scan returns the tokens of a text without quotations.
func (s *scanner) scan() []token {
	s.words(0, len(s.t))
	return s.tokens
}

// words scans the text from one offset to another.
func (s *scanner) words(from, to int) {
	for i := from; i < to; {
		r, n := rune(s.t[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s.t[i:to])
		}
		switch {
		case letterOrDigit(r):
			i = s.word(i, to)
		case unicode.IsSpace(r), r == '\u200b', r == '*', r == '_':
			i += n
		default:
			s.add(token{Span: text.Span{Start: i, End: i + n}, kind: signs[r]})
			i += n
		}
	}
}

// signs gives the kind of a sign; one that is not listed is other.
var signs = func() map[rune]kind {
	m := map[rune]kind{}
	for k, list := range map[kind]string{comma: ",،", stop: ".!?…;¿¡|•", colon: ":", dash: "–—―-", bracket: "([{", closing: ")]}"} {
		for _, r := range list {
			m[r] = k
		}
	}
	for r := rune(0); r < utf8.RuneSelf; r++ {
		if _, ok := m[r]; !ok {
			m[r] = other
		}
	}
	return m
}()

func (s *scanner) add(t token) {
	if n := len(s.tokens); t.kind <= capital {
		t.initial = n == 0 || s.tokens[n-1].kind == stop || s.tokens[n-1].kind == other || s.tokens[n-1].kind == quoted
	}
	s.tokens = append(s.tokens, t)
}

// word scans the word at i and returns where it ends.
func (s *scanner) word(i, to int) int {
	end := s.wordEnd(i, to)
	if s.lang.elided {
		if cut := strings.IndexAny(s.t[i:end], "'’"); cut > 0 && cut <= 7 && s.lang.traits(s.t[i:i+cut])&closed != 0 {
			_, n := utf8.DecodeRuneInString(s.t[i+cut:])
			s.add(s.token(text.Span{Start: i, End: i + cut}))
			i += cut + n
		}
	}
	for _, clitic := range s.lang.clitics {
		if verb, ok := strings.CutSuffix(s.t[i:end], clitic); ok && verb != "" {
			s.add(s.token(text.Span{Start: i, End: i + len(verb)}))
			s.add(s.token(text.Span{Start: i + len(verb) + strings.LastIndexByte(clitic, '-') + 1, End: end}))
			return end
		}
	}
	t := s.token(text.Span{Start: i, End: end})
	if body, ok := cutPossessive(s.t[i:end]); ok {
		t = s.token(text.Span{Start: i, End: i + len(body)})
		t.possessive = true
	} else if strings.HasSuffix(s.t[i:end], "s") && apostrophe(s.t[end:to]) > 0 {
		t.possessive = true
		end += apostrophe(s.t[end:to])
	}
	if i == end {
		return end + 1
	}
	s.add(t)
	return end
}

// token makes a token of the word at span.
func (s *scanner) token(span text.Span) token {
	w := span.Of(s.t)
	r, _ := utf8.DecodeRuneInString(w)
	t := token{Span: span}
	if !s.spelling {
		t.traits = s.lang.traits(w)
	}
	if unicode.IsUpper(r) || !unicode.IsDigit(r) && hasCapital(w) {
		t.kind = capital
	}
	if t.traits&closed != 0 && utf8.RuneCountInString(w) > 1 && strings.ToUpper(w) == w {
		t.traits = 0 // IT, US, WHO
	}
	return t
}

// traits returns the traits of a word however it is spelt.
func (l *language) traits(w string) traits {
	if t, ok := l.words[w]; ok {
		return t
	}
	if lower := strings.ToLower(w); lower != w {
		return l.traits(lower)
	}
	if i := strings.IndexAny(w, "'’"); i > 0 {
		return l.contracted(w, i)
	}
	if _, last, ok := strings.Cut(w, "-"); ok {
		return l.words[last] & (office | people | body) // ex-president
	}
	if l.past == "ed" && len(w) > 4 && w[len(w)-1] == 's' && l.words[w[:len(w)-1]]&office != 0 {
		return people // prosecutors
	}
	for _, end := range l.compounds {
		if strings.HasSuffix(w, end) {
			return office
		}
	}
	if l.adverbs != "" && len(w) > len(l.adverbs)+2 && strings.HasSuffix(w, l.adverbs) {
		return adverb
	}
	return 0
}

// contracted returns the traits of an English word with an apostrophe at i: didn't, he'd.
func (l *language) contracted(w string, i int) traits {
	if strings.HasSuffix(w[:i], "n") && strings.HasSuffix(w, "t") {
		return filler
	}
	if t := l.traits(w[:i]); t&pronoun != 0 {
		return t
	}
	return 0
}
