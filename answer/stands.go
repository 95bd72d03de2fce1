package answer

import (
	"context"

	"verbatim/answer/text"
)

// Stands reports whether the article of an id is there and has words at a range of its
// text, or, where they have moved, anywhere in it.
func (l *Library) Stands(ctx context.Context, id string, s text.Span, words string) (bool, error) {
	return false, nil
}
