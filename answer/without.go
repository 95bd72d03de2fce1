package answer

import (
	"errors"
	"fmt"
	"slices"

	"verbatim/answer/index"
	"verbatim/store"
)

// unreadable is that an article which was to be quoted is damaged.
type unreadable struct{ number uint64 }

func (u unreadable) Error() string {
	return fmt.Sprintf("article number %d: %v", u.number, store.ErrCorrupt)
}

// Unwrap returns store.ErrCorrupt.
func (u unreadable) Unwrap() error { return store.ErrCorrupt }

// mostWithout is how many damaged articles a question goes without. Where there are more it is
// likely that the disk is failing.
const mostWithout = 20

// without asks again and again, each time without the articles and the parts of the index that turned out
// to be damaged before.
func (l *Library) without(ask func(without []uint64) error) (without []uint64, err error) {
	for {
		err := ask(without)
		var part index.Damage
		var article unreadable
		switch {
		case errors.As(err, &part) && l.cache.Spoil(part):
		case errors.As(err, &article) && len(without) < mostWithout && !slices.Contains(without, article.number):
			without = append(without, article.number)
		default:
			return without, err
		}
	}
}
