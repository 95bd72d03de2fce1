package answer

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"verbatim/store"
	"verbatim/store/storetest"
)

var acts = flag.Int("acts", 600, "how many random acts TestHistoryTellsWhatWasDone does")

// clerk does random acts to a library and to its chronicle.
type clerk struct {
	*testing.T
	random  *rand.Rand
	path    string
	library *Library
	c       chronicle
	request int
}

func TestHistoryTellsWhatWasDone(t *testing.T) {
	k := &clerk{T: t, random: rand.New(rand.NewPCG(5, 6)), path: filepath.Join(t.TempDir(), "a.db")}
	k.c = chronicle{articles: map[string]string{}, requests: map[string]int{}}
	for done := 0; done < *acts; {
		t.Run(fmt.Sprintf("from act %d", done), func(t *testing.T) { // each opens the database anew
			k.T = t
			k.open()
			for range 1 + k.random.IntN(80) {
				k.act()
				k.agrees()
				done++
			}
			if err := k.library.Check(ctx); err != nil {
				t.Fatal(err)
			}
		})
		if t.Failed() {
			return
		}
	}
}

func (k *clerk) open() {
	l, err := Open(storetest.OpenFile(k.T, k.path, store.Options{}).Tenant("t"))
	if err != nil {
		k.Fatal(err)
	}
	k.library = l
}

// act does something, often for a request that was made before.
func (k *clerk) act() {
	request := ""
	if k.random.IntN(3) > 0 {
		k.request++
		request = fmt.Sprint(k.request - k.random.IntN(4))
	}
	e := k.library.Editor(Origin{Request: request, By: "Anna"})
	switch k.random.IntN(10) {
	case 0, 1, 2, 3:
		n, again := k.c.goOn(request, 0)
		k.add(e, n, again, request)
		if e.Change() != 0 && k.random.IntN(4) == 0 {
			k.add(e, n, again, request) // it goes on
		}
	case 4, 5:
		k.remove(e, request)
	case 6:
		k.besides()
	default:
		k.undo(e, request)
	}
}

func (k *clerk) id() string { return fmt.Sprint("article", k.random.IntN(8)) }

func (k *clerk) articles() (all []*Article) {
	for range 1 + k.random.IntN(4) {
		all = append(all, english(k.id(), fmt.Sprintf("The ferry number %d sails.", 1+k.random.IntN(3))))
	}
	return all
}

func (k *clerk) add(e *Editor, n int, again bool, request string) {
	k.Helper()
	articles := k.articles()
	want := k.c.add(n, again, request, articles)
	added, err := e.Add(ctx, articles...)
	if err != nil {
		k.Fatal(err)
	}
	for i, a := range added {
		if a.Status != want[i] {
			k.Fatalf("added %s: %s, want %s", articles[i].ID, a.Status, want[i])
		}
	}
}

func (k *clerk) remove(e *Editor, request string) {
	k.Helper()
	ids := []string{k.id(), k.id()}
	n, again := k.c.goOn(request, 0)
	var want error
	there := map[string]bool{}
	for _, id := range ids {
		switch {
		case again && k.c.removed(n, id):
		case k.c.articles[id] != "":
			there[id] = true
		default:
			want = ErrNotFound
		}
	}
	if err := e.Remove(ctx, ids...); !errors.Is(err, want) {
		k.Fatalf("removed %q: %v, want %v", ids, err, want)
	}
	if want != nil || len(there) == 0 {
		return
	}
	k.c.latest++
	for id := range there {
		k.c.set(n, request, id, "")
	}
}

// besides does what no history tells of.
func (k *clerk) besides() {
	k.Helper()
	id, text := k.id(), "Nobody tells."
	if k.random.IntN(2) == 0 {
		text = ""
		if err := k.library.Remove(ctx, id); err != nil && !errors.Is(err, ErrNotFound) {
			k.Fatal(err)
		}
	} else {
		load(k, k.library, english(id, text))
	}
	if k.c.articles[id] != text {
		k.c.put(id, text)
		k.c.latest++
	}
}

func (k *clerk) undo(e *Editor, request string) {
	k.Helper()
	change := max(0, len(k.c.changes)-k.random.IntN(1+k.random.IntN(KeptChanges+3))) // often the last
	want := k.c.undo(request, change)
	did, err := e.Undo(ctx, uint64(change))
	var conflict *Conflict
	if errors.As(want, &conflict) {
		if !errors.As(err, &conflict) || conflict.Later != 0 && conflict.Later <= uint64(change) {
			k.Fatalf("undid %d: %v, want a conflict", change, err)
		}
		return
	}
	if !errors.Is(err, want) {
		k.Fatalf("undid %d: %v, want %v", change, err, want)
	}
	if err == nil && (did.Undoes != uint64(change) || did.Number != e.Change()) {
		k.Fatalf("undid %d: %+v", change, did)
	}
}

// agrees compares the library and its history with the chronicle.
func (k *clerk) agrees() {
	k.Helper()
	held := map[string]string{}
	for a, err := range k.library.Articles(ctx) {
		if err != nil {
			k.Fatal(err)
		}
		held[a.ID] = a.Text
	}
	if !maps.Equal(held, k.c.articles) {
		k.Fatalf("it holds %q, want %q", held, k.c.articles)
	}
	if n, err := k.library.Latest(ctx); err != nil || n != k.c.latest {
		k.Fatalf("the latest is %d, %v; want %d", n, err, k.c.latest)
	}
	changes, err := k.library.History(ctx, 0, KeptChanges+5)
	if err != nil || len(changes) != min(len(k.c.changes), KeptChanges+5) {
		k.Fatalf("%d changes of %d, %v", len(changes), len(k.c.changes), err)
	}
	for i, got := range changes {
		n := len(k.c.changes) - i
		k.concerns(n)
		if got.At.IsZero() || got.By != "Anna" {
			k.Fatalf("change %d is of %q at %s", n, got.By, got.At)
		}
		got.At, got.By, got.Titles = time.Time{}, "", nil
		if want := k.c.told(n); fmt.Sprint(got) != fmt.Sprint(want) {
			k.Fatalf("change %d is told as %+v, want %+v", n, got, want)
		}
	}
}

// concerns compares the articles that a change concerned.
func (k *clerk) concerns(n int) {
	k.Helper()
	ids, err := k.library.Concerned(ctx, uint64(n), 100)
	if err != nil {
		k.Fatal(err)
	}
	var want []string
	if n > len(k.c.changes)-KeptChanges {
		want = slices.Sorted(maps.Keys(k.c.at(n).before))
	}
	slices.Sort(ids)
	if !slices.Equal(ids, want) {
		k.Fatalf("change %d concerned %q, want %q", n, ids, want)
	}
}
