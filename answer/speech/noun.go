package speech

import (
	"strings"

	"verbatim/answer/text"
)

// noun is the phrase that stands for whoever speaks.
type noun struct {
	text.Span
	first    int    // its first token
	mention  int    // 1 + the mention it names
	pronoun  traits // he, she, it
	head     string // the last word of a phrase without a name: "chairman"
	traits   traits // of the head
	definite bool   // spoken of before: the chairman
	bare     bool   // no article, no name, no word for a person: it may be no noun at all
}

func (n noun) known() bool { return !n.Empty() || n.pronoun != 0 }

// sex returns what a noun without a name tells of the sex: he, the young lady. A verb without a subject tells both.
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
	if n.mention > 0 && end+1 < len(p.tokens) && p.tokens[end].traits&conjunction != 0 {
		if other, next := p.plainNounAt(end + 1); other.mention > 0 {
			return noun{Span: text.Span{Start: n.Start, End: other.End}, first: n.first}, next // Burton and Nick
		}
	}
	if n.traits&(office|people) != 0 && end+1 < len(p.tokens) && p.tokens[end].kind == comma && p.tokens[end+1].mention > 0 {
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

// afterName goes on from a name over the words that make it part of a title: Clinton campaign spokesman.
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
	for k := end; k < len(p.tokens) && k < end+4 && p.tokens[k].mention == 0 && p.inNoun(end-1, k); k++ {
		if p.tokens[k].traits&(office|people|body) != 0 {
			last = k + 1
		}
	}
	return last
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
	w := p.tokens[k].Of(p.t)
	return genitives[w] || w == "to" && k > 0 && (p.tokens[k-1].traits&office != 0 || p.tokens[k-1].Of(p.t) == "close")
}

var genitives = set("of for at from in with de du des d pour del por para av til för hos från på for i")

// nounBefore reads the noun phrase that ends before token i, over adverbs and auxiliaries, brackets and appositions;
// from is where the clause begins at the earliest.
func (p passage) nounBefore(from, i int) noun {
	k := p.skipBack(from, p.overBracket(from, p.skipBack(from, i)))
	switch {
	case k <= from:
		return noun{}
	case p.tokens[k-1].kind == comma:
		return p.nounWithApposition(from, k-1)
	case p.tokens[k-1].traits&relative != 0:
		return p.antecedent(from, k-1)
	}
	n := p.nounEndingAt(from, k)
	if n.first > from && n.known() && p.genitive(n.first-1) {
		switch owner := p.nounEndingAt(from, n.first-1); {
		case owner.mention > 0:
			return owner
		case owner.traits&(office|people) != 0:
			return p.phrase(owner.first, k)
		}
	}
	return n
}

// antecedent returns the noun before the relative pronoun at k: Smith, who said.
func (p passage) antecedent(from, k int) noun {
	if k > from && p.tokens[k-1].kind == comma {
		k--
	}
	return p.nounEndingAt(from, k)
}

// skipBack returns the index after the last token before i that is neither auxiliary nor adverb.
func (p passage) skipBack(from, i int) int {
	for i > from && p.tokens[i-1].mention == 0 && p.tokens[i-1].traits&(filler|adverb) != 0 &&
		!(i-1 > from && p.tokens[i-2].traits&determiner != 0) {
		i--
	}
	return i
}

// overBracket returns where the bracket that ends before token k begins, or k.
func (p passage) overBracket(from, k int) int {
	if k <= from || p.tokens[k-1].kind != closing {
		return k
	}
	for i := k - 1; i > from && i > k-longestNoun; i-- {
		if p.tokens[i-1].kind == bracket {
			return i - 1
		}
	}
	return k
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

// nounEndingAt reads the noun phrase whose last token is before end.
func (p passage) nounEndingAt(from, end int) noun {
	if end <= from || p.tokens[end-1].kind > capital {
		return noun{}
	}
	if pro := p.tokens[end-1].traits & pronoun; pro != 0 {
		return noun{pronoun: pro, first: end - 1}
	}
	first := end
	for first > from && end-first < longestNoun && p.precedes(first-1, end) {
		first--
	}
	if first == end {
		return noun{}
	}
	if first > from && p.tokens[first-1].kind <= capital && p.tokens[first-1].traits&determiner != 0 {
		first--
	}
	return p.phrase(first, end)
}

// precedes reports whether token k belongs to the noun phrase that goes on after it and ends before end.
func (p passage) precedes(k, end int) bool {
	t := p.tokens[k]
	if t.kind > capital || t.possessive && k+1 == end {
		return false
	}
	if t.mention > 0 {
		if k+1 == end || t.possessive || p.tokens[k+1].mention == t.mention {
			return true
		}
		return p.afterName(k+1) > k+1
	}
	return t.traits&closed == 0 && (t.kind == capital || t.traits&cue == 0) && (k+1 == end || !p.past(t) || t.traits&title != 0)
}

// nounWithApposition reads "Ken Hu, deputy chairman of the board," whose last comma is at token end.
func (p passage) nounWithApposition(from, end int) noun {
	from = max(from, end-longestApposition)
	start := from
	if !strings.EqualFold(p.tokens[from].Of(p.t), "as") { // As Smith, the majority leader, put it
		start = p.afterAdverbial(from, end)
	}
	for k := start; k < end; k++ {
		if p.tokens[k].kind != comma {
			continue
		}
		if n := p.nounEndingAt(from, p.overBracket(from, k)); n.known() && n.pronoun == 0 {
			if name, next := p.nounAt(k + 1); n.mention == 0 && name.mention > 0 && next == end {
				return name // another critic, Laurence Tribe,
			}
			return n
		}
	}
	return noun{}
}

// phrase makes a noun of the tokens from first to last: a name when it ends in one. A time says nothing, and neither
// does what ends in a possessive.
func (p passage) phrase(first, last int) noun {
	end := p.tokens[last-1]
	n := noun{Span: text.Span{Start: p.tokens[first].Start, End: end.End}, first: first, mention: end.mention}
	if end.possessive || end.traits&calendar != 0 && end.mention == 0 {
		return noun{}
	}
	if n.mention > 0 {
		return n
	}
	n.head, n.traits = end.Of(p.t), end.traits
	for k := first; k < last; k++ {
		if p.genitive(k) && k > first {
			n.head, n.traits = p.tokens[k-1].Of(p.t), p.tokens[k-1].traits
			break
		}
	}
	n.definite = p.tokens[first].traits&definite != 0
	n.bare = p.tokens[first].traits&determiner == 0 && n.traits&(office|people|body) == 0
	return n
}
