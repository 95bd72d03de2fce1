package speech

import "verbatim/answer/text"

// source is what a rule finds: who speaks, and the verb that tells it.
type source struct {
	noun    noun
	cue     text.Span
	by      string // the rule that found it
	certain bool   // that these are words spoken, however few
}

// rule finds the speaker of a quotation from the words beside it.
type rule struct {
	name    string
	certain bool // it finds words spoken, however few they are
	find    func(p passage) (source, bool)
}

// rules are tried in order; the first that finds a speaker decides. The order is that of their precision on news.
var rules = []rule{
	{"name beside", true, passage.nameBeside},
	{"cue before the mark", true, passage.lead},
	{"cue after the quotation", true, passage.rightCue},
	{"subject after the quotation", true, passage.rightSubject},
	{"according to", false, passage.accordingTo},
	{"strong cue on the left", false, passage.leftStrong},
	{"cue at the end", false, passage.tail},
	{"weak cue on the left", false, passage.leftWeak},
	{"colon above", true, passage.colonAbove},
	{"subject before a colon", false, passage.beforeColon},
}

// nameBeside reads “Yes.” — Jorge Falcon, and Falcon: “Yes.”
func (p passage) nameBeside() (source, bool) {
	if i := p.at + 1; i+1 < len(p.tokens) && p.tokens[i].kind == dash {
		n, end := p.nounAt(i + 1)
		if n.mention > 0 && (end == len(p.tokens) || p.tokens[end].kind == comma || p.tokens[end].kind == stop && end+1 == len(p.tokens)) {
			return source{noun: n}, true
		}
	}
	if p.at+1 == len(p.tokens) {
		if below := p.below(); len(below.tokens) > 1 && below.tokens[0].kind == dash {
			n, end := below.nounAt(1)
			return source{noun: n}, n.mention > 0 && end+1 >= len(below.tokens)
		}
	}
	if p.at < 2 || p.tokens[p.at-1].kind != colon {
		return source{}, false
	}
	k := p.overBracket(0, p.at-1)
	n := p.nounEndingAt(0, k)
	return source{noun: n}, n.mention > 0 && (n.first == 0 || p.tokens[n.first-1].kind >= stop)
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
func (p passage) leftWeak() (source, bool)   { return p.leftCue(p.at, cue, 30) }

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

// rightCue reads “Yes,” said Nick Witney.
func (p passage) rightCue() (source, bool) {
	k := p.afterQuote()
	verb := k
	for verb < len(p.tokens) && verb < k+2 && p.tokens[verb].traits&(filler|adverb) != 0 {
		verb++
	}
	if verb >= len(p.tokens) || !p.verbOfSpeech(verb) {
		return source{}, false
	}
	next := verb + 1
	for next < len(p.tokens) && p.tokens[next].traits&(filler|adverb) != 0 && p.tokens[next].mention == 0 {
		next++
	}
	n, _ := p.nounAt(next)
	if !n.known() && p.lang.dropped {
		n.pronoun = heWord | sheWord // dijo
	}
	return source{noun: n, cue: p.tokens[verb].Span}, n.known()
}

// verbOfSpeech reports whether the token after a quotation is a cue, or has the look of one: “So!” beamed Hartley
func (p passage) verbOfSpeech(k int) bool {
	t := p.tokens[k]
	if t.kind != word || t.traits&cueBound != 0 {
		return false
	}
	return t.traits&cue != 0 || k+1 < len(p.tokens) && p.tokens[k+1].mention > 0 && p.lastByte() != '.' && p.past(t)
}

// rightSubject reads “Yes,” John Suffolk, a security officer, said.
func (p passage) rightSubject() (source, bool) {
	last := p.lastByte()
	if last == '.' {
		return source{}, false
	}
	k := p.afterQuote()
	n, next := p.nounAt(k)
	if !n.known() {
		return source{}, false
	}
	verb, ok := p.verbAfter(next, last == ',' || k > p.at+1)
	if !ok {
		return source{}, false
	}
	return source{noun: n, cue: p.tokens[verb].Span}, true
}

// verbAfter finds the cue that follows a noun phrase, past adverbs, brackets and an apposition. Where the quotation
// ends in a comma any verb will do: “So,” he grumbled.
func (p passage) verbAfter(i int, paused bool) (int, bool) {
	for end := i + longestApposition; i < len(p.tokens) && i < end; i++ {
		t := p.tokens[i]
		switch {
		case t.kind == word && t.traits&cue != 0 && t.traits&cueBound == 0:
			return i, !p.passive(i)
		case t.traits&(filler|adverb) != 0:
		case t.kind == bracket:
			i = p.pastBracket(i) - 1
		case t.kind == comma && p.cueAt(i+1) > 0:
			return p.cueAt(i + 1), true
		case t.kind == comma:
			return p.verbAfterApposition(i)
		case p.past(t) && (paused || p.endsAt(i+1)):
			return i, true
		default:
			return p.verbAfterRelative(i)
		}
	}
	return 0, false
}

// verbAfterApposition finds the cue after the comma that closes what the comma at i opens.
func (p passage) verbAfterApposition(i int) (int, bool) {
	for k := i + 1; k < len(p.tokens) && k < i+longestApposition; k++ {
		switch t := p.tokens[k]; {
		case t.kind == stop || t.kind == quoted && t.Len() > shortQuote:
			return 0, false
		case t.kind == comma && p.cueAt(k+1) > 0:
			return p.cueAt(k + 1), true
		}
	}
	return 0, false
}

// cueAt returns the index of the cue at i or after the adverbs there, or 0.
func (p passage) cueAt(i int) int {
	for i < len(p.tokens) && p.tokens[i].traits&(filler|adverb) != 0 {
		i++
	}
	if i < len(p.tokens) && p.tokens[i].kind == word && p.tokens[i].traits&cue != 0 && p.tokens[i].traits&cueBound == 0 {
		return i
	}
	return 0
}

// verbAfterRelative finds the cue of “Yes,” the man who led the march said.
func (p passage) verbAfterRelative(i int) (int, bool) {
	if i >= len(p.tokens) || p.tokens[i].traits&(relative|link|conjunction) == 0 {
		return 0, false
	}
	for k := i + 1; k < len(p.tokens) && k < i+longestNoun; k++ {
		if p.tokens[k].kind == stop || p.tokens[k].kind == quoted {
			return 0, false
		}
		if t := p.tokens[k]; t.traits&cueBound == 0 && (p.isCue(k, cueStrong) || p.isCue(k, cue) && p.endsAt(k+1)) {
			return k, true
		}
	}
	return 0, false
}

// endsAt reports whether the sentence ends or pauses at token k.
func (p passage) endsAt(k int) bool {
	return k >= len(p.tokens) || p.tokens[k].kind == stop || p.tokens[k].kind == comma
}

// tail reads He “felt an obligation to do something about” the climate, Axelrod said.
func (p passage) tail() (source, bool) {
	for k := p.at + 1; k < len(p.tokens) && k < p.at+longestApposition; k++ {
		switch t := p.tokens[k]; {
		case t.kind == stop, t.kind == quoted && t.Len() > shortQuote:
			return source{}, false
		case t.kind == comma:
			if n, next := p.nounAt(k + 1); n.known() && p.cueAt(next) > 0 && p.endsAt(p.cueAt(next)+1) {
				return source{noun: n, cue: p.tokens[p.cueAt(next)].Span}, true
			}
		}
	}
	return source{}, false
}

// accordingTo reads “Yes,” according to Smith, and According to Smith, “yes.”
func (p passage) accordingTo() (source, bool) {
	k := p.afterQuote()
	if k >= len(p.tokens) || p.tokens[k].traits&origin == 0 {
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
