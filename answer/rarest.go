package answer

import (
	"cmp"
	"slices"

	"verbatim/answer/index"
	"verbatim/answer/question"
)

// keepRarest leaves of a question with very many words those that the fewest sentences hold: a
// text of any length costs no more than these. Words that none holds go first.
func (y *query) keepRarest(x *index.Index) error {
	if len(y.Words) <= maxTerms {
		return nil
	}
	type counted struct {
		question.Word
		count int
	}
	all := make([]counted, len(y.Words))
	for i, w := range y.Words {
		count, err := countAny(x, y.spellings(w.Of(y.text)))
		if err != nil {
			return err
		}
		all[i] = counted{w, count}
	}
	slices.SortStableFunc(all, func(a, b counted) int {
		if (a.count == 0) != (b.count == 0) {
			return cmp.Compare(b.count, a.count)
		}
		return cmp.Compare(a.count, b.count)
	})
	y.Words = make([]question.Word, 0, maxTerms)
	for _, w := range all[:maxTerms] {
		y.Words = append(y.Words, w.Word)
	}
	slices.SortFunc(y.Words, func(a, b question.Word) int { return cmp.Compare(a.Start, b.Start) })
	return nil
}
