package question

import (
	"slices"
	"strings"

	"verbatim/answer/text"
)

// readKind takes the question word that opens the question or a clause of it, and where
// none does the first that asks for a kind. Words in an aside do not count.
func (p *parser) readKind() {
	heads := p.heads
	if len(heads) > 1 && p.opensAside(heads[0]) {
		heads = heads[1:]
	}
	if len(heads) > 0 {
		p.out.Kind = p.kindAt(heads[0])
		return
	}
	for i, r := range p.roles {
		if !r.is(asAside) && !p.isQuoted(i) && p.questionWord(i) >= 0 {
			if p.out.Kind = p.kindAt(i); p.out.Kind != Anything {
				return
			}
		}
	}
}

// findHeads fills heads.
func (p *parser) findHeads() {
	p.heads = p.heads[:0]
	open := true
	from := max(0, strings.Index(p.text, "¿"))
	for i, w := range p.words {
		if w.Start < from || p.is(i, asAside) || p.isQuoted(i) {
			continue
		}
		if i == 0 || p.is(i, asOpening) || p.parted(i, ",;:¿(–—") {
			open = true
		}
		if open && p.questionWord(i) >= 0 {
			p.heads, open = append(p.heads, i), false
		}
		open = open && w.Stop
	}
}

// opensAside reports whether the question word i begins no question but a clause beside
// one: "when the war ended, who was king".
func (p *parser) opensAside(i int) bool {
	kind := p.roles[i].asks
	if kind != Time && kind != Place || i+1 == len(p.words) {
		return false
	}
	return !p.is(i+1, asAuxiliary|asCopula)
}

func (p *parser) kindAt(i int) Kind {
	r := p.roles[i]
	if r.is(opensPair) {
		if pair := p.pairAt(i); pair.asks != Anything {
			p.second = i + 1
			return p.narrowed(pair.asks, pair.want, i+2)
		}
	}
	if kind := r.asks; kind != Anything {
		if kind == Person && p.defines(i+1) && p.allNames(i+2) {
			return Meaning
		}
		return p.narrowed(kind, r.want, i+1)
	}
	switch {
	case r.is(asHow) && p.isCalled(i+1):
		p.out.want = wantTerm
		return Name
	case r.is(asHow):
		return Manner
	case r.is(asWhich):
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
		if w := p.roles[i].want; !p.words[i].Stop && w >= wantMoney && w <= wantAge {
			p.out.want = w
		}
	}
	if p.out.nouns = p.run(from); p.out.want == wantAny && len(p.out.nouns) > 0 {
		p.out.want = wantCount
	}
	return kind
}

// mostNouns is how many words are taken for nouns that are counted.
const mostNouns = 3

// run returns the terms of the words from i on, up to the first stop word. They are valid until it is asked again.
func (p *parser) run(i int) []string {
	all := p.room.nouns[:0]
	for ; i < len(p.words) && !p.words[i].Stop && len(all) < mostNouns; i++ {
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
	if p.is(i, asAuxiliary) {
		return p.meant(i)
	}
	direct := !p.words[i].Stop
	for j := i; j < len(p.words) && j <= i+nounReach; j++ {
		if p.is(j, asPreposition|asAuxiliary) || direct && p.words[j].Stop {
			break
		}
		if kind := p.kindOf(j); kind != Anything {
			if kind != Name {
				p.asked = j
			}
			return kind
		}
	}
	if p.out.nouns = p.run(i); direct && !p.is(i, asSaying|asName) {
		return Thing
	}
	if p.defines(i) {
		return Meaning
	}
	return Anything
}

// kindOf returns which kind a noun wants.
func (p *parser) kindOf(i int) Kind {
	switch r := p.roles[i]; {
	case p.words[i].Stop:
		return Anything
	case r.noun != Anything:
		return p.narrowed(r.noun, r.want, i+1)
	case r.is(asNaming):
		return p.nameOf(i + 1)
	case r.is(asNamed):
		p.out.nouns = []string{p.words[i].Term}
		return Name
	}
	return Anything
}

// nameOf returns which kind the name of something is: that of a city is a place.
func (p *parser) nameOf(i int) Kind {
	for ; i < len(p.words) && p.words[i].Stop; i++ {
	}
	if i < len(p.words) {
		if kind := p.roles[i].noun; kind == Person || kind == Place {
			return kind
		}
	}
	p.out.want = wantTerm
	return Name
}

// behindSort skips words such as "type of".
func (p *parser) behindSort(i int) int {
	if i < len(p.words) && p.is(i, asSort) {
		i++
		for i < len(p.words) && p.is(i, asPreposition) {
			i++
		}
	}
	return i
}

// isCalled reports whether what is asked is how something is called.
func (p *parser) isCalled(i int) bool {
	const reach = 3
	called := func(j int) bool { return j > 0 && j < len(p.words) && p.is(j, asCalled) }
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
	if i >= len(p.words) || !p.is(i, asCopula) {
		return false
	}
	count := 0
	for j := i + 1; j < len(p.words); j++ {
		if p.is(j, asPreposition) && p.words[j].Form != "of" || p.is(j, asSaying|asComparing) {
			return false
		}
		if !p.words[j].Stop {
			count++
		}
	}
	return count > 0 && count <= most
}

// allNames reports whether the words from i on are names, but for stop words.
func (p *parser) allNames(i int) bool {
	for ; i < len(p.words); i++ {
		if !p.words[i].Stop && !p.is(i, asName) {
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
