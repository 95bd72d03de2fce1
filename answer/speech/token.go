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
	t      string // the article as far as the paragraph goes
	lang   *language
	tokens []token
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
	t := token{Span: span, traits: s.lang.traits(w)}
	if unicode.IsUpper(r) || !unicode.IsDigit(r) && hasCapital(w) {
		t.kind = capital
	}
	return t
}

// hasCapital reports whether a part of the hyphenated word w is capitalised: al-Awlaki.
func hasCapital(w string) bool {
	for i := strings.IndexByte(w, '-'); i >= 0; {
		r, _ := utf8.DecodeRuneInString(w[i+1:])
		return unicode.IsUpper(r)
	}
	return false
}

// wordEnd returns where the word at i ends: letters and digits, hyphens and apostrophes between them, the stops of
// U.S., of an initial and of a title.
func (s *scanner) wordEnd(i, to int) int {
	start := i
	for i < to {
		r, n := utf8.DecodeRuneInString(s.t[i:to])
		if !letterOrDigit(r) && !unicode.Is(unicode.M, r) {
			if !s.joins(r, text.Span{Start: start, End: i}, s.t[i+n:to]) {
				break
			}
		}
		i += n
	}
	return i
}

// joins reports whether the sign r after the word so far belongs to the word.
func (s *scanner) joins(r rune, so text.Span, rest string) bool {
	after, _ := utf8.DecodeRuneInString(rest)
	switch r {
	case '-', '\'', '’':
		return letterOrDigit(after)
	case ',':
		return unicode.IsDigit(after) && s.t[so.End-1] <= '9'
	case '.':
		return letterOrDigit(after) && !unicode.IsUpper(after) || after == ',' || s.abbreviation(so.Start, so.End)
	}
	return false
}

// abbreviation reports whether the stop at end belongs to the word that begins at start: it does after a single
// letter, and after a title that is written with it.
func (s *scanner) abbreviation(start, end int) bool {
	w := s.t[start:end]
	if last := strings.LastIndexAny(w, ".-"); last >= 0 {
		w = w[last+1:]
	}
	r, n := utf8.DecodeRuneInString(w)
	if n == len(w) {
		return unicode.IsUpper(r) || start+n < end
	}
	if strings.EqualFold(w, "no") {
		return len(s.t) > end+2 && s.t[end+1] == ' ' && s.t[end+2] <= '9' && s.t[end+2] >= '0' // No. 10
	}
	return len(w) <= 5 && s.lang.traits(s.t[start:end+1])&(title|suffix|body|shortened) != 0
}

// apostrophe returns the length of the apostrophe that t begins with, or 0.
func apostrophe(t string) int {
	switch {
	case strings.HasPrefix(t, "'"):
		return 1
	case strings.HasPrefix(t, "’"):
		return len("’")
	}
	return 0
}

func cutPossessive(w string) (string, bool) {
	if body, ok := strings.CutSuffix(w, "'s"); ok {
		return body, true
	}
	return strings.CutSuffix(w, "’s")
}

// traits returns the traits of a word however it is spelt.
func (l *language) traits(w string) traits {
	if t, ok := l.words[w]; ok {
		return t
	}
	if lower := strings.ToLower(w); lower != w {
		return l.words[lower]
	}
	if strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") {
		return filler
	}
	if l.adverbs != "" && len(w) > len(l.adverbs)+2 && strings.HasSuffix(w, l.adverbs) {
		return adverb
	}
	return 0
}
