package index

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"verbatim/store"
)

// damaged is a library whose values are harmed: one segment has its columns beside its head,
// another in it, and both have dead.
func damaged(t *testing.T) *library {
	l := newLibrary(t)
	for seed := uint64(3); l.keys("x/") < 10; seed++ {
		c := newCorpus(seed)
		c.number = 1000 * seed
		all := []Article{c.article(), c.article(), c.article(), c.article()}
		all[0].Layout = make([]byte, inlineSize*(1-len(l.live)%2))
		l.write(all...)
		l.remove(all[2].Number)
	}
	return l
}

// errUndone ends a transaction that must leave nothing.
var errUndone = errors.New("undone")

// undone runs f in a transaction that leaves nothing.
func (l *library) undone(f func(*store.Tx)) {
	l.Helper()
	err := l.tenant.Update(func(tx *store.Tx) error {
		f(tx)
		return errUndone
	})
	if !errors.Is(err, errUndone) {
		l.Fatal(err)
	}
}

// value is a value of the index.
type value struct{ key, is []byte }

func (l *library) values() (all []value) {
	l.must(l.tenant.View(func(tx *store.Tx) error {
		for key, is := range tx.Scan([]byte("x/")) {
			all = append(all, value{slices.Clone(key), slices.Clone(is)})
		}
		return nil
	}))
	return all
}

// harm returns values that are not what was written.
func (v value) harm(rng *rand.Rand) (all [][]byte) {
	for i := range 28 {
		flipped := slices.Clone(v.is)
		at := i
		if i >= 16 {
			at = rng.IntN(len(flipped))
		}
		flipped[at%len(flipped)] ^= 1 << rng.IntN(8)
		all = append(all, flipped)
	}
	return append(all, v.is[:len(v.is)-1], v.is[:len(v.is)/2], v.is[:3], append(slices.Clone(v.is), 0))
}

func TestAFlippedBitIsAnErrorAndNeverAWrongAnswer(t *testing.T) {
	l := damaged(t)
	rng := rand.New(rand.NewPCG(5, 6))
	asked := newCorpus(3).question()
	sound := map[string]string{}
	for name, read := range reads(l, asked) {
		l.must(l.tenant.View(func(tx *store.Tx) (err error) {
			sound[name], err = read(tx)
			return err
		}))
	}
	for _, v := range l.values() {
		for _, harmed := range v.harm(rng) {
			l.undone(func(tx *store.Tx) {
				l.must(tx.Put(v.key, harmed))
				for name, read := range reads(l, asked) {
					got, err := read(tx)
					if err == nil && got != sound[name] {
						t.Errorf("%s told\n%.500s, want\n%.500s, or an error of %q", name, got, sound[name], v.key)
					}
					if err == nil && name == "check" || err != nil && !errors.Is(err, store.ErrCorrupt) {
						t.Errorf("%s of a damaged %q: %v", name, v.key, err)
					}
				}
			})
		}
	}
}

// reads are all ways to read the index, each with what it tells.
func reads(l *library, asked *Query) map[string]func(*store.Tx) (string, error) {
	opened := func(f func(*Index) (string, error)) func(*store.Tx) (string, error) {
		return func(tx *store.Tx) (told string, err error) {
			x, err := Open(tx, nil)
			if err != nil {
				return "", err
			}
			defer x.Close()
			defer Caught(&err)
			return f(x)
		}
	}
	return map[string]func(*store.Tx) (string, error){
		"check": opened(func(x *Index) (string, error) { return fmt.Sprint(x.Size()), x.Check() }),
		"best": opened(func(x *Index) (string, error) {
			best, whole, err := x.Best(asked)
			return fmt.Sprintf("%v %+v", whole, best), err
		}),
		"count": opened(func(x *Index) (string, error) {
			n, err := x.Count("term0")
			return fmt.Sprint(n), err
		}),
		"use": opened(func(x *Index) (string, error) {
			use, err := x.UseOf("term0")
			return fmt.Sprint(use), err
		}),
		"each": opened(func(x *Index) (said string, err error) {
			err = x.Each("term0", func(number, tag uint64) bool { said += fmt.Sprintln(number, tag); return true })
			return said, err
		}),
		"search": opened(func(x *Index) (said string, err error) {
			err = x.Search([][]string{{"term0", "term1"}}, func(h *Hits) { said += fmt.Sprintf("%+v\n", *h) })
			return said, err
		}),
		"near": opened(func(x *Index) (said string, err error) {
			err = x.Near(Words, "term", 2, func(word []byte, use Use) { said += fmt.Sprintf("%s %v\n", word, use) })
			return said, err
		}),
		"records": opened(func(x *Index) (said string, err error) {
			for _, a := range l.articles() {
				var is string
				if is, err = told(x, a.Number); err != nil {
					break
				}
				said += is
			}
			return said, err
		}),
		"merge": func(tx *store.Tx) (string, error) {
			m, err := Plan(tx, nil, true)
			if m == nil || err != nil {
				return "", err
			}
			return "", m.Make()
		},
	}
}

// told returns what a record tells.
func told(x *Index, number uint64) (string, error) {
	d, ok, err := x.Find(number)
	if !ok || err != nil {
		return "lost", err
	}
	var r Record
	if err := x.Record(d, &r); err != nil {
		return "", err
	}
	return fmt.Sprintf("%+v", r.article()), nil
}

func TestClearMendsDamage(t *testing.T) {
	l := damaged(t)
	for _, v := range l.values() {
		l.undone(func(tx *store.Tx) {
			l.must(tx.Put(v.key, bytes.Repeat([]byte{0xff}, len(v.is))))
			l.must(Clear(tx))
			for key := range tx.Scan([]byte("x/")) {
				t.Errorf("%q is left", key)
			}
			l.must(Write(tx, []Article{plainArticle(1, []string{"tide"})}))
			x, err := Open(tx, nil)
			l.must(err)
			defer x.Close()
			if n, err := x.Count("tide"); n != 1 || err != nil {
				t.Errorf("%d sentences, %v", n, err)
			}
		})
	}
}

func TestAPartThatIsNotThereIsAnError(t *testing.T) {
	l := damaged(t)
	for _, v := range l.values() {
		if !bytes.HasPrefix(v.key, []byte(partKey)) {
			continue
		}
		l.undone(func(tx *store.Tx) {
			l.must(tx.Delete(v.key))
			if err := check(tx, nil); !errors.Is(err, store.ErrCorrupt) {
				t.Errorf("%q is not missed: %v", v.key, err)
			}
		})
	}
}

func check(tx *store.Tx, c *Cache) error {
	x, err := Open(tx, c)
	if err != nil {
		return err
	}
	defer x.Close()
	return x.Check()
}

// A process looks at each part's checksum once: what a cache has seen to be sound is taken to
// stay so, whoever opens the library next looks again.
func TestACacheHasAPartBeCheckedOnce(t *testing.T) {
	l := damaged(t)
	l.must(l.tenant.View(func(tx *store.Tx) error { return check(tx, l.cache) }))
	for _, v := range l.values() {
		if bytes.HasPrefix(v.key, []byte(deadKey)) {
			continue // is read anew each time
		}
		l.undone(func(tx *store.Tx) {
			v.is[0] ^= 3
			l.must(tx.Put(v.key, v.is))
			if err := check(tx, l.cache); err != nil {
				t.Errorf("%q is checked again: %v", v.key, err)
			}
			if err := check(tx, new(Cache)); !errors.Is(err, store.ErrCorrupt) {
				t.Errorf("a new cache does not notice %q: %v", v.key, err)
			}
		})
	}
}

// Questions are answered although a bit was flipped: it is put right in memory, not where it is looked for.
func TestACacheRecoversASingleBit(t *testing.T) {
	l := damaged(t)
	for _, v := range l.values() {
		if bytes.HasPrefix(v.key, []byte(deadKey)) {
			continue // that is made of what was removed, and small
		}
		l.undone(func(tx *store.Tx) {
			v.is[len(v.is)/2] ^= 4
			l.must(tx.Put(v.key, v.is))
			if err := check(tx, new(Cache)); err != nil {
				t.Errorf("%q is not put right: %v", v.key, err)
			}
			if err := check(tx, nil); !errors.Is(err, store.ErrCorrupt) {
				t.Errorf("%q is not noticed: %v", v.key, err)
			}
			v.is[len(v.is)/3] ^= 8
			if err := check(tx, new(Cache)); !errors.Is(err, store.ErrCorrupt) {
				t.Errorf("two bits of %q are not noticed: %v", v.key, err)
			}
		})
	}
}

// What was planned with a bit put right in memory is merged, and what is removed stays removed.
func TestAMergeOfAFlippedBitComesToItsEnd(t *testing.T) {
	for _, remove := range []bool{false, true} {
		l := newLibrary(t)
		bulkies(l)
		for _, v := range l.values() {
			if bytes.HasPrefix(v.key, []byte(headKey)) {
				v.is[len(v.is)/2] ^= 4
				l.update(func(tx *store.Tx) error { return tx.Put(v.key, v.is) })
				break
			}
		}
		l.cache = new(Cache) // of a process that begins
		want := []uint64{1, 2, 3, 4, 5, 6, 7, 8}
		if remove {
			l.remove(1, 2)
			want = want[2:]
		}
		for range 2 {
			if m := l.made(true); m != nil {
				l.finish(m)
			}
		}
		l.holds("tide", want...)
		l.leaves(1)
	}
}
