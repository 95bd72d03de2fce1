package question

import "unicode"

// Answers returns how sure it is that words hold an answer of the kind the question asks for,
// from 0 to 1, beyond what the question says itself. It is sure where any answer will do.
func (r *Reader) Answers(words []Signs) (sure float64) {
	kind := r.question.Kind
	if kind == Anything {
		return 1
	}
	t := reading{question: r.question, words: words, told: r.places[:0]}
	all, tells := t.gather(), &tells[kind]
	r.places = t.told
	if !tells.any && all&(tells.here|tells.beside) == 0 {
		return 0
	}
	var last, before Signs // of the two words before
	for i, w := range words {
		if w&isSaid == 0 && (tells.any || w&tells.here != 0 || (before|last|t.sign(i+1))&tells.beside != 0) {
			if s := t.sure(i); s > sure { // or it is no surer however near it stands
				sure = max(sure, s*t.nearness(i))
			}
		}
		last, before = before, w
	}
	return sure
}

// tells are the signs for each kind without any of which a word does not answer: its own,
// and those of the next words. For some kinds any word may.
var tells = [Kinds]struct {
	here, beside Signs
	any          bool
}{
	Person: {here: isCapital | ofPerson, beside: ofMeans},
	Place:  {here: isCapital, beside: ofPlace},
	Name:   {here: isCapital | ofMeaning | opening, beside: ofNoun},
	Time:   {here: ofDigit | ofCalendar | ofMonth | ofPeriod | ofMoment},
	Number: {here: ofDigit | ofCount | ofAmount},
	Reason: {here: ofCause | ofPurpose},
	Manner: {here: ofMeans},
	Thing:  {any: true}, Meaning: {any: true},
}

// sure returns how sure it is that word i answers. The numbers that the functions for the
// kinds return made the right sentences of questions in six languages likeliest against
// the others around them.
func (r *reading) sure(i int) float64 {
	switch r.question.Kind {
	case Person:
		return r.person(i)
	case Place:
		return r.place(i)
	case Name:
		return r.name(i)
	case Thing:
		return r.thing(i)
	case Time:
		return r.time(i)
	case Number:
		return r.number(i)
	case Reason:
		return r.reason(i)
	case Manner:
		return r.manner(i)
	case Meaning:
		return r.meaning(i)
	}
	return 0
}

// reading is a text that is read for an answer.
type reading struct {
	question *Question
	words    []Signs
	told     []int32 // the words that are the question's
}

// gather fills told, and returns all signs.
func (r *reading) gather() (all Signs) {
	for i, w := range r.words {
		if all |= w; w&isSaid != 0 {
			r.told = append(r.told, int32(i))
		}
	}
	return all
}

// farAway is for all that is no nearer.
const farAway = 100

// nearness is 1 beside a word of the question, and falls to farShare far from all.
func (r *reading) nearness(i int) float64 {
	const farShare, half = .6, 8
	far := farAway
	for _, told := range r.told {
		far = min(far, max(i-int(told), int(told)-i))
	}
	return farShare + (1-farShare)/(1+float64(far-1)/half)
}

// sign returns what word i is a sign of; nothing where there is none.
func (r *reading) sign(i int) Signs {
	if uint(i) < uint(len(r.words)) {
		return r.words[i]
	}
	return 0
}

// said reports whether word i is one of the question's.
func (r *reading) said(i int) bool { return r.sign(i)&isSaid != 0 }

// isStop reports whether word i is a stop word.
func (r *reading) isStop(i int) bool { return r.words[i]&isStop != 0 }

// signs returns what the words from one to another are signs of.
func (r *reading) signs(from, to int) (all Signs) {
	for i := from; i <= to; i++ {
		all |= r.sign(i)
	}
	return all
}

// behind reports whether one of some signs stands before word i, with a stop word between
// or without: by the king.
func (r *reading) behind(i int, any Signs) bool {
	return r.sign(i-1)&any != 0 || r.sign(i-2)&any != 0 && r.isStop(i-1)
}

// isYear reports whether a form is a number from 1000 to 2199, or a decade such as 1990s.
func isYear(form string) bool {
	return len(form) >= 4 && len(form) <= 5 && (form[0] == '1' || form[0] == '2' && form[1] < '2') &&
		digits(form[:4]) && (len(form) == 4 || form[4] == 's')
}

func digits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

func hasDigit(s string) bool {
	for _, r := range s {
		if unicode.IsDigit(r) {
			return true
		}
	}
	return false
}
