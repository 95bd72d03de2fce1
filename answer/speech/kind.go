package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind tells how an utterance gives what somebody said.
type Kind uint8

const (
	Direct   Kind = iota // in his words: a quotation that is a sentence, or nearly all of one
	Partial              // some of his words in quotation marks, within a sentence of the article's own
	Reported             // in the article's words: said that it rains
)

var kinds = [...]string{Direct: "direct", Partial: "partial", Reported: "reported"}

// String returns the kind as one English word.
func (k Kind) String() string { return kinds[k] }

// kindOf reports whether quotation i is somebody's words and not a title or a word held at arm's length, and which kind
// of utterance it then is: by what the rules say, by its place, else by its length.
func (s *story) kindOf(i int, src source) (Kind, bool) {
	const least = 5 // words
	p, q := s.at[i], s.quotes[i]
	if q.dash || q.labelled || p.alone() || p.sentence() {
		return Direct, true
	}
	words := strings.Fields(q.said.Of(s.t))
	brief := len(words) < least
	switch {
	case titled(words) && (!src.certain || p.named()), brief && !src.certain && !src.near:
		return 0, false
	case brief && (!src.certain || p.within() && !capitalised(words[0])):
		return Partial, true
	case p.share(src) < directShare:
		return Partial, true
	}
	return Direct, true
}

// directShare is the least part of what its sentence says that is within the marks of a direct quotation. Of one that has
// more outside than that, those who judge such texts say that it is mixed with the article's own words.
const directShare = 0.8

// share returns the part of what the sentence around the quotation says that stands within the marks.
func (p passage) share(src source) float64 {
	said := p.tokens[p.at].Len()
	return float64(said) / float64(said+p.wordsBefore(src)+p.wordsAfter(src))
}

// within reports whether the sentence runs on into the quotation, with no sign before the mark.
func (p passage) within() bool {
	return p.at > 0 && p.tokens[p.at-1].kind <= capital && !p.abbreviated(p.at-1)
}

// wordsBefore returns how many bytes of what is said stand before the mark: those from the beginning of the clause or
// from the cue. A sign, or a word like "that", shows that all that is said follows.
func (p passage) wordsBefore(src source) int {
	if !p.within() || p.tokens[p.at-1].traits&(relative|that) != 0 {
		return 0
	}
	from := p.tokens[p.clauseStart(p.at)].Start
	if src.cue.End <= p.tokens[p.at].Start {
		from = max(from, src.cue.End)
	}
	return p.tokens[p.at-1].End - from
}

// wordsAfter returns how many bytes of what is said follow the mark, up to the next sign or the cue.
func (p passage) wordsAfter(src source) (n int) {
	if strings.IndexByte(",.!?", p.lastByte()) >= 0 {
		return 0
	}
	for _, t := range p.tokens[p.at+1 : min(len(p.tokens), p.at+longestClause)] {
		if t.kind == stop || t.kind == comma || t.kind == dash || t.Start == src.cue.Start {
			break
		}
		n = t.End - p.tokens[p.at].End
	}
	return n
}

// named reports whether words before the quotation make it the name of something: on Fox's “Morning News,”
func (p passage) named() bool {
	return p.within() && p.tokens[p.at-1].traits&cueStrong == 0
}

// titled reports whether words are the title of a work: all but the small ones have a capital.
func titled(words []string) bool {
	const small = 3 // bytes
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); len(w) > small && unicode.IsLower(r) {
			return false
		}
	}
	return true
}
