package answer

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

// fullLibrary is a library with something under each of its keys, and its tenant.
func fullLibrary(t *testing.T) (*Library, *store.Tenant) {
	t.Helper()
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	e := l.Editor(Origin{By: "kim", Request: "1"})
	for i := range 6 {
		if _, err := e.Add(ctx, english(fmt.Sprint("a", i), fmt.Sprintf("Lighthouse number %d stands on the isle of Skerry%c. %s", i, 'a'+i, strings.Repeat("It is seen from afar. ", 20)))); err != nil {
			t.Fatal(err)
		}
	}
	e = l.Editor(Origin{By: "kim", Request: "2"})
	if _, err := e.Add(ctx, english("a1", "Lighthouse number 1 was moved to the isle of Muckle.")); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(e.Remove(ctx, "a5"), l.Collect(ctx, "Lights of the North", "a0", "a1")); err != nil {
		t.Fatal(err)
	}
	return l, tenant
}

func findings(t *testing.T, l *Library) (all []Finding) {
	t.Helper()
	if _, err := l.Examine(ctx, func(f Finding) { all = append(all, f) }, func(int) {}); err != nil {
		t.Fatal(err)
	}
	return all
}

// keysOf returns the keys of a tenant.
func keysOf(t *testing.T, tenant *store.Tenant) (keys []string) {
	t.Helper()
	err := tenant.View(func(tx *store.Tx) error {
		for key := range tx.Scan(nil) {
			keys = append(keys, string(key))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// notSealed are the keys whose values are no more than counts.
var notSealed = []string{latestKey, versionKey, requestKey}

// Whatever bit of whatever value is flipped, it is found, no answer has a wrong word, and Repair
// brings back all that was.
func TestASingleBitIsFoundAndPutRight(t *testing.T) {
	l, tenant := fullLibrary(t)
	if all := findings(t, l); len(all) > 0 {
		t.Fatalf("before: %v", all)
	}
	texts := map[string]string{}
	for a, err := range l.Articles(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		texts[a.ID] = a.Text
	}
	seen := map[string]int{}
	for i, key := range keysOf(t, tenant) {
		if seen[key[:1]]++; seen[key[:1]] > 2 {
			continue
		}
		if slices.ContainsFunc(notSealed, func(part string) bool { return strings.HasPrefix(key, part) }) {
			continue
		}
		l, tenant := fullLibrary(t)
		err := tenant.Update(func(tx *store.Tx) error {
			value := bytes.Clone(tx.Get([]byte(key)))
			value[(i*37)%len(value)] ^= 1 << (i % 8)
			return tx.Put([]byte(key), value)
		})
		if err != nil {
			t.Fatal(err)
		}
		if all := findings(t, l); len(all) == 0 {
			t.Errorf("%q: nothing is found", key)
		}
		found, err := l.Ask(ctx, Question{Text: "Where does lighthouse number 2 stand?"})
		if err == nil && (found.Abstained() || found.Quotes[0].Article.Text != texts[found.Quotes[0].Article.ID]) {
			t.Errorf("%q: the answer is %v", key, found.Quotes)
		}
		if err != nil && !errors.Is(err, store.ErrCorrupt) {
			t.Errorf("%q: asked: %v", key, err)
		}
		if err := l.Repair(ctx, func(int, int) {}); err != nil {
			t.Errorf("%q: repaired: %v", key, err)
		}
		if all := findings(t, l); len(all) > 0 {
			t.Errorf("%q: after it is repaired: %v", key, all)
		}
		n := 0
		for a, err := range l.Articles(ctx) {
			if n++; err != nil || a.Text != texts[a.ID] {
				t.Errorf("%q: then it holds %v, %v", key, a, err)
			}
		}
		if n != len(texts) {
			t.Errorf("%q: then it holds %d articles", key, n)
		}
	}
}

// What no checksum tells is lost: it is named, and goes when its article is loaded again or removed.
func TestAnArticleThatStaysDamagedIsNamedUntilItGoes(t *testing.T) {
	for name, mend := range map[string]func(*Library) error{
		"removed":      func(l *Library) error { return l.Remove(ctx, "a2") },
		"loaded again": func(l *Library) error { _, err := l.Add(ctx, english("a2", "It fell into the sea.")); return err },
	} {
		t.Run(name, func(t *testing.T) {
			l, tenant := fullLibrary(t)
			err := tenant.Update(func(tx *store.Tx) error {
				number, _ := numberOf(tx, "a2")
				key, block := tx.Seek([]byte(articleKey), numberKey(articleKey, number))
				record := bytes.Clone(inBlock(tx, articleKey, number))
				again := bytes.Replace(block, record, make([]byte, len(record)), 1)
				return tx.Put(bytes.Clone(key), again)
			})
			if err != nil {
				t.Fatal(err)
			}
			want := Finding{Article: "a2", What: "what was stored", Lost: true}
			for range 2 {
				if all := findings(t, l); !slices.Equal(all, []Finding{want}) {
					t.Fatalf("found are %v", all)
				}
				if _, err := l.Ask(ctx, Question{Text: "Where does lighthouse number 2 stand?"}); err != nil && !errors.Is(err, store.ErrCorrupt) {
					t.Errorf("asked: %v", err)
				}
				if got := first(ask(t, l, "Where does lighthouse number 3 stand?")); !strings.Contains(got, "number 3") {
					t.Errorf("of another it says %q", got)
				}
				if err := l.Repair(ctx, func(int, int) {}); err != nil {
					t.Fatal(err)
				}
			}
			if err := mend(l); err != nil {
				t.Fatal(err)
			}
			if all := findings(t, l); len(all) > 0 {
				t.Errorf("then found are %v", all)
			}
		})
	}
}

// A number that is given twice would put an article in the place of another.
func TestNoNumberIsGivenTwice(t *testing.T) {
	for _, given := range []uint64{0, 1, 3, 1 << 40, 1 << 63} {
		l, tenant := fullLibrary(t)
		if err := tenant.Update(func(tx *store.Tx) error { return tx.Resume(given) }); err != nil {
			t.Fatal(err)
		}
		if err := l.Check(ctx); !errors.Is(err, store.ErrCorrupt) {
			t.Errorf("%d: checked: %v", given, err)
		}
		load(t, l, english("b", "Another lighthouse stands on the isle of Yell."))
		if err := l.Check(ctx); err != nil {
			t.Errorf("%d: checked after a load: %v", given, err)
		}
		if got := ids(t, l); len(got) != 6 {
			t.Errorf("%d: then it holds %v", given, got)
		}
	}
}

// A part of the index that is beyond repair is gone without: what the others hold is quoted.
func TestADamagedPartOfTheIndexDoesNotSilenceTheOthers(t *testing.T) {
	l, tenant := fullLibrary(t)
	err := tenant.Update(func(tx *store.Tx) error {
		key, value := tx.Seek([]byte("x/s"), []byte("x/s"))
		return tx.Put(bytes.Clone(key), make([]byte, len(value)))
	})
	if err != nil {
		t.Fatal(err)
	}
	found := ask(t, l, "Where does lighthouse number 4 stand?")
	if !strings.Contains(first(found), "number 4") || !found.Damaged {
		t.Errorf("it says %q, of damage %t", first(found), found.Damaged)
	}
	if _, err := l.Ask(ctx, Question{Text: "What does the baker of Lerwick sell?"}); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("where nothing is found: %v", err)
	}
	load(t, l, english("a3", "Lighthouse number 3 is white."))
	if err := l.Remove(ctx, "a0"); err != nil {
		t.Errorf("removed: %v", err)
	}
	if err := errors.Join(l.Repair(ctx, func(int, int) {}), l.Check(ctx)); err != nil {
		t.Error(err)
	}
}

// spoilTable puts other bytes in the place of what a block of records begins with, and returns the
// ids of the articles in it.
func spoilTable(t *testing.T, l *Library, tenant *store.Tenant, spoil func(block []byte)) (held []string) {
	t.Helper()
	load(t, l, english("b0", "The ferry to Unst is red."), english("b1", "The ferry to Yell is blue."), english("b2", "The ferry to Fetlar is green."))
	err := tenant.Update(func(tx *store.Tx) error {
		number, _ := numberOf(tx, "b2")
		block := bytes.Clone(tx.Get(numberKey(articleKey, number)))
		spoil(block)
		return tx.Put(numberKey(articleKey, number), block)
	})
	if err != nil {
		t.Fatal(err)
	}
	return []string{"b0", "b1", "b2"}
}

// A flipped bit before the records of a block can be put right, as long as the block is there.
func TestAnArticleThatIsLoadedAgainTakesNoOtherOfItsBlockWithIt(t *testing.T) {
	for _, id := range []string{"b0", "b2"} {
		l, tenant := fullLibrary(t)
		spoilTable(t, l, tenant, func(block []byte) { block[0] ^= 1 })
		load(t, l, english(id, "The ferry sails no more."))
		if err := errors.Join(l.Repair(ctx, func(int, int) {}), l.Check(ctx)); err != nil {
			t.Error(err)
		}
		if got := ids(t, l); len(got) != 8 {
			t.Errorf("%s: then it holds %v", id, got)
		}
	}
}

// All that a block held which is beyond repair is named, and each is until it goes.
func TestAllArticlesOfALostBlockAreNamed(t *testing.T) {
	l, tenant := fullLibrary(t)
	held := spoilTable(t, l, tenant, func(block []byte) { clear(block[:8]) })
	for len(held) > 0 {
		for range 2 {
			var named []string
			for _, f := range findings(t, l) {
				named = append(named, f.Article)
			}
			if !slices.Equal(named, held) {
				t.Fatalf("found are %q, want %q", named, held)
			}
			if err := l.Repair(ctx, func(int, int) {}); err != nil {
				t.Fatal(err)
			}
		}
		if err := l.Remove(ctx, held[len(held)-1]); err != nil {
			t.Fatal(err)
		}
		held = held[:len(held)-1]
	}
	if err := l.Check(ctx); err != nil {
		t.Error(err)
	}
}

// What leads to articles stands many to a table: a flipped bit in one keeps no article from being stored.
func TestAFlippedBitInWhatLeadsToArticlesKeepsNoneFromBeingStored(t *testing.T) {
	for _, part := range []string{idKey, hashKey, sketchKey} {
		l, tenant := fullLibrary(t)
		flipABit(t, tenant, part)
		if added := load(t, l, english("b", "Another lighthouse stands on the isle of Yell."), english("a2", "It fell into the sea.")); added[0].Status != Loaded || added[1].Status != Replaced {
			t.Errorf("%s: %+v", part, added)
		}
		if err := l.Remove(ctx, "a3"); err != nil {
			t.Errorf("%s: removed: %v", part, err)
		}
		if got := ids(t, l); len(got) != 5 {
			t.Errorf("%s: then it holds %v", part, got)
		}
		if err := l.Check(ctx); err != nil {
			t.Errorf("%s: checked: %v", part, err)
		}
	}
}

// An export is what is taken along when all else is lost: it goes without nothing that can be put right.
func TestAnExportHoldsTheArticlesOfABlockThatABitIsFlippedIn(t *testing.T) {
	l, tenant := fullLibrary(t)
	spoilTable(t, l, tenant, func(block []byte) { block[0] ^= 1 })
	n, err := l.Export(ctx, 0, func(int) (io.WriteCloser, error) { return discarded{io.Discard}, nil })
	if n != 8 || err != nil {
		t.Errorf("it holds %d articles, %v", n, err)
	}
}

type discarded struct{ io.Writer }

func (discarded) Close() error { return nil }

// The key of a block says how far the numbers of articles go, and sets of them have a bit for each: one that
// is damaged hides no article, and makes no number that memory is too small for.
func TestAFlippedBitInTheKeyOfABlockIsPutRight(t *testing.T) {
	for _, bit := range []int{0, 1, 2, 4, 5, 13, 28, 29, 33, 40, 55, 63} {
		for _, repaired := range []bool{true, false} {
			l, tenant := fullLibrary(t)
			load(t, l, english("b0", "The ferry to Unst is red."), english("b1", "The ferry to Yell is blue."))
			number, key := uint64(0), []byte(nil)
			err := tenant.Update(func(tx *store.Tx) error {
				k, value := tx.Last([]byte(articleKey))
				number = keyNumber(k) ^ 1<<bit
				key = numberKey(articleKey, number)
				return errors.Join(tx.Put(key, bytes.Clone(value)), tx.Delete(bytes.Clone(k)))
			})
			if err != nil {
				t.Fatal(err)
			}
			if repaired || bit < 5 { // what is below its numbers is not looked at by a load
				if err := errors.Join(l.Repair(ctx, func(int, int) {}), l.Check(ctx)); err != nil {
					t.Errorf("bit %d: repaired: %v", bit, err)
				}
			}
			load(t, l, english("c0", "The ferry to Fetlar is green."))
			if err := l.Collect(ctx, "Ferries", "b0", "b1", "c0"); err != nil {
				t.Fatal(err)
			}
			if all, _, err := l.List(ctx, Listing{In: "Ferries"}); err != nil || len(all) != 3 {
				t.Errorf("bit %d: %d are in the collection, %v", bit, len(all), err)
			}
			if err := l.Check(ctx); err != nil {
				t.Errorf("bit %d: %v", bit, err)
			}
			tenant.View(func(tx *store.Tx) error {
				if given := tx.Given(); given > 1<<20 {
					t.Fatalf("bit %d: the numbers go on behind %d", bit, given)
				}
				return nil
			})
		}
	}
}

// Numbers of segments are given with those of articles.
func TestAFlippedBitInTheKeyOfASegmentMakesNoNumberThatIsTooHigh(t *testing.T) {
	const segment = "x/s"
	l, tenant := fullLibrary(t)
	err := tenant.Update(func(tx *store.Tx) error {
		key, value := tx.Last([]byte(segment))
		flipped := bytes.Clone(key)
		flipped[len(segment)+2] ^= 1
		return errors.Join(tx.Put(flipped, bytes.Clone(value)), tx.Delete(bytes.Clone(key)))
	})
	if err != nil {
		t.Fatal(err)
	}
	load(t, l, english("c0", "The ferry to Fetlar is green."))
	err = tenant.View(func(tx *store.Tx) error {
		if given := tx.Given(); given > 1<<20 {
			t.Errorf("the numbers go on behind %d", given)
		}
		return nil
	})
	if err := errors.Join(err, l.Repair(ctx, func(int, int) {}), l.Check(ctx)); err != nil {
		t.Error(err)
	}
}

// A number of a change that is far before the others is not what was written, and no reason to drop these.
func TestRepairKeepsTheHistoryThatAStrayChangeStandsBefore(t *testing.T) {
	l, tenant := fullLibrary(t)
	err := l.Editor(Origin{By: "kim", Request: "3"}).Remove(ctx, "a4")
	if err != nil {
		t.Fatal(err)
	}
	const later = 5000
	var want []uint64
	err = tenant.Update(func(tx *store.Tx) error {
		for key, value := range tx.Scan([]byte(changeKey)) {
			if number := keyNumber(key); number < later {
				want = append(want, number+later)
				if err := errors.Join(tx.Put(numberKey(changeKey, number+later), bytes.Clone(value)), tx.Delete(key)); err != nil {
					return err
				}
			}
		}
		first := tx.Get(numberKey(changeKey, want[0]))
		return errors.Join(tx.Put(numberKey(changeKey, want[0]&^4096), bytes.Clone(first)), tx.Delete(numberKey(changeKey, want[0])))
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Repair(ctx, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	var got []uint64
	for _, key := range keysOf(t, tenant) {
		if strings.HasPrefix(key, changeKey) {
			got = append(got, keyNumber([]byte(key)))
		}
	}
	if !slices.Equal(got, want[1:]) {
		t.Errorf("of the changes %v are left %v", want[1:], got)
	}
}
