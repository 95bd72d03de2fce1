package question

import "strings"

// This file holds the signs of answers that are times, numbers, reasons and manners.

func (r *reading) time(i int) float64 {
	form, s := r.words[i].Form, r.sign(i)
	year := isYear(form)
	day := s&ofMonth != 0 && (r.isDay(i-1) || r.isDay(i+1))
	switch {
	case r.question.want == wantYear:
		return first(sureIf{year, 1}, sureIf{s&ofCalendar != 0, .5}, sureIf{s&ofPeriod != 0, .2})
	case r.question.want == wantDay:
		return first(sureIf{day, 1}, sureIf{s&ofCalendar != 0, .7}, sureIf{year, .5}, sureIf{s&ofPeriod != 0, .3})
	}
	return first(sureIf{year || day, 1}, sureIf{s&ofCalendar != 0, .8}, sureIf{s&(ofPeriod|ofMoment) != 0, .4},
		sureIf{hasDigit(form), .2})
}

// sureIf is how sure it is if something holds.
type sureIf struct {
	holds bool
	sure  float64
}

// first returns how sure it is by the first that holds, 0 where none does.
func first(all ...sureIf) float64 {
	for _, one := range all {
		if one.holds {
			return one.sure
		}
	}
	return 0
}

// isDay reports whether word i is a number that a day of a month may have.
func (r *reading) isDay(i int) bool {
	return r.holds(i) && len(r.words[i].Form) <= len("31st") && hasDigit(r.words[i].Form)
}

// unitsOf are the signs of the units that a number is wanted in.
var unitsOf = map[want]sign{
	wantMoney: ofMoney, wantShare: ofShare, wantDuration: ofSpan, wantSize: ofUnit, wantAge: ofSpan | ofAge,
}

func (r *reading) number(i int) float64 {
	sure := r.figure(i)
	if sure == 0 {
		return 0
	}
	const reach = 3
	switch r.question.want {
	case wantAny:
		return sure
	case wantCount:
		for j := i + 1; j <= i+reach; j++ {
			if r.isCounted(j) {
				return sure + (1-sure)*.7
			}
		}
		return sure * (1 - either(r.signs(i+1, i+reach)&(ofMoney|ofShare|ofSpan|ofUnit) != 0, .3))
	}
	if (r.sign(i-1)|r.signs(i+1, i+2))&unitsOf[r.question.want] != 0 {
		return 1
	}
	return sure * .8
}

// figure returns how sure it is that word i is a number which somebody asks for.
func (r *reading) figure(i int) float64 {
	form, s := r.words[i].Form, r.sign(i)
	digit := hasDigit(form)
	switch {
	case digit && r.isDay(i) && (r.sign(i-1)|r.sign(i+1))&ofMonth != 0:
		return 0
	case isYear(form), !digit && s&ofCount == 0 && s&ofAmount != 0:
		return .2
	case digit:
		return .5
	case s&ofCount != 0:
		return .4
	}
	return 0
}

func (r *reading) reason(i int) float64 {
	s := r.sign(i)
	return first(sureIf{s&ofCause != 0, 1}, sureIf{s&ofPurpose != 0, .5})
}

func (r *reading) manner(i int) float64 {
	if r.sign(i)&ofMeans == 0 {
		return 0
	}
	if r.lex.gerund != "" && i+1 < len(r.words) && strings.HasSuffix(r.words[i+1].Form, r.lex.gerund) {
		return 1
	}
	return .6
}
