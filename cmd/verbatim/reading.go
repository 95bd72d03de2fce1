package main

import (
	"context"
	"time"

	"verbatim/answer"
	"verbatim/answer/load"
)

const (
	batchBytes = 4 << 20 // of text
	batchItems = 256
	batchWait  = 100 * time.Millisecond
)

// batch is what is stored in one transaction. It is full at a number of bytes or items,
// which bounds the memory of a load, and due when its first item has waited for a
// while, so that what comes slowly is not kept from the disk.
type batch struct {
	items []load.Item
	bytes int
	timer <-chan time.Time
	due   bool
}

func (b *batch) add(item load.Item) {
	if len(b.items) == 0 {
		b.timer = time.After(batchWait)
	}
	b.items = append(b.items, item)
	if item.Article != nil {
		b.bytes += len(item.Article.Text)
	}
}

func (b *batch) full() bool { return b.bytes >= batchBytes || len(b.items) >= batchItems }

// readBatches reads names into batches. One is read while the one before is being stored.
func readBatches(ctx context.Context, names []string, o load.Options) <-chan []load.Item {
	items, batches := make(chan load.Item), make(chan []load.Item)
	go func() {
		defer close(items)
		for item := range load.Each(ctx, names, o) {
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
func collect(ctx context.Context, items <-chan load.Item, batches chan<- []load.Item) {
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

// articlesOf returns the articles among items.
func articlesOf(items []load.Item) []*answer.Article {
	var articles []*answer.Article
	for _, item := range items {
		if item.Article != nil {
			articles = append(articles, item.Article)
		}
	}
	return articles
}
