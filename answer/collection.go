package answer

import "context"

// Collect puts articles into a collection, which is made if need be, or returns
// ErrNotFound and puts none. The name counts without case and accents.
func (l *Library) Collect(ctx context.Context, collection string, ids ...string) error { return nil }

// Uncollect takes articles out of a collection; without ids it dissolves the collection.
func (l *Library) Uncollect(ctx context.Context, collection string, ids ...string) error { return nil }

// Collections returns the collections by name, with how many of their articles are there.
func (l *Library) Collections(ctx context.Context) ([]Facet, error) { return nil, nil }

// CollectionsOf returns the names of the collections that an article is in.
func (l *Library) CollectionsOf(ctx context.Context, id string) ([]string, error) { return nil, nil }
