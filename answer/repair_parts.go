package answer

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"

	"verbatim/store"
)

// repairCollections makes the names of collections, and what is in them, of what their keys say where
// the values do not tell it, and lets nothing be in a collection that there is not.
func (l *Library) repairCollections(ctx context.Context) error {
	names := map[string]bool{}
	err := l.rewrite(ctx, collectionKey, func(key, sealed []byte) ([]byte, bool) {
		name := string(key[len(collectionKey):])
		shown, err := store.Unseal(sealed)
		if err == nil && collectionName(string(shown)) == name {
			names[name] = true
			return nil, false
		}
		if name = strings.ToValidUTF8(name, ""); collectionName(name) != string(key[len(collectionKey):]) {
			return nil, true
		}
		names[name] = true
		return store.Seal([]byte(name)), false
	})
	if err != nil {
		return err
	}
	return l.rewrite(ctx, memberKey, func(key, sealed []byte) ([]byte, bool) {
		name, id, _ := bytes.Cut(key[len(memberKey):], []byte{0})
		stored, err := store.Unseal(sealed)
		switch {
		case !names[string(name)] || err == nil && !bytes.Equal(stored, id):
			return nil, true
		case err != nil:
			return store.Seal(id), false
		}
		return nil, false
	})
}

// whatWasNoted stands in the history for what was noted of a change that is damaged.
const whatWasNoted = "(what was noted of this change was damaged)"

// repairJournal drops what stands apart from the history, and puts a change that tells nothing, and
// cannot be undone, in the place of each that is damaged or lost. One of which only that is damaged
// what it takes to undo it still tells the rest. What takes long of that is done before the transaction
// that keeps others from writing.
func (l *Library) repairJournal(ctx context.Context) error {
	var lost map[uint64]bool
	err := l.tenant.Update(func(tx *store.Tx) error { return errors.Join(renumber(tx), dropStrays(tx)) })
	if err == nil {
		err = l.tenant.View(func(tx *store.Tx) error {
			lost = withoutEntries(tx)
			return nil
		})
	}
	if err != nil {
		return err
	}
	return l.tenant.Update(func(tx *store.Tx) error {
		var at Change // the one before
		for key := range tx.Scan([]byte(changeKey)) {
			if err := ctx.Err(); err != nil {
				return err
			}
			number := keyNumber(key)
			for at.Number > 0 && at.Number+1 < number {
				at.Number++
				if err := blank(tx, at); err != nil {
					return err
				}
			}
			at.Number = number
			if err := repairChange(tx, &at, lost[number]); err != nil {
				return err
			}
		}
		return nil
	})
}

// dropStrays deletes the changes whose keys are not as they were written: those that are not among
// the most that lie as close together as a history does.
func dropStrays(tx *store.Tx) error {
	whole := func(key []byte) bool { return len(key) == len(changeKey)+8 }
	var numbers []uint64
	for key := range tx.Scan([]byte(changeKey)) {
		if whole(key) {
			numbers = append(numbers, keyNumber(key))
		}
	}
	first, most := uint64(0), 0
	for i, from := range numbers {
		if n, _ := slices.BinarySearch(numbers[i:], from+keptHeaders); n > most {
			first, most = from, n
		}
	}
	for key := range tx.Scan([]byte(changeKey)) {
		if whole(key) && keyNumber(key)-first < keptHeaders { // which is no less than first
			continue
		}
		if err := tx.Delete(key); err != nil {
			return err
		}
	}
	return nil
}

// withoutEntries returns the changes that could still be undone, had they all that it takes.
func withoutEntries(tx *store.Tx) map[uint64]bool {
	lost := map[uint64]bool{}
	last := lastChange(tx)
	for number := last; number > 0 && isKept(number, last); number-- {
		if h, err := headerAt(tx, number); err == nil && !h.Lost {
			lost[number] = checkEntries(tx, h) != nil
		}
	}
	return lost
}

// repairChange makes a change agree with itself. Of one that cannot be read nothing is known but its
// number, and about when it was.
func repairChange(tx *store.Tx, at *Change, lost bool) error {
	h, err := headerAt(tx, at.Number)
	if errors.Is(err, store.ErrCorrupt) {
		return blank(tx, *at)
	}
	if err != nil {
		return err
	}
	at.At = h.At
	if requested(tx, h.Request) < at.Number {
		err = putRequest(tx, h)
	}
	if err != nil || !lost {
		return err
	}
	h.Lost, h.Brought = true, nil
	return errors.Join(dropEntries(tx, h.Number), putSealed(tx, numberKey(changeKey, h.Number), h))
}

// blank stores a change of which no more is known.
func blank(tx *store.Tx, c Change) error {
	h := header{Change: Change{Origin: Origin{At: c.At}, Titles: []string{whatWasNoted}}, Lost: true}
	return errors.Join(dropEntries(tx, c.Number), putSealed(tx, numberKey(changeKey, c.Number), &h))
}

// dropEntries deletes what it takes to undo a change.
func dropEntries(tx *store.Tx, change uint64) error {
	return errors.Join(deleteAll(tx, string(numberKey(entryKey, change))), deleteAll(tx, string(numberKey(recordKey, change))))
}
