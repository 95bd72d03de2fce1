package answer

import (
	"context"
	"strings"

	"verbatim/answer/text"
	"verbatim/store"
)

// Stands reports whether the article of an id is there and has words at a range of its
// text, or, where they have moved, anywhere in it. Of one that is damaged it returns
// store.ErrCorrupt.
func (l *Library) Stands(ctx context.Context, id string, s text.Span, words string) (stands bool, err error) {
	err = l.view(func(tx *store.Tx) error {
		number, ok := numberOf(tx, id)
		if !ok {
			return nil
		}
		a, err := articleAt(tx, number)
		if err != nil {
			return err
		}
		stands = a.has(s, words)
		return ctx.Err()
	})
	return stands, err
}

func (a *Article) has(s text.Span, words string) bool {
	inPlace := s.Start <= s.End && text.Span{End: len(a.Text)}.Contains(s) && s.Of(a.Text) == words
	return words != "" && (inPlace || strings.Contains(a.Text, words))
}
