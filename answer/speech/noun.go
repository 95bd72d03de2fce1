package speech

import (
	"slices"
	"strings"

	"verbatim/answer/text"
)

// noun is the phrase that stands for whoever speaks.
type noun struct {
	text.Span
	first    int    // its first token
	mention  int    // 1 + the mention it names
	pronoun  traits // he, she, it
	of       int    // 1 + the mention that tells more of it: the mayor of Oslo, Oslo's mayor
	head     string // the last word of a phrase without a name, or the one before "of": "chairman"
	traits   traits // of the head
	definite bool   // spoken of before: the chairman
	bare     bool   // no article, no name, no word for a person: it may be no noun at all
}

func (n noun) known() bool { return !n.Empty() || n.pronoun != 0 }

// sex returns what a noun without a name tells of the sex: he, the lady. A verb without a subject tells both.
func (n noun) sex() (sex traits) {
	if n.mention > 0 {
		return 0
	}
	sex = n.traits & sexes
	if n.pronoun&heWord != 0 {
		sex |= male
	}
	if n.pronoun&sheWord != 0 {
		sex |= female
	}
	return sex
}

const (
	longestNoun       = 14 // tokens of a noun phrase
	longestApposition = 45 // tokens between a name and its verb
)

// nounAt reads the noun phrase that begins at token i and returns it with the index after it.
func (p passage) nounAt(i int) (noun, int) {
	n, end := p.plainNounAt(i)
	if (n.mention > 0 || n.traits&office != 0) && end+1 < len(p.tokens) && p.tokens[end].traits&conjunction != 0 {
		switch other, next := p.plainNounAt(end + 1); {
		case other.mention == 0 && n.mention == 0 && other.traits&office != 0:
			n, end = p.phrase(n.first, next), next // founder and chairman
		case other.mention == 0:
		case n.mention > 0:
			return noun{Span: text.Span{Start: n.Start, End: other.End}, first: n.first}, next // Read and Younger
		case p.mentions[other.mention-1].first > end+1:
			return other, next // former governor and party chairman Tom Hill
		}
	}
	if (n.definite || n.traits&(office|people) != 0) && end+1 < len(p.tokens) && p.tokens[end].kind == comma && p.tokens[end+1].mention > 0 {
		if name, next := p.plainNounAt(end + 1); name.mention > 0 && !p.listed(next) {
			return name, next // the spokesman, Scott Sykes
		}
	}
	return n, end
}

// listed reports whether token i goes on with a list or with the name before it.
func (p passage) listed(i int) bool {
	return i < len(p.tokens) && p.tokens[i].kind <= capital && p.tokens[i].traits&(cue|filler|adverb) == 0
}

// plainNounAt reads a noun phrase that is not joined with another.
func (p passage) plainNounAt(i int) (noun, int) {
	if i >= len(p.tokens) || p.tokens[i].kind > capital {
		return noun{}, i
	}
	if pro := p.tokens[i].traits & pronoun; pro != 0 {
		return noun{pronoun: pro, first: i}, i + 1
	}
	end := p.nounEnd(i)
	if end == i {
		return noun{}, i
	}
	if p.tokens[end-1].mention == 0 {
		end = p.nounTail(end)
	}
	return p.phrase(i, end), end
}

// nounEnd returns where the words of the noun phrase that begins at token i end.
func (p passage) nounEnd(i int) int {
	end := i
	for end < len(p.tokens) && end-i < longestNoun {
		if m := p.tokens[end].mention; m > 0 && end > i && p.tokens[end-1].mention > 0 && !p.tokens[end-1].possessive {
			return end
		} else if m > 0 {
			end = p.afterName(p.mentions[m-1].last)
			if p.tokens[i].traits&determiner != 0 {
				end = p.afterOwner(end)
			}
			if p.tokens[end-1].mention > 0 && !p.tokens[end-1].possessive {
				return end
			}
			continue
		}
		if !p.inNoun(i, end) {
			return end
		}
		end++
	}
	return end
}

// afterName goes on from a name over the words that make it part of a title: Huawei research director.
func (p passage) afterName(end int) int {
	last := end
	if p.lang.postposed {
		return end
	}
	if end < len(p.tokens) && p.tokens[end].kind == bracket { // MI6 (the secret service) chief
		if k := p.pastBracket(end); k < len(p.tokens) && p.tokens[k].traits&office != 0 {
			return k + 1
		}
	}
	k := end
	for ; k < len(p.tokens) && k < end+4 && p.tokens[k].mention == 0 && p.inNoun(end-1, k); k++ {
		if p.tokens[k].traits&(office|people|body) != 0 {
			last = k + 1
		}
	}
	if k > end && k <= end+2 && k < len(p.tokens) && p.tokens[k].mention > 0 && !strings.HasSuffix(p.tokens[k-1].Of(p.t), "s") {
		return k // Cruz constituent Dan Hill; what ends in s may be a verb
	}
	return last
}

// afterOwner goes on from a name that has an article over a word or two that the name only tells more of: one Smith aide.
func (p passage) afterOwner(end int) int {
	if p.tokens[end-1].possessive || p.lang.postposed {
		return end
	}
	k := end
	for k < min(len(p.tokens), end+2) && p.tokens[k].kind == word && p.tokens[k].traits&adverb == 0 && p.inNoun(end-1, k) {
		k++
	}
	if k == len(p.tokens) || p.tokens[k].kind > capital || p.tokens[k].traits&(cue|filler) != 0 {
		return k
	}
	return end
}

// inNoun reports whether token k, which is of no name, goes on with the noun phrase that began at token i.
func (p passage) inNoun(i, k int) bool {
	t := p.tokens[k]
	switch {
	case t.kind > capital:
		return false
	case t.traits&determiner != 0:
		return k == i || p.tokens[k-1].traits&determiner != 0
	case t.traits&closed != 0:
		return false
	case t.kind == word && t.traits&cue != 0:
		return k > i && p.nounlike(k)
	case k > i && p.past(t):
		before := p.tokens[k-1]
		return before.traits&(determiner|modifier) != 0 || before.possessive || t.traits&(office|modifier|people) != 0
	}
	return true
}

// nounlike reports whether what could be a cue at token k is the noun of "his claims" and "recent reports".
func (p passage) nounlike(k int) bool {
	if k == 0 || p.tokens[k-1].kind > capital {
		return false
	}
	before := p.tokens[k-1]
	return before.traits&determiner != 0 || before.possessive ||
		before.traits&modifier != 0 && before.kind == word && before.traits&office == 0 && p.tokens[k].traits&cueStrong == 0
}

// past reports whether a word has the look of a verb of the past.
func (p passage) past(t token) bool {
	return t.kind == word && p.lang.isPast(t.Of(p.t)) && t.traits&closed == 0
}

// nounTail goes on over "of the board" and "for the company", which tell one spokesman from another.
func (p passage) nounTail(end int) int {
	for range 3 {
		if end+1 >= len(p.tokens) || !p.genitive(end) {
			return end
		}
		next := p.nounEnd(end + 1)
		if next == end+1 {
			return end
		}
		end = next
	}
	return end
}

// genitive reports whether the word at k ties a noun to the one before it.
func (p passage) genitive(k int) bool {
	t := p.tokens[k]
	if t.Of(p.t) == "to" && k > 0 { // adviser to the board
		return p.tokens[k-1].traits&office != 0
	}
	return t.traits&genitive != 0
}

// pastBracket returns the index after the bracket that opens at token k, or after its opening if it does not close.
func (p passage) pastBracket(k int) int {
	for i := k + 1; i < min(len(p.tokens), k+longestNoun); i++ {
		if p.tokens[i].kind == closing {
			return i + 1
		}
	}
	return k + 1
}

// phrase makes a noun of the tokens from first to last: a name when it ends in one. A time says nothing, and neither
// does an article alone or what ends in a possessive.
func (p passage) phrase(first, last int) noun {
	end := p.tokens[last-1]
	n := noun{Span: text.Span{Start: p.tokens[first].Start, End: end.End}, first: first, mention: int(end.mention)}
	if end.possessive || end.traits&(calendar|determiner) != 0 && end.mention == 0 {
		return noun{}
	}
	n.head, n.traits = end.Of(p.t), end.traits
	for k := first + 1; k < last; k++ {
		if p.genitive(k) && p.tokens[k-1].mention == 0 {
			n.head, n.traits, n.of, n.mention = p.tokens[k-1].Of(p.t), p.tokens[k-1].traits, n.mention, 0
			break
		}
	}
	if n.mention > 0 {
		return n
	}
	owner := slices.IndexFunc(p.tokens[first:last], func(t token) bool { return t.possessive })
	if owner >= 0 && n.of == 0 {
		n.of = int(p.tokens[first+owner].mention)
	}
	n.definite = p.tokens[first].traits&definite != 0 || owner >= 0
	n.bare = p.tokens[first].traits&determiner == 0 && n.traits&(office|people|body) == 0 && owner < 0
	return n
}
