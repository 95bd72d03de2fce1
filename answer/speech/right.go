package speech

// rightCue reads “Yes,” said Nick Read.
func (p passage) rightCue() (source, bool) {
	if !p.apart() {
		return source{}, false
	}
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

// verbOfSpeech reports whether the token after a quotation is a cue, or has the look of one: “So!” wheezed Read
func (p passage) verbOfSpeech(k int) bool {
	t := p.tokens[k]
	if t.kind != word || t.traits&cueBound != 0 {
		return false
	}
	return t.traits&cue != 0 || k == p.at+1 && k+1 < len(p.tokens) && p.tokens[k+1].mention > 0 && p.pauses() && p.past(t)
}

// rightSubject reads “Yes,” John Suffolk, a security officer, said.
func (p passage) rightSubject() (source, bool) {
	last := p.lastByte()
	if !p.apart() {
		return source{}, false
	}
	k := p.afterQuote()
	subject := k
	for subject < min(len(p.tokens), k+2) && p.tokens[subject].kind == word && p.tokens[subject].traits&filler != 0 {
		subject++ // then he said, a-t-il dit
	}
	n, next := p.nounAt(subject)
	if !n.known() || n.bare {
		return source{}, false
	}
	verb, ok := p.verbAfter(next, last == ',' || k > p.at+1)
	if !ok || last == '.' && (verb > next || verb+1 < len(p.tokens) && p.tokens[verb+1].kind != stop) {
		return source{}, false // after a stop it is a sentence of its own unless it says no more: “Yes.” Read said.
	}
	return source{noun: n, cue: p.tokens[verb].Span}, true
}

// verbAfter finds the cue that follows a noun phrase, past adverbs, brackets and an apposition. Where the quotation
// ends in a comma any verb will do: “So,” he mumbled.
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

// verbAfterApposition finds the cue after the comma that closes what the comma at i opens, also where that was
// forgotten: Anna Berg, who bakes in Oslo said.
func (p passage) verbAfterApposition(i int) (int, bool) {
	for k := i + 1; k < len(p.tokens) && k < i+longestApposition; k++ {
		switch t := p.tokens[k]; {
		case t.kind == stop || t.kind == quoted && t.Len() > shortQuote:
			return 0, false
		case t.kind == comma && p.cueAt(k+1) > 0:
			return p.cueAt(k + 1), true
		case t.traits&cueBound == 0 && p.isCue(k, cueStrong) && p.tokens[k-1].traits&(closed|cue) == 0:
			return k, true
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

// tail reads They “put it on hold for now” in May, Read said.
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
