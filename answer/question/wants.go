package question

import (
	"slices"
	"strings"

	"verbatim/answer/text"
)

// readKind takes the question word that opens the question or a clause of it, and where
// none does the first that asks for a kind. Words in an aside do not count.
func (p *parser) readKind() {
	heads := p.heads()
	if len(heads) > 1 && p.opensAside(heads[0]) {
		heads = heads[1:]
	}
	if len(heads) > 0 {
		p.out.Kind = p.kindAt(heads[0])
		return
	}
	for i, w := range p.words {
		if p.weightAt(w.Span) == 1 && !p.isQuoted(i) && p.questionWord(i) >= 0 {
			if p.out.Kind = p.kindAt(i); p.out.Kind != Anything {
				return
			}
		}
	}
}

// heads returns the question words that nothing but stop words stands before in their clause.
func (p *parser) heads() (all []int) {
	open := true
	from := max(0, strings.Index(p.text, "¿"))
	for i, w := range p.words {
		if w.Start < from || p.weightAt(w.Span) < 1 || p.isQuoted(i) {
			continue
		}
		if i == 0 || p.opensSentence(i) || strings.ContainsAny(p.text[p.words[i-1].End:w.Start], ",;:¿(–—") {
			open = true
		}
		if open && p.questionWord(i) >= 0 {
			all, open = append(all, i), false
		}
		open = open && w.Stop
	}
	return all
}

// opensAside reports whether the question word i begins no question but a clause beside
// one: "when the war ended, who was king".
func (p *parser) opensAside(i int) bool {
	kind := p.lex.asks[p.words[i].Form]
	if kind != Time && kind != Place || i+1 == len(p.words) {
		return false
	}
	next := p.words[i+1].Form
	return !p.lex.auxiliary[next] && !p.lex.copula[next]
}

func (p *parser) kindAt(i int) Kind {
	form := p.words[i].Form
	if i+1 < len(p.words) {
		pair := form + " " + p.words[i+1].Form
		if kind := p.lex.asks[pair]; kind != Anything {
			p.second = i + 1
			return p.narrowed(kind, p.lex.wants[pair], i+2)
		}
	}
	if kind := p.lex.asks[form]; kind != Anything {
		if kind == Person && p.defines(i+1) && p.allNames(i+2) {
			return Meaning
		}
		return p.narrowed(kind, p.lex.wants[p.words[i].Term], i+1)
	}
	switch {
	case p.lex.how[form] && p.isCalled(i+1):
		p.out.want = wantTerm
		return Name
	case p.lex.how[form]:
		return Manner
	case p.lex.which[form]:
		return p.nounBehind(i + 1)
	}
	return Anything
}

// narrowed notes which number is wanted and of what, by the words from i on.
func (p *parser) narrowed(kind Kind, w want, from int) Kind {
	p.out.want = w
	if kind != Number {
		return kind
	}
	for i := from; i < len(p.words) && p.out.want == wantAny; i++ {
		if w := p.lex.wants[p.words[i].Term]; !p.words[i].Stop && w >= wantMoney && w <= wantAge {
			p.out.want = w
		}
	}
	if p.out.nouns = p.run(from); p.out.want == wantAny && len(p.out.nouns) > 0 {
		p.out.want = wantCount
	}
	return kind
}

// run returns the terms of the words from i on, up to the first stop word.
func (p *parser) run(i int) (all []string) {
	for ; i < len(p.words) && !p.words[i].Stop && len(all) < 3; i++ {
		all = append(all, p.words[i].Term)
	}
	return all
}

// nounBehind looks for a noun that names a kind in the words right behind a which.
func (p *parser) nounBehind(i int) Kind {
	if p.isCalled(i) {
		p.out.want = wantTerm
		return Name
	}
	i = p.behindSort(i)
	if i >= len(p.words) {
		return Anything
	}
	if p.lex.auxiliary[p.words[i].Form] {
		return p.meant(i)
	}
	direct := !p.words[i].Stop
	for j := i; j < len(p.words) && j <= i+nounReach; j++ {
		w := p.words[j]
		if p.lex.prepositions[w.Form] || p.lex.auxiliary[w.Form] || direct && w.Stop {
			break
		}
		if kind := p.kindOf(j); kind != Anything {
			if kind != Name {
				p.asked = j
			}
			return kind
		}
	}
	if p.out.nouns = p.run(i); direct && !p.lex.says[p.words[i].Term] && !p.isName(i) {
		return Thing
	}
	if p.defines(i) {
		return Meaning
	}
	return Anything
}

// kindOf returns which kind a noun wants.
func (p *parser) kindOf(i int) Kind {
	term := p.words[i].Term
	switch {
	case p.words[i].Stop:
		return Anything
	case p.lex.nouns[term] != Anything:
		return p.narrowed(p.lex.nouns[term], p.lex.wants[term], i+1)
	case p.lex.naming[term]:
		return p.nameOf(i + 1)
	case p.lex.named[term]:
		p.out.nouns = []string{term}
		return Name
	}
	return Anything
}

// nameOf returns which kind the name of something is: that of a city is a place.
func (p *parser) nameOf(i int) Kind {
	for ; i < len(p.words) && p.words[i].Stop; i++ {
	}
	if i < len(p.words) {
		if kind := p.lex.nouns[p.words[i].Term]; kind == Person || kind == Place {
			return kind
		}
	}
	p.out.want = wantTerm
	return Name
}

// behindSort skips words such as "type of".
func (p *parser) behindSort(i int) int {
	if i < len(p.words) && p.lex.sorts[p.words[i].Term] {
		i++
		for i < len(p.words) && p.lex.prepositions[p.words[i].Form] {
			i++
		}
	}
	return i
}

// isCalled reports whether what is asked is how something is called.
func (p *parser) isCalled(i int) bool {
	const reach = 3
	called := func(j int) bool { return j > 0 && j < len(p.words) && p.lex.called[p.words[j].Form] }
	for j := i; j < i+reach; j++ {
		if called(j) {
			return true
		}
	}
	return called(len(p.words)-1) || called(len(p.words)-2)
}

// defines reports whether the words from i on are a copula and little more than what is to
// be defined.
func (p *parser) defines(i int) bool {
	const most = 3
	if i >= len(p.words) || !p.lex.copula[p.words[i].Form] {
		return false
	}
	count := 0
	for _, w := range p.words[i+1:] {
		if p.lex.prepositions[w.Form] && w.Form != "of" {
			return false
		}
		if p.lex.says[w.Term] || p.lex.compares[w.Term] {
			return false
		}
		if !w.Stop {
			count++
		}
	}
	return count > 0 && count <= most
}

// allNames reports whether the words from i on are names, but for stop words.
func (p *parser) allNames(i int) bool {
	for ; i < len(p.words); i++ {
		if !p.words[i].Stop && !p.isName(i) {
			return false
		}
	}
	return true
}

// meant reports whether a verb such as mean stands behind the auxiliary at i.
func (p *parser) meant(i int) Kind {
	if slices.ContainsFunc(p.words[i+1:], func(w text.Word) bool { return p.lex.signs[key(w)]&ofMeaning != 0 }) && len(p.words)-i < 7 {
		return Meaning
	}
	return Anything
}

// nounReach is how far behind "which" its noun may stand: "what is the total number".
const nounReach = 4
