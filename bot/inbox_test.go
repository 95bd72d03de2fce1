package bot

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"verbatim/store"
)

// receiver returns a bot on a database, as a process of its own would have it.
func receiver(t *testing.T, db *store.DB) *Bot {
	t.Helper()
	return New(slog.New(slog.DiscardHandler), Tenants{Memory: memoryIn(db)})
}

// memoryIn returns the memories of tenants in a database.
func memoryIn(db *store.DB) func(string) *store.Tenant {
	return func(tenant string) *store.Tenant { return db.Tenant(tenant + "#memory") }
}

func opened(t *testing.T) *store.DB {
	t.Helper()
	db, err := store.Open(filepath.Join(t.TempDir(), "bot.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func received(id string) Received { return Received{ID: id, Raw: fmt.Appendf(nil, "%q", "raw "+id)} }

func TestAMessageIsNewOnce(t *testing.T) {
	db := opened(t)
	fresh := func(b *Bot, tenant, id string) bool {
		t.Helper()
		fresh, err := b.Receive(t.Context(), tenant, received(id))
		if err != nil {
			t.Fatal(err)
		}
		return fresh
	}
	b := receiver(t, db)
	if !fresh(b, "one", "1") || fresh(b, "one", "1") || !fresh(b, "two", "1") || !fresh(b, "one", "2") {
		t.Error("an id is new once in each tenant")
	}
	b.Done("one", "1")
	b = receiver(t, db)
	if fresh(b, "one", "1") || fresh(b, "one", "2") || !fresh(b, "one", "3") {
		t.Error("after a restart what came before is not new")
	}
	b = receiver(t, db)
	b.now = func() time.Time { return time.Now().Add(2 * keepWaiting) }
	if !fresh(b, "one", "1") {
		t.Error("an id is forgotten after its time")
	}
}

func TestAMessageThatComesManyTimesAtOnceIsNewOnce(t *testing.T) {
	b := receiver(t, opened(t))
	const messages, times = 200, 4
	var news atomic.Int64
	var all sync.WaitGroup
	for i := range messages * times {
		all.Go(func() {
			fresh, err := b.Receive(t.Context(), fmt.Sprint("tenant", i%3), received(fmt.Sprint(i/3%messages)))
			if err != nil {
				t.Error(err)
			}
			if fresh {
				news.Add(1)
			}
		})
	}
	all.Wait()
	distinct := map[string]bool{}
	for i := range messages * times {
		distinct[fmt.Sprint(i%3, " ", i/3%messages)] = true
	}
	if int(news.Load()) != len(distinct) {
		t.Errorf("%d were new, want %d", news.Load(), len(distinct))
	}
}

func TestWhatWasNotAnsweredWaitsAfterARestart(t *testing.T) {
	db := opened(t)
	b := receiver(t, db)
	start := time.Now()
	for i := range 5 {
		b.now = func() time.Time { return start.Add(time.Duration(-i) * time.Second) }
		if _, err := b.Receive(t.Context(), "one", received(fmt.Sprint(i))); err != nil {
			t.Fatal(err)
		}
	}
	b.Done("one", "1")
	b.Done("one", "3")
	waiting, err := receiver(t, db).Waiting("one")
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, m := range waiting {
		got += m.ID + string(m.Raw) + " "
	}
	if want := `4"raw 4" 2"raw 2" 0"raw 0" `; got != want {
		t.Errorf("waiting are %s, want %s", got, want)
	}
}

func TestWithoutADiskAMessageIsNewOnceAllTheSame(t *testing.T) {
	db := opened(t)
	b := receiver(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for _, want := range []bool{true, false} {
		fresh, err := b.Receive(t.Context(), "one", received("1"))
		if fresh != want || want != (err != nil) {
			t.Errorf("fresh is %t, want %t, with the error %v", fresh, want, err)
		}
	}
}

// A write that cannot be made keeps none from being made that share its transaction.
func TestAWriteFailsAlone(t *testing.T) {
	db := opened(t)
	b := receiver(t, db)
	trouble := errors.New("trouble")
	var all []write
	for i := range 3 {
		all = append(all, write{"one", func(tx *store.Tx) error {
			if i == 1 {
				return trouble
			}
			return tx.Put([]byte{byte(i)}, []byte("x"))
		}, make(chan error, 1)})
	}
	b.settle(all)
	for i, w := range all {
		if err := <-w.done; errors.Is(err, trouble) != (i == 1) {
			t.Errorf("write %d: %v", i, err)
		}
	}
	_ = b.tenants.Memory("one").View(func(tx *store.Tx) error {
		if tx.Get([]byte{0}) == nil || tx.Get([]byte{1}) != nil || tx.Get([]byte{2}) == nil {
			t.Error("not those are there that were made")
		}
		return nil
	})
}

func BenchmarkReceive(b *testing.B) {
	db, err := store.Open(filepath.Join(b.TempDir(), "bot.db"), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	bot := New(slog.New(slog.DiscardHandler), Tenants{Memory: memoryIn(db)})
	var n atomic.Int64
	b.SetParallelism(16)
	b.RunParallel(func(p *testing.PB) {
		for p.Next() {
			id := n.Add(1)
			if _, err := bot.Receive(b.Context(), fmt.Sprint("tenant", id%10), received(fmt.Sprint(id))); err != nil {
				b.Error(err)
			}
		}
	})
}

// A transaction may be on disk though it ended with an error, and is made again where others shared it.
func TestAMessageThatIsNotedTwiceByItsOwnReceiptIsNew(t *testing.T) {
	memory := memoryIn(opened(t))("one")
	note := func(m Received) (known bool) {
		t.Helper()
		waiting, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		err = memory.Update(func(tx *store.Tx) (err error) {
			known, err = m.noted(tx, waiting)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return known
	}
	m := received("1")
	m.At = time.Now()
	for range 2 {
		if note(m) {
			t.Error("it is taken for one that came before, and never answered")
		}
	}
	if m.At = m.At.Add(time.Second); !note(m) {
		t.Error("one that came before is new")
	}
}

// A message that waits and cannot be read will never be answered: somebody has to be told.
func TestAMessageThatCannotBeReadIsTold(t *testing.T) {
	h := newHouse(t)
	for _, id := range []string{"1", "2"} {
		if _, err := h.Receive(t.Context(), "here", received(id)); err != nil {
			t.Fatal(err)
		}
	}
	err := h.tenants.Memory("here").Update(func(tx *store.Tx) error {
		value := slices.Clone(tx.Get([]byte(receivedKey + "1")))
		value[stampSize] ^= 1
		return tx.Put([]byte(receivedKey+"1"), value)
	})
	if err != nil {
		t.Fatal(err)
	}
	h.restart()
	if all, err := h.Waiting("here"); err != nil || len(all) != 1 || all[0].ID != "2" {
		t.Errorf("waiting are %v, %v", all, err)
	}
	if h.Vitals().LastDamage().IsZero() || !strings.Contains(h.log.String(), "cannot be read") {
		t.Errorf("the log says %q", h.log.String())
	}
}
