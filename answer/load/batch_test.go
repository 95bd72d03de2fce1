package load

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"verbatim/answer"
)

// article is an item with so many bytes of text.
func article(name string, bytes int) Item {
	return Item{Name: name, Article: &answer.Article{ID: name, Text: strings.Repeat("x", bytes)}}
}

func TestCollectKeepsOrderAndBounds(t *testing.T) {
	for _, c := range []struct {
		name         string
		items, bytes int // how many, and how large each
	}{
		{"none", 0, 0},
		{"one", 1, 10},
		{"many small ones", 2*batchBytes/itemBytes + 1, 10},
		{"few large ones", 5, batchBytes / 2},
		{"larger than a batch", 2, 2 * batchBytes},
	} {
		t.Run(c.name, func(t *testing.T) {
			items, batches := make(chan Item, c.items), make(chan []Item, c.items)
			for i := range c.items {
				items <- article(fmt.Sprint(i), c.bytes)
			}
			close(items)
			collect(t.Context(), items, batches)
			close(batches)
			next := 0
			for b := range batches {
				if before := (len(b) - 1) * (c.bytes + itemBytes); before >= batchBytes {
					t.Errorf("a batch of %d items of %d bytes", len(b), c.bytes)
				}
				for _, item := range b {
					if item.Name != fmt.Sprint(next) {
						t.Fatalf("item %s in the place of %d", item.Name, next)
					}
					next++
				}
			}
			if next != c.items {
				t.Errorf("%d items of %d", next, c.items)
			}
		})
	}
}

func TestCollectHandsOverWhatIsDue(t *testing.T) {
	items, batches := make(chan Item), make(chan []Item)
	go collect(t.Context(), items, batches)
	items <- article("a", 1)
	if b := <-batches; len(b) != 1 { // though there may be more to come
		t.Errorf("a batch of %d", len(b))
	}
}

func TestCollectEndsWithItsContext(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	items, ended := make(chan Item), make(chan bool)
	go func() {
		collect(ctx, items, make(chan []Item)) // that nobody takes
		ended <- true
	}()
	items <- article("a", 1)
	stop()
	<-ended
}
