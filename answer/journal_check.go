package answer

import (
	"bytes"
	"errors"
	"fmt"

	"verbatim/store"
)

// journal checks that the changes follow on one another, and that those which can be
// undone have all that it takes.
func (e *examination) journal(tx *store.Tx) error {
	next := uint64(0)
	for key := range tx.Scan([]byte(changeKey)) {
		number := keyNumber(key)
		if next != 0 && number != next {
			e.found(Finding{What: fmt.Sprintf("what the history has between the changes %d and %d", next-1, number)})
		}
		next = number + 1
		switch err := checkChange(tx, number); {
		case errors.Is(err, store.ErrCorrupt):
			e.found(Finding{What: fmt.Sprintf("change %d of the history", number)})
		case err != nil:
			return err
		}
	}
	return e.ctx.Err()
}

// checkChange checks that a change can be read, is found by its request, and can be undone
// unless it is too old.
func checkChange(tx *store.Tx, number uint64) error {
	h, err := headerAt(tx, number)
	if errors.Is(err, ErrNotFound) { // its key is none
		return store.ErrCorrupt
	}
	if err != nil {
		return err
	}
	if h.Request != "" && requested(tx, h.Request) < number {
		return store.ErrCorrupt
	}
	if h.Lost || !isKept(number, lastChange(tx)) {
		return nil
	}
	return checkEntries(tx, h)
}

// checkEntries checks that a change has the entries that it counts, and the records as they
// were before, and no more.
func checkEntries(tx *store.Tx, h *header) error {
	entries, err := entriesOf(tx, h)
	if err != nil {
		return err
	}
	counted, records := header{}, 0
	for _, n := range entries {
		*counted.counter(&n)++
		record := tx.Get(entryKeyOf(recordKey, h.Number, n.ID))
		if record != nil {
			records++
		}
		if _, err := store.Unseal(record); n.Before != nil && err != nil || !bytes.Equal(recordHash(record), n.Before) {
			return store.ErrCorrupt
		}
	}
	for range tx.Scan(numberKey(recordKey, h.Number)) {
		records--
	}
	if records != 0 || counted.Loaded != h.Loaded || counted.Replaced != h.Replaced || counted.Removed != h.Removed {
		return store.ErrCorrupt
	}
	return nil
}
