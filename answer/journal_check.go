package answer

import (
	"bytes"
	"fmt"

	"verbatim/store"
)

// checkJournal checks that the changes follow on one another, and that those which can be
// undone have all that it takes.
func checkJournal(tx *store.Tx) error {
	last := lastChange(tx)
	next := uint64(0)
	for key := range tx.Scan([]byte(changeKey)) {
		number := keyNumber(key)
		h, err := headerAt(tx, number)
		if err != nil {
			return err
		}
		if next != 0 && number != next || h.Request != "" && requested(tx, h.Request) < number {
			return fmt.Errorf("change %d is not in its place: %w", number, store.ErrCorrupt)
		}
		if next = number + 1; !isKept(number, last) {
			continue
		}
		if err := checkEntries(tx, h); err != nil {
			return fmt.Errorf("change %d: %w", number, err)
		}
	}
	return nil
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
			return fmt.Errorf("article %s as it was before: %w", n.ID, store.ErrCorrupt)
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
