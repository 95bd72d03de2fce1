package speech

import (
	"strings"
)

// nounBefore reads the noun phrase that ends before token i, over adverbs and auxiliaries, brackets and appositions;
// from is where the clause begins at the earliest.
func (p passage) nounBefore(from, i int) noun {
	k := p.skipBack(from, p.overBracket(from, p.skipBack(from, i)))
	switch {
	case k <= from:
		return noun{}
	case p.tokens[k-1].kind == comma:
		return p.nounWithApposition(from, k-1)
	case p.tokens[k-1].kind == dash:
		return p.nounBeforeAside(from, k-1)
	case p.tokens[k-1].traits&relative != 0:
		return p.antecedent(from, k-1)
	}
	return p.ownerOf(from, k, p.nounEndingAt(from, k))
}

// ownerOf goes back from a noun that ends before k over "of" and "for" to the one that they tell more of: to Smith from
// the Sweden of "Smith of the Bank of Sweden".
func (p passage) ownerOf(from, k int, n noun) noun {
	for n.first > from && n.known() && p.genitive(n.first-1) {
		owner := p.nounEndingAt(from, n.first-1)
		if owner.mention == 0 && owner.traits&(office|people) != 0 {
			return p.phrase(owner.first, k)
		}
		if owner.mention == 0 {
			break
		}
		n = owner
	}
	return n
}

// nounBeforeAside reads "A baker – Anna Berg, who has lost hers –" whose last dash is at token end: the noun before the
// first dash, or a name after it that tells who that is.
func (p passage) nounBeforeAside(from, end int) noun {
	for k := end - 1; k > max(from, end-longestApposition); k-- {
		if p.tokens[k].kind != dash || p.tokens[k+1].kind == dash {
			continue
		}
		name, _ := p.nounAt(k + 1)
		for k > from && p.tokens[k-1].kind == dash {
			k--
		}
		if n := p.nounEndingAt(from, p.overBracket(from, k)); n.mention > 0 || name.mention == 0 {
			return n
		}
		return name
	}
	return noun{}
}

// antecedent returns the noun before the relative pronoun at k: Smith, who said.
func (p passage) antecedent(from, k int) noun {
	if k > from && p.tokens[k-1].kind == comma {
		k--
	}
	return p.nounEndingAt(from, k)
}

// skipBack returns the index after the last token before i that is neither auxiliary nor adverb nor a day.
func (p passage) skipBack(from, i int) int {
	for i > from && p.tokens[i-1].mention == 0 && p.tokens[i-1].traits&(filler|adverb|calendar) != 0 &&
		!(i-1 > from && p.tokens[i-2].traits&determiner != 0) {
		i--
		if i > from && p.tokens[i].traits&calendar != 0 && p.tokens[i-1].traits&link != 0 {
			i-- // on Monday
		}
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
				return name // a neighbour, Anna Berg,
			}
			return n
		}
	}
	return noun{}
}
