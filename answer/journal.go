package answer

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"

	"verbatim/store"
)

// KeptChanges is how many of the last changes can be undone.
const KeptChanges = 20

const (
	keptHeaders = 1000 // are told of
	maxDropped  = 2000 // of what is too old goes with one transaction
	titlesNoted = 3    // of a change
	titleLength = 200  // of one of them, in bytes
)

// A journal notes a change in the transaction that makes it. A nil journal notes nothing.
type journal struct {
	tx     *store.Tx
	number uint64
	header header
	wrote  bool
}

// note says that an article's record was one and is another now, with a number of its own;
// nil where there is none. Of several notes on one article only what was before the first is kept.
func (j *journal) note(id, title string, number uint64, before, after []byte) error {
	if j == nil {
		return nil
	}
	j.wrote = true
	e, err := entryAt(j.tx, j.number, id)
	if err != nil {
		return err
	}
	if e == nil && before == nil && after != nil {
		j.header.bring(number)
		j.meet(title)
		return nil
	}
	if e == nil {
		if e, err = j.begin(id, title, before); err != nil {
			return err
		}
	} else {
		*j.header.counter(e)--
	}
	e.After, e.Title = recordHash(after), clip(title, titleLength)
	if bytes.Equal(e.Before, e.After) { // it is as it was
		return errors.Join(j.tx.Delete(entryKeyOf(entryKey, j.number, id)), j.tx.Delete(entryKeyOf(recordKey, j.number, id)))
	}
	*j.header.counter(e)++
	return putSealed(j.tx, entryKeyOf(entryKey, j.number, id), e)
}

// begin returns the entry of an article that the change comes to, with its record kept.
func (j *journal) begin(id, title string, before []byte) (*entry, error) {
	e := &entry{ID: id, Before: recordHash(before), Order: j.header.Noted}
	j.meet(title)
	if before == nil {
		return e, nil
	}
	return e, j.tx.Put(entryKeyOf(recordKey, j.number, id), before)
}

// meet counts an article that the change comes to.
func (j *journal) meet(title string) {
	j.header.Noted++
	if title = clip(title, titleLength); len(j.header.Titles) < titlesNoted && !slices.Contains(j.header.Titles, title) {
		j.header.Titles = append(j.header.Titles, title)
	}
}

// counter returns what an entry counts for.
func (h *header) counter(e *entry) *int {
	switch {
	case e.Before == nil:
		return &h.Loaded
	case e.After == nil:
		return &h.Removed
	}
	return &h.Replaced
}

// close stores what was noted, and drops what is too old by then.
func (j *journal) close() error {
	if j == nil || !j.wrote {
		return nil
	}
	if err := putSealed(j.tx, numberKey(changeKey, j.number), &j.header); err != nil {
		return err
	}
	if err := putRequest(j.tx, &j.header); err != nil {
		return err
	}
	return drop(j.tx, lastChange(j.tx))
}

// putRequest has the request of a change, if it has one, lead to it.
func putRequest(tx *store.Tx, h *header) error {
	key := requestKeyOf(h.Request)
	if key == nil {
		return nil
	}
	return tx.Put(key, binary.BigEndian.AppendUint64(nil, h.Number))
}

// drop deletes the entries and old records of the changes that cannot be undone any more,
// though not of all at once, and the headers behind those that are kept.
func drop(tx *store.Tx, last uint64) error {
	for _, part := range []string{entryKey, recordKey} {
		left := maxDropped
		for key := range tx.Scan([]byte(part)) {
			if left--; left < 0 || isKept(keyChange(key), last) {
				break
			}
			if err := tx.Delete(key); err != nil {
				return err
			}
		}
	}
	for key := range tx.Scan([]byte(changeKey)) {
		number := keyNumber(key)
		if number+keptHeaders > last {
			break
		}
		if err := dropHeader(tx, number); err != nil {
			return err
		}
	}
	return nil
}

// dropHeader deletes a change's header, and what its request finds it by.
func dropHeader(tx *store.Tx, number uint64) error {
	h, err := headerAt(tx, number)
	if err == nil && requested(tx, h.Request) == number {
		if err := tx.Delete(requestKeyOf(h.Request)); err != nil {
			return err
		}
	}
	return tx.Delete(numberKey(changeKey, number))
}
