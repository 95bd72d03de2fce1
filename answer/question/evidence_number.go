package question

// This file holds the signs of answers that are times, numbers, reasons and manners.

func (r *reading) time(i int) float64 {
	s := r.sign(i)
	switch r.question.want {
	case wantYear:
		return r.year(s)
	case wantDay:
		return r.day(i, s)
	}
	switch {
	case s&ofYear != 0, r.isDate(i, s):
		return 1
	case s&ofCalendar != 0:
		return .8
	case s&(ofPeriod|ofMoment) != 0:
		return .4
	case s&ofDigit != 0:
		return .2
	}
	return 0
}

func (r *reading) year(s Signs) float64 {
	switch {
	case s&ofYear != 0:
		return 1
	case s&ofCalendar != 0:
		return .5
	case s&ofPeriod != 0:
		return .2
	}
	return 0
}

func (r *reading) day(i int, s Signs) float64 {
	switch {
	case r.isDate(i, s):
		return 1
	case s&ofCalendar != 0:
		return .7
	case s&ofYear != 0:
		return .5
	case s&ofPeriod != 0:
		return .3
	}
	return 0
}

// isDate reports whether word i is a month with a day beside it.
func (r *reading) isDate(i int, s Signs) bool {
	return s&ofMonth != 0 && (r.isDay(i-1) || r.isDay(i+1))
}

// isDay reports whether word i is a number that a day of a month may have.
func (r *reading) isDay(i int) bool { return r.sign(i)&ofDay != 0 }

// unitsOf are the signs of the units that a number is wanted in.
var unitsOf = [wantCount]Signs{
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
			if r.sign(j)&ofNoun != 0 {
				return sure + (1-sure)*.7
			}
		}
		return sure * (1 - either(r.signs(i+1, i+reach)&(ofMoney|ofShare|ofSpan|ofUnit) != 0, .3))
	}
	if unit := unitsOf[r.question.want]; (r.sign(i-1)|r.signs(i+1, i+2))&unit != 0 {
		return 1
	}
	return sure * .8
}

// figure returns how sure it is that word i is a number which somebody asks for.
func (r *reading) figure(i int) float64 {
	s := r.sign(i)
	digit := s&ofDigit != 0
	switch {
	case digit && r.isDay(i) && (r.sign(i-1)|r.sign(i+1))&ofMonth != 0:
		return 0
	case s&ofYear != 0, !digit && s&ofCount == 0 && s&ofAmount != 0:
		return .2
	case digit:
		return .5
	case s&ofCount != 0:
		return .4
	}
	return 0
}

func (r *reading) reason(i int) float64 {
	switch s := r.sign(i); {
	case s&ofCause != 0:
		return 1
	case s&ofPurpose != 0:
		return .5
	}
	return 0
}

func (r *reading) manner(i int) float64 {
	if r.sign(i)&ofMeans == 0 {
		return 0
	}
	if r.sign(i+1)&ofGerund != 0 {
		return 1
	}
	return .6
}
