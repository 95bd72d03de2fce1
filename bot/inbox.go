package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"sync"
	"time"

	"verbatim/bot/vitals"
	"verbatim/store"
)

// Received is a message as its chat sent it, to be answered. Its ID is the same each time
// the chat sends it.
type Received struct {
	ID  string          `json:"id"`
	Raw json.RawMessage `json:"raw"`
	At  time.Time       `json:"at"`
}

// Receive notes on disk that a message has come, before the chat is told so, and reports
// whether that is new: a message that comes again within an hour is not to be answered
// again. Raw is kept until Done, for a day at most, for Waiting to return after a restart.
// With an error the message may not be on disk, and is known to this process alone.
func (b *Bot) Receive(ctx context.Context, tenant string, m Received) (fresh bool, err error) {
	if !b.inbox.first(tenant + "\x00" + m.ID) {
		return false, nil
	}
	m.At = b.now()
	waiting, err := json.Marshal(m)
	if err != nil {
		return true, err
	}
	known := false
	err = b.write(ctx, tenant, func(tx *store.Tx) (err error) {
		known, err = m.noted(tx, waiting)
		return err
	})
	if err != nil {
		return true, err // and the write may still be under way: known is not to be read
	}
	return !known, nil
}

// noted notes a message, and reports whether one of its ID was there. What this very receipt has
// noted counts as new: a transaction of which the disk failed is made again, and may yet have been written.
func (m Received) noted(tx *store.Tx, waiting []byte) (known bool, err error) {
	if before, known := kept(tx, receivedKey+m.ID, m.At); known {
		return !bytes.Equal(before, waiting), nil
	}
	return false, keep(tx, receivedKey+m.ID, waiting, m.At, keepWaiting)
}

// Done notes on disk that a message was answered, and returns once that is there. What
// cannot be noted may be answered once more after a restart.
func (b *Bot) Done(tenant, id string) {
	err := b.write(context.Background(), tenant, func(tx *store.Tx) error {
		return keep(tx, receivedKey+id, nil, b.now(), keepReceived)
	})
	if err != nil {
		ctx := vitals.WithRequest(context.Background(), vitals.RequestID(tenant, id))
		b.log.ErrorContext(ctx, "answered, but not noted", "tenant", tenant, "message", id, "error", err)
	}
}

// Waiting returns the messages of a tenant that were received and not answered, in the
// order in which they came. It is for the start, before anything is received. The log tells how many
// are damaged and will not be answered.
func (b *Bot) Waiting(tenant string) (all []Received, err error) {
	damaged := 0
	err = b.tenants.Memory(tenant).View(func(tx *store.Tx) error {
		for key := range tx.Scan([]byte(receivedKey)) {
			var m Received
			value, ok := kept(tx, string(key), b.now())
			switch {
			case !ok || len(value) == 0:
			case json.Unmarshal(value, &m) == nil:
				all = append(all, m)
			default:
				damaged++
			}
		}
		return nil
	})
	if damaged > 0 {
		b.vitals.Damaged()
		b.log.Error("messages that waited to be answered cannot be read", "tenant", tenant, "messages", damaged)
	}
	slices.SortStableFunc(all, func(m, n Received) int { return m.At.Compare(n.At) })
	return all, err
}

// inbox keeps what Receive needs at hand.
type inbox struct {
	mu          sync.Mutex
	known, past map[string]bool // messages of late, past before known
	queued      []write
	writing     bool
}

// knownAtHand is how many messages are known without a look at the disk, at least.
const knownAtHand = 4_000

// first reports whether a message was not seen of late, and has it seen.
func (i *inbox) first(message string) bool {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.known[message] || i.past[message] {
		return false
	}
	if i.known == nil || len(i.known) >= knownAtHand {
		i.known, i.past = map[string]bool{}, i.known
	}
	i.known[message] = true
	return true
}

// A write is done in a transaction of its tenant, together with others that wait.
type write struct {
	tenant string
	do     func(*store.Tx) error
	done   chan error
}

// write has a change of a tenant's memory on disk when it returns nil. All changes that
// wait for the disk share a transaction. The change may still be made after ctx ends.
func (b *Bot) write(ctx context.Context, tenant string, do func(*store.Tx) error) error {
	w := write{tenant, do, make(chan error, 1)}
	if b.inbox.add(w) {
		go b.writeAll()
	}
	select {
	case err := <-w.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// add has a write wait, and reports whether nobody is writing yet.
func (i *inbox) add(w write) bool {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.queued = append(i.queued, w)
	idle := !i.writing
	i.writing = true
	return idle
}

// take returns the writes that wait; with none, nobody is writing any more.
func (i *inbox) take() []write {
	i.mu.Lock()
	defer i.mu.Unlock()
	all := i.queued
	i.queued = nil
	i.writing = len(all) > 0
	return all
}

func (b *Bot) writeAll() {
	for all := b.inbox.take(); len(all) > 0; all = b.inbox.take() {
		for len(all) > 0 {
			same, others := partition(all, all[0].tenant)
			b.settle(same)
			all = others
		}
	}
}

// settle makes writes of a tenant in one transaction. Where one cannot be made it is alone
// in that.
func (b *Bot) settle(all []write) {
	err := b.commit(all)
	for i, w := range all {
		if err != nil && len(all) > 1 {
			w.done <- b.commit(all[i : i+1])
			continue
		}
		w.done <- err
	}
}

// commit makes writes of a tenant in one transaction. A panic of one is an error: its own goroutine
// could not keep that from ending the process.
func (b *Bot) commit(all []write) error {
	err := Safely(context.Background(), b.log, func() error {
		return b.tenants.Memory(all[0].tenant).Update(func(tx *store.Tx) error {
			for _, w := range all {
				if err := w.do(tx); err != nil {
					return err
				}
			}
			return nil
		})
	}, "tenant", all[0].tenant)
	if !errors.As(err, new(Refusal)) { // which is the write's own, and no fault of the database
		b.vitals.Stored(err)
	}
	b.found(err)
	return err
}

// partition returns the writes of a tenant, and those of others, in their order.
func partition(all []write, tenant string) (same, others []write) {
	for _, w := range all {
		if w.tenant == tenant {
			same = append(same, w)
		} else {
			others = append(others, w)
		}
	}
	return same, others
}
