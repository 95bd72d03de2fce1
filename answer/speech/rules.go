package speech

import "verbatim/answer/text"

// source is what a rule finds: who speaks, and the verb that tells it.
type source struct {
	noun    noun
	cue     text.Span
	by      string // the rule that found it
	certain bool   // that these are words spoken, however few
	near    bool   // that a verb of speech governs them
	spoken  bool   // that it is speech after all
	kind    Kind
}

// rule finds the speaker of a quotation from the words beside it.
type rule struct {
	name    string
	certain bool // it finds words spoken, however few they are
	near    bool // it finds a verb of speech in the sentence
	find    func(p passage) (source, bool)
}

// rules are tried in order; the first that finds a speaker decides. The order is that of their precision on news.
var rules = []rule{
	{"name after a dash", true, false, passage.afterDash},
	{"name before a colon", true, false, passage.label},
	{"name after a colon", true, false, passage.headline},
	{"cue before the mark", true, false, passage.lead},
	{"cue after the quotation", true, false, passage.rightCue},
	{"subject after the quotation", true, false, passage.rightSubject},
	{"according to", false, true, passage.accordingTo},
	{"strong cue on the left", false, true, passage.leftStrong},
	{"cue at the end", false, true, passage.tail},
	{"weak cue on the left", false, true, passage.leftWeak},
	{"colon above", true, false, passage.colonAbove},
	{"subject before a colon", false, false, passage.beforeColon},
}

// afterDash reads “Yes.” — Nick Read, also where the name is a paragraph of its own.
func (p passage) afterDash() (source, bool) {
	line, i := p, p.at+1
	if i == len(p.tokens) && p.alone() {
		line, i = p.below(), 0
	}
	if i+1 >= len(line.tokens) || line.tokens[i].kind != dash {
		return source{}, false
	}
	n, end := line.nounAt(i + 1)
	ends := end == len(line.tokens) || line.tokens[end].kind == comma || line.tokens[end].kind == stop && end+1 == len(line.tokens)
	return source{noun: n}, n.mention > 0 && ends
}

// label reads Nick Read: “Yes.”
func (p passage) label() (source, bool) {
	if p.at < 2 || p.tokens[p.at-1].kind != colon {
		return source{}, false
	}
	if p.quotes[p.tokens[p.at].number].labelled {
		return source{noun: p.phrase(0, p.at-1)}, true
	}
	n := p.nounEndingAt(0, p.overBracket(0, p.at-1))
	return source{noun: n}, n.mention > 0 && (n.first == 0 || p.tokens[n.first-1].kind >= stop)
}

// headline reads ‘We are on hold’: Nick Read speaks
func (p passage) headline() (source, bool) {
	if p.at > 0 || len(p.tokens) < 3 || p.tokens[1].kind != colon {
		return source{}, false
	}
	n, _ := p.nounAt(2)
	return source{noun: n}, n.mention > 0
}

// lead reads He told reporters: “Yes.”
func (p passage) lead() (source, bool) {
	switch k := p.at; {
	case k == 0:
		return source{}, false
	case p.tokens[k-1].kind == comma, p.tokens[k-1].kind == colon:
		return p.leftCue(k-1, cue, 8)
	default:
		return p.leftCue(k, cue, 1)
	}
}

func (p passage) leftStrong() (source, bool) { return p.leftCue(p.at, cueStrong, 30) }

func (p passage) leftWeak() (source, bool) { return p.leftCue(p.at, cue, 30) }

// leftCue finds the nearest cue in the sentence before token i, at most reach tokens away.
func (p passage) leftCue(i int, strength traits, reach int) (source, bool) {
	from := p.clauseStart(i)
	for k := i - 1; k >= max(from, i-reach); k-- {
		if !p.isCue(k, strength) {
			continue
		}
		n := p.subject(from, k, i)
		return source{noun: n, cue: p.tokens[k].Span}, n.known()
	}
	return source{}, false
}

// accordingTo reads “Yes,” according to Smith, and According to Smith, “yes.”
func (p passage) accordingTo() (source, bool) {
	k := p.afterQuote()
	if k >= len(p.tokens) || p.tokens[k].traits&origin == 0 || p.tokens[k].kind == capital { // a sentence of its own
		k = p.clauseStart(p.at)
	}
	if p.tokens[k].traits&origin == 0 {
		return source{}, false
	}
	next := k + 1
	if next < len(p.tokens) && p.tokens[next].traits&link != 0 {
		next++
	}
	n, _ := p.nounAt(next)
	return source{noun: n, cue: p.tokens[k].Span}, n.known() && n.pronoun == 0
}

// colonAbove reads a quotation that is a paragraph of its own and was announced at the end of the one before.
func (p passage) colonAbove() (source, bool) {
	above := p.above()
	if p.at > 0 || len(above.tokens) == 0 || above.tokens[len(above.tokens)-1].kind != colon {
		return source{}, false
	}
	if src, ok := above.leftCue(above.at-1, cue, 30); ok {
		return src, true
	}
	return above.beforeColon()
}

// beforeColon reads Smith put it more carefully: “Yes.”
func (p passage) beforeColon() (source, bool) {
	if p.at < 2 || p.tokens[p.at-1].kind != colon {
		return source{}, false
	}
	if n := p.nounEndingAt(0, p.overBracket(0, p.at-1)); n.mention > 0 {
		return source{noun: n}, true
	}
	n, _ := p.clauseSubject(p.clauseStart(p.at-1), p.at-1)
	return source{noun: n}, n.mention > 0
}
