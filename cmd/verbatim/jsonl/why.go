package jsonl

import (
	"verbatim/answer"
	"verbatim/answer/evidence"
)

// why is how a quote came about, in JSON.
type why struct {
	Terms   []term `json:"terms"`
	Rank    sum    `json:"rank"`
	Tells   sum    `json:"tells"`   // the logit of how likely the articles tell of what is asked
	Answers sum    `json:"answers"` // the logit of how likely the quote has the answer then
}

type term struct {
	Word   string  `json:"word"`
	Weight float64 `json:"weight"`
	Where  string  `json:"where"`
}

type sum struct {
	Total float64 `json:"total"`
	Base  float64 `json:"base"`
	Parts []part  `json:"parts"`
}

type part struct {
	Name   string  `json:"name"`
	Value  float64 `json:"value"`
	Weight float64 `json:"weight"`
}

func whyOf(w *answer.Why) *why {
	if w == nil {
		return nil
	}
	j := &why{Rank: sumOf(w.Rank), Tells: sumOf(w.Tells), Answers: sumOf(w.Answers)}
	for _, t := range w.Terms {
		j.Terms = append(j.Terms, term(t))
	}
	return j
}

func sumOf(s evidence.Sum) sum {
	j := sum{Total: s.Total(), Base: s.Base}
	for _, p := range s.Parts {
		j.Parts = append(j.Parts, part{p.Feature.String(), p.Value, p.Weight})
	}
	return j
}
