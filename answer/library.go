package answer

import (
	"context"
	"errors"
	"iter"

	"verbatim/store"
)

// ErrNotFound is returned for an article the library does not have.
var ErrNotFound = errors.New("no such article")

// Status says what adding an article did.
type Status string

const (
	Loaded   Status = "loaded"
	Replaced Status = "replaced"
	Same     Status = "same" // the library had it already, to the byte
)

// Added is the outcome for one article of Add.
type Added struct {
	Status Status
	Twin   string // the id of another article with the same text, if there is one
}

// Library is a tenant's articles and their index. It may be used from many goroutines.
type Library struct{}

// Open returns the library that a tenant holds.
func Open(t *store.Tenant) (*Library, error) { return &Library{}, nil }

// Add stores articles and their index in one transaction: when it returns without error they are on disk, all of them.
func (l *Library) Add(ctx context.Context, articles ...*Article) ([]Added, error) { return nil, nil }

// Remove takes an article out, or returns ErrNotFound.
func (l *Library) Remove(ctx context.Context, id string) error { return nil }

// Article returns an article and its layout, or ErrNotFound.
func (l *Library) Article(ctx context.Context, id string) (*Article, *Layout, error) {
	return nil, nil, nil
}

// Articles yields the articles in the order they were loaded. No transaction is open between two of them.
func (l *Library) Articles(ctx context.Context) iter.Seq2[*Article, error] { return nil }

// Ask answers a question.
func (l *Library) Ask(ctx context.Context, q Question) (*Answer, error) { return nil, nil }

// Check reads everything the library holds and reports the first thing that is wrong.
func (l *Library) Check(ctx context.Context) error { return nil }
