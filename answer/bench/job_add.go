package main

import (
	"context"
	"iter"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"

	"verbatim/answer/bench/corpus"
)

// addSeed is the seed of the articles that are added one at a time; the loads' follow it.
const addSeed = 1

// adding is what articles are added with, one at a time.
type adding struct {
	next    func() (corpus.Article, error, bool)
	stop    func()
	commits *bbolt.DB // beside the engine's own files, for the least that a durable write takes
	n       uint64
}

func (b *bench) newAdding(file string) (*adding, error) {
	db, err := bbolt.Open(filepath.Join(b.dir, "commits.bolt"), 0o600, nil)
	if err != nil {
		return nil, err
	}
	next, stop := iter.Pull2(corpus.Crossed(file, addSeed))
	return &adding{next: next, stop: stop, commits: db}, nil
}

func (a *adding) close() error {
	a.stop()
	return a.commits.Close()
}

// commit writes one key.
func (a *adding) commit() error {
	a.n++
	return a.commits.Update(func(tx *bbolt.Tx) error {
		bucket, err := tx.CreateBucketIfNotExists([]byte("b"))
		if err != nil {
			return err
		}
		return bucket.Put([]byte("key"), []byte{byte(a.n)})
	})
}

// add adds so many articles that are like those of a file, one at a time. Before them it commits
// a key as often, for what the disk takes at that time.
func (b *bench) add(ctx context.Context, t task) (o outcome, err error) {
	if b.adding == nil {
		if b.adding, err = b.newAdding(t.File); err != nil {
			return o, err
		}
	}
	for range t.Most {
		start := time.Now()
		if err := b.adding.commit(); err != nil {
			return o, err
		}
		o.Commits = append(o.Commits, time.Since(start))
	}
	for range t.Most {
		a, err, _ := b.adding.next()
		if err != nil {
			return o, err
		}
		start := time.Now()
		if err := b.engine.Add(ctx, a); err != nil {
			return o, err
		}
		o.Took = append(o.Took, time.Since(start))
	}
	return o, nil
}
