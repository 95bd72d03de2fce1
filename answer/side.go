package answer

import (
	"slices"

	"verbatim/answer/text"
)

// Side is one of several whose words are asked for.
type Side struct {
	Name    string  // as the question has it
	Missing Missing // why none of the quotes is theirs, where none is
}

// takeSides tells whose words the quotes of an answer are, where those of several were asked
// for. A quote is of a side where they speak in it, or where it names them; else of none.
func (a *Answer) takeSides(queries []*query) {
	if a.Sides = sides(queries); a.Sides == nil {
		return
	}
	for i := range a.Quotes {
		a.Quotes[i].Side = sideOf(queries, a.Quotes[i])
	}
}

// sides returns those whose words queries ask for, where each asks for those of another.
func sides(queries []*query) (all []Side) {
	if len(queries) < 2 {
		return nil
	}
	for _, y := range queries {
		name := y.speaker()
		if name == "" || slices.ContainsFunc(all, func(s Side) bool { return s.Name == name }) {
			return nil
		}
		all = append(all, Side{Name: name})
	}
	return all
}

func sideOf(queries []*query, q Quote) int {
	for i, y := range queries {
		if y.voices(q) {
			return i + 1
		}
	}
	for i, y := range queries {
		if q.Speaker.Empty() && y.speakerIn(y.termsOf(q.Article, q.Span)) {
			return i + 1
		}
	}
	return 0
}

// Has reports whether one of the quotes of an answer is of a side, counted from 1.
func (a *Answer) Has(side int) bool {
	return slices.ContainsFunc(a.Quotes, func(q Quote) bool { return q.Side == side })
}

// speaker returns whose words a query asks for, as the question has it; empty where nobody's.
func (y *query) speaker() string {
	if len(y.Speakers) == 0 {
		return ""
	}
	group := y.Speakers[0]
	return text.Span{Start: group[0].Start, End: group[len(group)-1].End}.Of(y.text)
}
