package answer

import (
	"context"

	"verbatim/answer/text"
)

// Listing chooses articles; an empty field leaves all.
type Listing struct {
	Words         string // each begins a word of the title, the outlet or the id, case and accents aside
	Outlet        string // has these words, side by side
	After, Before string // dates, as in question.Filter
	In            string // a collection
	Lang          text.Lang
	Offset, Limit int // which of them; no Limit means all from Offset on
}

// List returns the articles that a listing chooses, those loaded last first, and how many
// it chooses in all.
func (l *Library) List(ctx context.Context, q Listing) (articles []*Article, total int, err error) {
	return nil, 0, nil
}

// Find returns the articles that somebody may mean by a name, at most 10, the best first:
// the one with that id alone, or else those whose title is it, begins with it or holds all
// its words.
func (l *Library) Find(ctx context.Context, named string) ([]*Article, error) { return nil, nil }
