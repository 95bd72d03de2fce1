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
	words   numbering
	terms   []term // by the numbers of their words; the first is that of signs
	article uint32 // the articles so far
}

// term is a word as it is spelt, and what does not depend on where it stands.
type term struct {
	lower   int32 // the number of the same word in lower case
	traits  traits
	count   int32  // how often it has a capital, where grammar asks for none, against how often it has not
	article uint32 // that was counted
	kind    kind
}

func newVocabulary(lang *language) *vocabulary {
	return &vocabulary{lang: lang, words: newNumbering(), terms: make([]term, 1)}
}

// begin begins a new article. Where the vocabulary has grown too large for the fast memory of a processor, to learn the
// words again costs less than to keep them.
func (v *vocabulary) begin() {
	if v.words.full(1 << 12) {
		v.words.forget()
		v.terms = v.terms[:1]
	}
	v.article++
}

// number returns the place of a word among the terms.
func (v *vocabulary) number(w string) int32 {
	n, key := v.words.find(w)
	if n == 0 {
		return v.learn(w, key)
	}
	return n
}

func (v *vocabulary) learn(w string, key uint64) int32 {
	n := v.words.add(w, key)
	v.terms = append(v.terms, term{})
	t := term{lower: n, kind: kindOfWord(w)}
	if lower := strings.ToLower(w); lower == w {
		t.traits = v.lang.traits(w)
	} else {
		t.lower = v.number(lower)
		t.traits = v.lang.spelt(w, v.terms[t.lower].traits)
	}
	v.terms[n] = t
	return n
}

// count notes how a word is spelt where it stands.
func (v *vocabulary) count(t *token) {
	switch {
	case t.kind == word:
		v.note(t.number, -1)
	case !t.initial:
		v.note(v.terms[t.number].lower, 1)
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

// spelt returns the traits of a word that has a capital, by those that it has in lower case. IT, US and WHO are no words of
// grammar.
func (l *language) spelt(w string, lower traits) traits {
	t, ok := l.words[w]
	if !ok {
		t = lower
	}
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
	if i := firstApostrophe(w); i > 0 {
		return l.contracted(w, i)
	}
	if _, last, ok := strings.Cut(w, "-"); ok {
		return l.words[last] & (office | people | body) // ex-president
	}
	return l.inflected(w)
}

// inflected returns what the ending of a word in lower case tells.
func (l *language) inflected(w string) traits {
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
