package bot

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"iter"
	"slices"
	"time"

	"verbatim/store"
)

// recordsAtOnce is how many records are read in one transaction.
const recordsAtOnce = 200

// record is what was kept under a key, as it was read.
type record struct {
	key   string
	value []byte
	ends  time.Time
}

// recordOf reads what is kept under a key; false where there is nothing any more.
func recordOf(tx *store.Tx, key string, now time.Time) (r record, ok bool) {
	value, ok := kept(tx, key, now)
	if !ok {
		return r, false
	}
	end := int64(binary.BigEndian.Uint64(tx.Get([]byte(key))))
	return record{key, slices.Clone(value), time.Unix(end, 0)}, true
}

// records yields what is kept under the keys that begin with a prefix, from a key on, in
// their order. No transaction is open between two of them.
func (b *Bot) records(ctx context.Context, memory *store.Tenant, prefix, from string) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		for from != "" {
			batch, next, err := recordsFrom(memory, prefix, from, b.now())
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(record{}, err)
				return
			}
			for _, r := range batch {
				if !yield(r, nil) {
					return
				}
			}
			from = next
		}
	}
}

// recordsFrom reads some records, and returns the key of what follows them; empty for nothing.
func recordsFrom(memory *store.Tenant, prefix, from string, now time.Time) (batch []record, next string, err error) {
	err = memory.View(func(tx *store.Tx) error {
		for key, _ := tx.Seek([]byte(prefix), []byte(from)); key != nil; {
			if len(batch) == recordsAtOnce {
				next = string(key)
				break
			}
			if r, ok := recordOf(tx, string(key), now); ok {
				batch = append(batch, r)
			}
			key, _ = tx.Seek([]byte(prefix), append(append([]byte(nil), key...), 0))
		}
		return nil
	})
	return batch, next, err
}

// each yields the records under a prefix that are read as a T; what cannot be read is as
// good as forgotten.
func each[T any](ctx context.Context, b *Bot, memory *store.Tenant, prefix, from string) iter.Seq2[stored[T], error] {
	return func(yield func(stored[T], error) bool) {
		for r, err := range b.records(ctx, memory, prefix, from) {
			s := stored[T]{key: r.key}
			if err == nil && json.Unmarshal(r.value, &s.is) != nil {
				continue
			}
			if !yield(s, err) {
				return
			}
		}
	}
}

// stored is something that is kept, and its key.
type stored[T any] struct {
	key string
	is  T
}

// keptAs reads what is kept under a key; false where there is none, or none that can be read.
func keptAs[T any](tx *store.Tx, key string, now time.Time) (is T, ok bool) {
	value, ok := kept(tx, key, now)
	ok = ok && json.Unmarshal(value, &is) == nil
	return is, ok
}
