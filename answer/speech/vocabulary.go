package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// vocabulary keeps what is known of the words that were read in a language, as most words of an article were in those
// before it, and counts how they are spelt in the one that is read.
type vocabulary struct {
	lang    *language
	numbers map[string]int32 // the place of a word among the terms
	terms   []term           // the first is that of signs
	bytes   int              // of all terms
	article uint32           // the articles so far
}

// term is a word as it is spelt, and what does not depend on where it stands.
type term struct {
	surface string
	lower   int32 // the number of the same word in lower case
	traits  traits
	kind    kind
	count   int32  // how often it has a capital, where grammar asks for none, against how often it has not
	article uint32 // that was counted
}

func newVocabulary(lang *language) *vocabulary {
	return &vocabulary{lang: lang, numbers: map[string]int32{}, terms: make([]term, 1)}
}

// begin begins a new article. Where the vocabulary has grown too large it is forgotten.
func (v *vocabulary) begin() {
	const most, mostBytes = 1 << 15, 1 << 20
	if len(v.terms) > most || v.bytes > mostBytes {
		clear(v.numbers)
		clear(v.terms) // lets go of the words
		v.terms, v.bytes = v.terms[:1], 0
	}
	v.article++
}

// number returns the place of a word among the terms.
func (v *vocabulary) number(w string) int32 {
	if n, ok := v.numbers[w]; ok {
		return n
	}
	return v.learn(strings.Clone(w))
}

func (v *vocabulary) learn(w string) int32 {
	n := int32(len(v.terms))
	v.numbers[w] = n
	v.bytes += len(w)
	v.terms = append(v.terms, term{surface: w, lower: n, traits: v.lang.spelt(w), kind: kindOfWord(w)})
	if lower := strings.ToLower(w); lower != w {
		l := v.number(lower)
		v.terms[n].lower = l
	}
	return n
}

// count notes the spellings of the words of a paragraph or a quotation.
func (v *vocabulary) count(tokens []token) {
	for i := range tokens {
		switch t := &tokens[i]; {
		case t.kind == word:
			v.note(t.number, -1)
		case t.kind == capital && !t.initial:
			v.note(v.terms[t.number].lower, 1)
		}
	}
}

func (v *vocabulary) note(number, n int32) {
	t := &v.terms[number]
	if t.article != v.article {
		t.article, t.count = v.article, 0
	}
	t.count += n
}

// capitals returns how often the word of a token has a capital in the article, where grammar asks for none, against how
// often it has not.
func (v *vocabulary) capitals(t *token) int32 {
	if l := &v.terms[v.terms[t.number].lower]; l.article == v.article {
		return l.count
	}
	return 0
}

// kindOfWord returns whether a word has a capital.
func kindOfWord(w string) kind {
	r, _ := utf8.DecodeRuneInString(w)
	if unicode.IsUpper(r) || !unicode.IsDigit(r) && hasCapital(w) {
		return capital
	}
	return word
}

// spelt returns the traits of a word as it is spelt: IT, US and WHO are no words of grammar.
func (l *language) spelt(w string) traits {
	t := l.traits(w)
	if t&closed != 0 && utf8.RuneCountInString(w) > 1 && strings.ToUpper(w) == w {
		return 0
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
