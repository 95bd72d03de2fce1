package speech

import (
	"strings"

	"verbatim/answer/text"
)

// addition returns what the words beside a quotation tell of whom src names, after the name: , who bakes in Oslo. It is
// empty for a pronoun, and for a name that was read in another paragraph.
func (p passage) addition(src source) text.Span {
	n := src.noun
	if n.Empty() || n.first >= len(p.tokens) || p.tokens[n.first].Start != n.Start {
		return text.Span{}
	}
	end := n.first
	for end < len(p.tokens) && p.tokens[end].Start < n.End {
		end++
	}
	if last := p.afterAddition(end, src.cue); last > end+1 {
		return text.Span{Start: n.End, End: p.tokens[last-1].End}
	}
	return text.Span{}
}

// afterAddition returns where the words end that begin at token i and tell more of the name before it, or i: up to the
// comma before the cue, if that follows, or else to the end of the sentence.
func (p passage) afterAddition(i int, cue text.Span) int {
	if !p.beginsAddition(i) {
		return i
	}
	for k := i + 1; k < len(p.tokens) && k < i+longestApposition; k++ {
		switch t := p.tokens[k]; {
		case cue.Start == t.Start && !cue.Empty():
			return p.withoutComma(i, p.skipBack(i, k))
		case t.kind == comma && k+1 < len(p.tokens) && p.verbAt(k+1):
			return p.withoutComma(i, k)
		case t.kind == stop, t.kind == quoted && t.Len() > shortQuote, t.kind == comma && p.turns(k+1):
			if cue.Start > t.Start {
				return i // something else stands between name and cue
			}
			return p.withoutComma(i, k)
		}
	}
	return i
}

// beginsAddition reports whether words that tell more of a name can begin at token i: of Oslo; who bakes; , a baker.
func (p passage) beginsAddition(i int) bool {
	if i+1 >= len(p.tokens) {
		return false
	}
	t, next := p.tokens[i], p.tokens[i+1]
	switch t.kind {
	case comma:
		return next.kind == capital || next.traits&(determiner|relative|title) != 0 || next.Of(p.t)[0] <= '9' || next.Of(p.t) == "of"
	case word:
		return t.traits&relative != 0 && t.traits&that == 0 || t.Of(p.t) == "of"
	}
	return t.kind == bracket
}

// verbAt reports whether the verb of the sentence stands at token k, after what was added to its subject.
func (p passage) verbAt(k int) bool {
	return p.isCue(k, cue) && p.tokens[k].traits&cueBound == 0 || p.past(p.tokens[k])
}

// turns reports whether the words from token k on tell something else than of the name before: adding, and, when.
func (p passage) turns(k int) bool {
	if k >= len(p.tokens) {
		return true
	}
	t := p.tokens[k]
	away := t.traits&(cueBound|conjunction|filler) != 0 || t.traits&link != 0 && t.Of(p.t) != "of" // on Monday
	return t.mention == 0 && (away || strings.HasSuffix(t.Of(p.t), "ing"))
}

// withoutComma returns end without the commas that stand before it.
func (p passage) withoutComma(i, end int) int {
	for end > i && (p.tokens[end-1].kind == comma || p.tokens[end-1].kind == dash) {
		end--
	}
	return end
}
