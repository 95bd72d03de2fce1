package question

// This file holds the signs of answers that are names or nouns.

// isCapital reports whether a word that the question lacks is written as a name is.
func (r *reading) isCapital(i int) bool { return r.sign(i)&(isCapital|isStop|isSaid) == isCapital }

// isFullName reports whether word i and one beside it are written as a name is. What opens
// a text has a capital anyway.
func (r *reading) isFullName(i int) bool {
	return r.isCapital(i) && (r.isCapital(i+1) && r.touch(i) || i > 1 && r.isCapital(i-1) && r.touch(i-1))
}

// touch reports whether at most one byte parts word i from the next.
func (r *reading) touch(i int) bool { return r.sign(i+1)&parted == 0 }

func (r *reading) person(i int) float64 {
	switch s := r.sign(i); {
	case s&ofCalendar != 0:
		return 0
	case r.isFullName(i):
		return 1
	case r.isCapital(i) && i > 0:
		return r.personByOneName(i)
	case s&ofPerson != 0:
		return .4
	case r.isCapital(i):
		return .3
	case r.behind(i, ofMeans) && !r.isStop(i):
		return .2
	}
	return 0
}

func (r *reading) personByOneName(i int) float64 {
	switch {
	case r.behind(i, ofMeans): // by Berg
		return .8
	case r.sign(i-1)&ofPlace != 0: // in Berg
		return .4
	}
	return .5
}

func (r *reading) place(i int) float64 {
	inTime := r.sign(i)&(ofCalendar|ofPeriod) != 0
	at := r.sign(i-1)&ofPlace != 0 || r.sign(i-2)&ofPlace != 0
	switch {
	case inTime:
		return 0
	case r.isCapital(i) && i > 0 && at:
		return .9
	case at && !r.isStop(i) && r.sign(i)&ofDigit == 0:
		return .5
	case r.isCapital(i) && i > 0:
		return .3
	case r.isCapital(i):
		return .2
	}
	return 0
}

func (r *reading) name(i int) float64 {
	if r.question.want == wantTerm {
		return r.term(i)
	}
	beside := r.besideNoun(i) && !r.isStop(i)
	switch {
	case beside && r.isCapital(i) && i > 0:
		return 1
	case beside:
		return .8
	case r.isFullName(i):
		return .7
	case r.isCapital(i) && i > 0:
		return .4
	case r.isQuoted(i):
		return .5
	case r.isCapital(i):
		return .2
	}
	return 0
}

// term is for what something is called.
func (r *reading) term(i int) float64 {
	switch {
	case r.sign(i)&ofMeaning != 0, r.isFullName(i):
		return .7
	case r.isCapital(i) && i > 0:
		return .6
	case r.isQuoted(i):
		return .5
	}
	return 0
}

// isQuoted reports whether a quotation opens with word i.
func (r *reading) isQuoted(i int) bool { return r.sign(i)&opening != 0 }

// besideNoun reports whether a noun that the question asks about stands beside word i.
func (r *reading) besideNoun(i int) bool {
	const both = isSaid | ofNoun
	return r.sign(i-1)&both == both || r.sign(i+1)&both == both
}

func (r *reading) thing(i int) float64 {
	switch {
	case r.isStop(i):
		return 0
	case r.besideNoun(i):
		return 1
	}
	return .1
}

func (r *reading) meaning(i int) float64 {
	const early = 4 // words
	s := r.sign(i)
	if !r.said(i - 1) {
		return either(s&ofMeaning != 0, .2)
	}
	switch {
	case s&ofMeaning != 0, s&ofCopula != 0 && i <= early:
		return 1
	case s&ofCopula != 0:
		return .6
	case s&aside != 0:
		return .5
	}
	return either(i == 1, .2)
}

func either(holds bool, sure float64) float64 {
	if holds {
		return sure
	}
	return 0
}
