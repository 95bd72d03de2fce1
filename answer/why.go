package answer

import "verbatim/answer/evidence"

// Why is how a quote came to be ranked and scored as it is.
type Why struct {
	Terms []TermWhy
	evidence.Explanation
}

// TermWhy is where a word of the question stands.
type TermWhy struct {
	Word   string  // as it was typed
	Weight float64 // what it counts
	Where  string  // in words: "in the quote"
}

// why tells how a passage came about.
func (p *passage) why() *Why {
	y := p.query
	h := &p.picker.holding
	p.picker.gather(p)
	w := &Why{Explanation: p.numbers.Explain()}
	for i, t := range y.terms {
		w.Terms = append(w.Terms, TermWhy{t.Of(y.text), t.weight, h.where(y, i)})
	}
	return w
}

// where says in words how near to a passage a term stands.
func (h *holding) where(y *query, term int) string {
	for _, place := range []struct {
		terms termSet
		name  string
	}{
		{h.exact, "in the quote"}, {h.own, "in the quote, in another form"}, {h.kin, "in the quote, by a word of its family"},
		{h.paragraph, "in its paragraph"}, {h.titled, "in the heading of its article"}, {h.article, "in its article"},
		{y.unknown, "in no article"},
	} {
		if place.terms.has(term) {
			return place.name
		}
	}
	return "in other articles"
}
