package speech

import (
	"strings"

	"verbatim/answer/text"
)

const longestRole = 26 // tokens

const longestTitle = 8 // tokens of a role before the name

// roleOf returns the words beside a name that say who that is: Huawei founder Ren Zhengfei; Ken Hu, deputy chairman of
// the board,.
func (p passage) roleOf(m mention) text.Span {
	if role := p.apposition(m.last); !role.Empty() {
		return role
	}
	if p.lang.postposed && m.last < len(p.tokens) && p.tokens[m.last].traits&office != 0 {
		return p.tokens[m.last].Span
	}
	end := m.first
	for end > 0 && p.tokens[end-1].traits&honorific != 0 && p.tokens[end-1].traits&office == 0 {
		end--
	}
	if role := p.roleEndingAt(end); !role.Empty() {
		return role
	}
	if end > 1 && p.tokens[end-1].kind == comma {
		if first := p.roleStart(end - 1); first == 0 || p.tokens[first-1].traits&definite != 0 || p.tokens[first].mention > 0 {
			return p.roleEndingAt(end - 1) // the spokesman, Scott Sykes
		}
	}
	return text.Span{}
}

// apposition reads the role between the commas after the name that ends before token i.
func (p passage) apposition(i int) text.Span {
	if i < len(p.tokens) && p.tokens[i].kind == bracket {
		i = p.pastBracket(i)
	}
	first := p.afterAge(i)
	if first+1 >= len(p.tokens) || p.tokens[first].kind != comma {
		return text.Span{}
	}
	first = p.afterWho(first + 1)
	for first < len(p.tokens) && p.tokens[first].traits&determiner != 0 {
		first++
	}
	if !p.beginsRole(first) {
		return text.Span{}
	}
	// What follows "a" is a role whatever it says: a baker. Other words must name an office.
	end, named := first, p.tokens[first-1].traits&indefinite != 0
	for ; end < len(p.tokens) && end < first+longestRole && !p.endsRole(end); end++ {
		named = named || p.tokens[end].traits&office != 0 && !p.tied(first, end)
	}
	name := p.tokens[end-1].mention > 0 && !p.tied(first, end) // in London, chairman Tom Hill,
	if end == first || end == len(p.tokens) || end == first+longestRole || !named || name {
		return text.Span{}
	}
	return text.Span{Start: p.tokens[first].Start, End: p.tokens[end-1].End}
}

// afterAge returns the index after the age that stands between commas after a name, or i: Anna Berg, 57, a baker,
func (p passage) afterAge(i int) int {
	if i+2 < len(p.tokens) && p.tokens[i].kind == comma && p.tokens[i+1].Len() <= 2 && p.tokens[i+2].kind == comma &&
		strings.Trim(p.tokens[i+1].Of(p.t), "0123456789") == "" {
		return i + 2
	}
	return i
}

// afterWho returns the index after "who is", or k: Anna Berg, who was a baker,
func (p passage) afterWho(k int) int {
	if k+1 < len(p.tokens) && p.tokens[k].traits&relative != 0 && p.tokens[k+1].traits&being != 0 {
		return k + 2
	}
	return k
}

// beginsRole reports whether a role can begin at token k: not the participle of "Smith, holding the chair,".
func (p passage) beginsRole(k int) bool {
	if k >= len(p.tokens) || p.tokens[k].kind > capital {
		return false
	}
	t := p.tokens[k]
	return t.traits&title != 0 || p.tokens[k-1].traits&indefinite != 0 || !p.past(t) && !strings.HasSuffix(t.Of(p.t), "ing")
}

// tied reports whether a preposition stands between first and k, so that k is not the head of the phrase.
func (p passage) tied(first, k int) bool {
	for i := first; i < k; i++ {
		if p.tokens[i].traits&link != 0 {
			return true
		}
	}
	return false
}

// endsRole reports whether token k ends an apposition.
func (p passage) endsRole(k int) bool {
	t := p.tokens[k]
	verb := t.mention == 0 && t.traits&cueStrong != 0 && t.traits&office == 0
	return t.kind > capital && t.kind != other || t.traits&(relative|pronoun) != 0 || verb
}

// roleEndingAt reads the role whose last word is before token end, or nothing.
func (p passage) roleEndingAt(end int) text.Span {
	if end == 0 || p.tokens[end-1].traits&office == 0 {
		return text.Span{}
	}
	return text.Span{Start: p.tokens[p.roleStart(end)].Start, End: p.tokens[end-1].End}
}

// roleStart returns where the words before a name begin that tell its role: "Vodafone's" of "Vodafone's CEO Nick Read".
func (p passage) roleStart(end int) int {
	first := end
	for first > 0 && end-first < longestTitle {
		t := p.tokens[first-1]
		coordinated := first < end && t.traits&conjunction != 0 && first > 1 && p.tokens[first-2].traits&office != 0
		switch {
		case coordinated:
		case t.kind == closing && first < end: // MI6 (the secret service) Chief
			k := p.overBracket(0, first)
			if k == first || k == 0 || p.tokens[k-1].mention == 0 {
				return first
			}
			first = k + 1
		case t.kind > capital, t.mention == 0 && t.traits&closed != 0:
			return first
		case t.kind == word && t.traits&(office|modifier) == 0 && (t.traits&cue != 0 || p.past(t)):
			return first
		case t.kind == word && t.traits&title == 0 && strings.HasSuffix(t.Of(p.t), "ing"):
			return first
		}
		first--
	}
	return first
}
