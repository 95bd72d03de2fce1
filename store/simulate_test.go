package store_test

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"verbatim/store"
)

// TestRandomOperations does at random what can be done, on two tenants and on two maps,
// and compares them.
func TestRandomOperations(t *testing.T) {
	for seed := range uint64(5) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			s := &simulation{
				t: t, r: rand.New(rand.NewPCG(seed, 0)), path: newPath(t),
				model: map[string]map[string]string{"a": {}, "b": {}},
			}
			s.db = create(t, s.path)
			for range 300 {
				s.step()
			}
			s.reopen()
			closed(t, s.db)
		})
	}
}

type simulation struct {
	t     *testing.T
	r     *rand.Rand
	path  string
	db    *store.DB
	model map[string]map[string]string // of each tenant
}

func (s *simulation) step() {
	id := []string{"a", "b"}[s.r.IntN(2)]
	switch n := s.r.IntN(100); {
	case n < 60:
		s.update(id)
	case n < 95:
		s.view(id)
	case n < 97:
		s.reopen()
	case n < 98:
		s.compact()
	case n < 99:
		s.putBack()
	default:
		if err := s.db.Tenant(id).Drop(); err != nil {
			s.t.Fatal(err)
		}
		clear(s.model[id])
	}
}

var errRefused = errors.New("refused")

// update makes up to 50 changes in one transaction, every fifth of which fails.
func (s *simulation) update(id string) {
	state, refuse := maps.Clone(s.model[id]), s.r.IntN(5) == 0
	err := s.db.Tenant(id).Update(func(tx *store.Tx) error {
		for range s.r.IntN(50) {
			if err := s.change(tx, state); err != nil {
				return err
			}
		}
		s.compare(tx, state)
		if refuse {
			return errRefused
		}
		return nil
	})
	switch {
	case refuse && err == errRefused:
	case !refuse && err == nil:
		s.model[id] = state
	default:
		s.t.Fatal(err)
	}
}

func (s *simulation) change(tx *store.Tx, state map[string]string) error {
	switch key := s.key(); s.r.IntN(8) {
	case 0, 1:
		delete(state, key)
		return tx.Delete([]byte(key))
	case 2:
		return s.deletePrefix(tx, state, key[:1])
	default:
		value := strings.Repeat(key, s.r.IntN(1<<s.r.IntN(12)))
		state[key] = value
		return tx.Put([]byte(key), []byte(value))
	}
}

func (s *simulation) deletePrefix(tx *store.Tx, state map[string]string, prefix string) error {
	for k := range tx.Scan([]byte(prefix)) {
		delete(state, string(k))
		if err := tx.Delete(k); err != nil {
			return err
		}
	}
	return nil
}

// key returns one of some thousand keys under nine first letters.
func (s *simulation) key() string { return fmt.Sprint(1 + s.r.IntN(5000)) }

func (s *simulation) view(id string) {
	err := s.db.Tenant(id).View(func(tx *store.Tx) error {
		s.compare(tx, s.model[id])
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *simulation) compact() {
	if err := s.db.Compact(s.t.Context(), nil); err != nil {
		s.t.Fatal(err)
	}
}

// putBack takes a backup and goes on with that.
func (s *simulation) putBack() {
	path := newPath(s.t)
	if err := s.db.Backup(s.t.Context(), path, nil); err != nil {
		s.t.Fatal(err)
	}
	closed(s.t, s.db)
	s.path, s.db = path, create(s.t, path)
}

// compare compares what a transaction reads, at some key and under some prefix, with
// the state that it should read.
func (s *simulation) compare(tx *store.Tx, state map[string]string) {
	key := s.key()
	if want, ok := state[key]; string(tx.Get([]byte(key))) != want || (tx.Get([]byte(key)) != nil) != ok {
		s.t.Fatalf("%s is %q, want %q", key, tx.Get([]byte(key)), want)
	}
	prefix := key[:s.r.IntN(len(key))]
	var want, got []string
	for _, k := range slices.Sorted(maps.Keys(state)) {
		if strings.HasPrefix(k, prefix) {
			want = append(want, k, state[k])
		}
	}
	for k, v := range tx.Scan([]byte(prefix)) {
		got = append(got, string(k), string(v))
	}
	if !slices.Equal(got, want) {
		s.t.Fatalf("under %q are %d keys and values, want %d", prefix, len(got), len(want))
	}
	k, v := tx.Last([]byte(prefix))
	if len(want) > 0 && (string(k) != want[len(want)-2] || string(v) != want[len(want)-1]) || len(want) == 0 && k != nil {
		s.t.Fatalf("the last under %q is %q", prefix, k)
	}
}

// reopen checks the file, opens it anew and compares all of it.
func (s *simulation) reopen() {
	if err := s.db.Check(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
	closed(s.t, s.db)
	s.db = create(s.t, s.path)
	for id, want := range s.model {
		if got := contents(s.t, s.db.Tenant(id)); !maps.Equal(got, want) {
			s.t.Fatalf("%s has %d keys, want %d", id, len(got), len(want))
		}
	}
}
