package load

import (
	"context"
	"iter"
	"slices"
	"time"

	"verbatim/answer"
)

const (
	batchBytes = 8 << 20 // of text, and of what is counted for each item beside it
	itemBytes  = 1 << 10
	batchWait  = 100 * time.Millisecond
)

// batch is what is stored in one transaction. It is full at a number of bytes,
// which bounds the memory of a load, and due when its first item has waited for a
// while, so that what comes slowly is not kept from the disk.
type batch struct {
	items []Item
	bytes int
	timer <-chan time.Time
	due   bool
}

func (b *batch) add(item Item) {
	if len(b.items) == 0 {
		b.timer = time.After(batchWait)
	}
	b.items = append(b.items, item)
	b.bytes += itemBytes
	if item.Article != nil {
		b.bytes += len(item.Article.Text)
	}
}

func (b *batch) full() bool { return b.bytes >= batchBytes }

// Batches reads items into batches of a size to be stored in one transaction each. One is
// read while the one before is being stored. It ends early when ctx does.
func Batches(ctx context.Context, all iter.Seq[Item]) <-chan []Item {
	items, batches := make(chan Item), make(chan []Item)
	go func() {
		defer close(items)
		for item := range all {
			if ctx.Err() != nil {
				return // and item, which tells just that, is no article
			}
			select {
			case <-ctx.Done():
				return
			case items <- item:
			}
		}
	}()
	go func() {
		defer close(batches)
		collect(ctx, items, batches)
	}()
	return batches
}

// collect makes batches of items until there are no more or ctx ends. One that is due
// grows on until it is taken or full.
func collect(ctx context.Context, items <-chan Item, batches chan<- []Item) {
	var b batch
	for items != nil || len(b.items) > 0 {
		in, out := items, batches
		if b.full() {
			in = nil
		}
		if ready := b.due || b.full() || items == nil; !ready || len(b.items) == 0 {
			out = nil
		}
		select {
		case <-ctx.Done():
			return
		case <-b.timer:
			b.due = true
		case out <- b.items:
			b = batch{}
		case item, ok := <-in:
			if !ok {
				items = nil
				continue
			}
			b.add(item)
		}
	}
}

// Articles returns the articles among items.
func Articles(items []Item) []*answer.Article {
	var articles []*answer.Article
	for _, item := range items {
		if item.Article != nil {
			articles = append(articles, item.Article)
		}
	}
	return articles
}

// Members returns the ids of the articles of a batch that are to be put into collections,
// by the names of these: as they were in where they were exported, and all in one more if
// it is named. Added is what became of the articles, in their order; those that were refused
// are in none.
func Members(batch []Item, added []answer.Added, all string) map[string][]string {
	members := map[string][]string{}
	for _, item := range batch {
		if item.Article == nil {
			continue
		}
		refused := added[0].Status == answer.Refused
		if added = added[1:]; refused {
			continue
		}
		for _, collection := range item.Collections {
			members[collection] = append(members[collection], item.Article.ID)
		}
		if all != "" && !slices.Contains(item.Collections, all) {
			members[all] = append(members[all], item.Article.ID)
		}
	}
	return members
}
