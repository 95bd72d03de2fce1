package speech

import (
	"slices"
	"strings"
)

// passage is a paragraph of the story as a rule reads it, with the quotation it is asked about.
type passage struct {
	*story
	tokens    []token
	at        int // the token of the quotation
	paragraph int
}

// above returns the paragraph before p, read from its end.
func (p passage) above() passage {
	if p.paragraph == 0 {
		return passage{story: p.story}
	}
	tokens := p.story.tokens[p.paragraph-1]
	return passage{p.story, tokens, len(tokens), p.paragraph - 1}
}

// below returns the paragraph after p.
func (p passage) below() passage {
	if p.paragraph+1 == len(p.story.tokens) {
		return passage{story: p.story}
	}
	return passage{p.story, p.story.tokens[p.paragraph+1], 0, p.paragraph + 1}
}

// longestClause is the most tokens that are looked back over for the beginning of a sentence.
const longestClause = 80

// shortQuote is the length, marks included, of a nickname or a word that stands in a sentence and does not end it.
const shortQuote = 30

// clauseStart returns where the sentence before token i begins, or the quotation before it ends.
func (p passage) clauseStart(i int) int {
	for k := i - 1; k >= max(0, i-longestClause); k-- {
		switch t := p.tokens[k]; {
		case t.kind == stop, t.kind == quoted && t.Len() > shortQuote, t.kind == dash && p.dateline(k):
			return k + 1
		}
	}
	return max(0, i-longestClause)
}

// dateline reports whether the dash at k ends the place and agency that news begin with: WASHINGTON (AP) —
func (p passage) dateline(k int) bool {
	const longest = 10
	w := p.tokens[0].Of(p.t)
	return k < longest && p.tokens[0].kind == capital && len(w) > 2 && strings.ToUpper(w) == w
}

// afterQuote returns the token after the quotation, and after the comma or dash that follows it.
func (p passage) afterQuote() int {
	k := p.at + 1
	for k < len(p.tokens) && (p.tokens[k].kind == comma || p.tokens[k].kind == dash) {
		k++
	}
	return k
}

// lastByte returns the last byte of the quotation: what it ends in, if that is an ASCII stop or comma.
func (p passage) lastByte() byte {
	said := strings.TrimRight(p.quotes[p.tokens[p.at].number].said.Of(p.t), "'’”\" ")
	if said == "" {
		return 0
	}
	return said[len(said)-1]
}

// pauses reports whether the quotation ends as one does before the words that tell who speaks.
func (p passage) pauses() bool {
	last := p.lastByte()
	return last == ',' || last == '!' || last == '?'
}

// apart reports whether the quotation is set off from the words after it, and is not a part of their sentence as in
// The “club” included two.
func (p passage) apart() bool {
	return p.at == 0 || p.pauses() || p.afterQuote() > p.at+1 || p.tokens[p.at-1].kind > capital
}

// alone reports whether the quotation begins its paragraph and only quotations follow.
func (p passage) alone() bool {
	if p.at > 0 {
		return false
	}
	for _, t := range p.tokens {
		if t.kind != quoted {
			return false
		}
	}
	return true
}

// sentence reports whether the quotation is a sentence of its own.
func (p passage) sentence() bool {
	last := p.lastByte()
	return p.first() && (last == '.' || last == '!' || last == '?')
}

// first reports whether the quotation begins a sentence.
func (p passage) first() bool {
	return p.at == 0 || p.tokens[p.at-1].kind == stop || p.abbreviated(p.at-1)
}

// abbreviated reports whether the stop of an abbreviation at token k may end the sentence too.
func (p passage) abbreviated(k int) bool { return strings.HasSuffix(p.tokens[k].Of(p.t), ".") }

// isCue reports whether token k is a verb of speech: not the noun in "his claims", not the passive "was asked".
func (p passage) isCue(k int, strength traits) bool {
	t := p.tokens[k]
	if t.traits&strength == 0 || t.mention > 0 || t.possessive || t.kind == capital && !t.initial || p.nounlike(k) {
		return false
	}
	return t.traits&cueBound != 0 || !p.passive(k)
}

// passive reports whether the verb at token k is that of "was asked" or "when asked".
func (p passage) passive(k int) bool {
	for k--; k >= 0 && p.tokens[k].traits&(filler|adverb) != 0; k-- {
		if p.tokens[k].traits&being != 0 {
			return true
		}
	}
	return k >= 0 && p.tokens[k].Of(p.t) == "when"
}

// subject finds who does the verb at token k in the clause from from to to.
func (p passage) subject(from, k, to int) noun {
	clause, next := p.clauseSubject(from, k)
	if p.tokens[k].traits&cueBound != 0 {
		if n := p.boundSubject(from, k); n.known() {
			return n
		}
		return clause
	}
	n := p.nounBefore(from, k)
	switch {
	case clause.known() && clause.first != n.first && next < k && p.modified(next, k):
		return clause // an official who asked not to be named said
	case n.mention == 0 && n.bare && clause.mention > 0:
		return clause // Иванов утром сказал
	case p.place(n, clause):
		return clause // Smith, of Malmö, Sweden said
	case n.known() && !n.bare:
		return n
	}
	if k > from && p.tokens[k-1].kind <= capital {
		return clause // but told his supporters,
	}
	if n, end := p.nounAt(k + 1); (n.mention > 0 || n.traits&(office|people) != 0) && end < to && p.tokens[end].kind == comma {
		return n // the plan, explained Read,
	}
	return clause
}

// place reports whether noun n ends an apposition to the subject of the clause, whose last comma was forgotten.
func (p passage) place(n, clause noun) bool {
	if n.mention == 0 || clause.mention == 0 || n.first <= clause.first || p.tokens[n.first-1].kind != comma {
		return false
	}
	who := p.persons[p.mentions[clause.mention-1].person]
	return who.human() && !p.persons[p.mentions[n.mention-1].person].human()
}

// boundSubject finds who does the participle at token k where it is not the subject of the clause: with Smith
// shouting; Smith said, adding.
func (p passage) boundSubject(from, k int) noun {
	if n := p.nounEndingAt(from, p.skipBack(from, k)); n.first > from && p.tokens[n.first-1].Of(p.t) == "with" {
		return n
	}
	if said := k - 2; said > from && p.tokens[k-1].kind == comma && p.isCue(said, cue) {
		return p.nounBefore(from, said)
	}
	return noun{}
}

// modified reports whether from token i to the verb at k goes what tells more of the noun before it, without a comma: who
// asked not to be named; speaking in London.
func (p passage) modified(i, k int) bool {
	if p.tokens[i].traits&relative != 0 {
		return true
	}
	if p.past(p.tokens[i]) && i+1 < k && p.tokens[i+1].Of(p.t) == "by" {
		return true // a letter obtained by the Post says
	}
	isComma := func(t token) bool { return t.kind == comma }
	return p.tokens[i].kind == word && strings.HasSuffix(p.tokens[i].Of(p.t), "ing") && !slices.ContainsFunc(p.tokens[i:k], isComma)
}

// clauseSubject finds the subject of the clause that begins at from: its first noun phrase outside opening
// adverbials such as "In London,".
func (p passage) clauseSubject(from, to int) (noun, int) {
	i := p.afterAdverbial(from, to)
	if i < to && i > 0 && p.tokens[i-1].kind == quoted && p.tokens[i].traits&cue != 0 {
		i++ // “Yes,” said Smith, adding
	}
	if i >= to {
		return noun{}, to
	}
	return p.nounAt(i)
}

// sentenceSubject finds the subject of the sentence that the quotation stands in or follows: Read nodded. “Yes.”
func (p passage) sentenceSubject() noun {
	end := p.at
	if end > 0 && p.tokens[end-1].kind <= colon && p.tokens[end-1].kind >= comma {
		end--
	}
	if end > 0 && p.tokens[end-1].traits&cue != 0 && p.passive(end-1) {
		return noun{} // she was asked,
	}
	n, _ := p.clauseSubject(p.clauseStart(end), end)
	return n
}

// afterAdverbial returns where a clause begins after "Later," and "In an interview,".
func (p passage) afterAdverbial(from, to int) int {
	for i := from; i < to; {
		t := p.tokens[i]
		named := t.mention > 0 && !p.mentions[t.mention-1].doubtful
		switch {
		case t.kind > capital, !named && t.traits&(filler|adverb|conjunction|calendar) != 0:
			i++
		case t.mention == 0 && t.traits&(link|origin|cueBound) != 0, !named && strings.HasSuffix(t.Of(p.t), "ing"):
			for i < to && p.tokens[i].kind != comma {
				i++
			}
		case t.mention > 0 && !named && i+1 < to && p.tokens[i+1].kind == comma:
			i++ // Similarly,
		default:
			return i
		}
	}
	return to
}
