package answer

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"verbatim/store"
)

// header is what is known of a change beside its entries.
type header struct {
	Change
	Noted   int   `json:"noted"`             // articles that it came to so far
	Brought []run `json:"brought,omitempty"` // what it loaded, as far as that still stands as it was loaded
	Lost    bool  `json:"lost,omitempty"`    // what it takes to undo it was damaged
}

// entry is what a change did to one article.
type entry struct {
	ID     string `json:"id"`               // of the article
	Before []byte `json:"before,omitempty"` // the hash of its record; none where there was no article
	After  []byte `json:"after,omitempty"`
	Order  int    `json:"order"` // in which the change came to it
	Title  string `json:"title"`

	number uint64 // of the article that stands as it was loaded, instead of all the rest but the order
}

func entryKeyOf(part string, change uint64, id string) []byte {
	return append(numberKey(part, change), id...)
}

// keyChange returns the change that a key of an entry or an old record begins with.
func keyChange(key []byte) uint64 {
	if len(key) < len(entryKey)+8 {
		return 0 // it is cut short
	}
	return binary.BigEndian.Uint64(key[len(entryKey):])
}

// isKept reports whether a change can still be undone when the last one has a number.
func isKept(change, last uint64) bool { return change+KeptChanges > last }

// lastChange returns the number of the last change, 0 where there was none. The numbers are without a
// gap: a key that makes one is damaged, and by its place among the others it is told what it was.
func lastChange(tx *store.Tx) uint64 {
	key, _ := tx.Last([]byte(changeKey))
	number := keyNumber(key)
	if number <= 1 || tx.Get(numberKey(changeKey, number-1)) != nil {
		return number
	}
	if entry, _ := tx.Seek(numberKey(entryKey, number), nil); entry != nil {
		return number // the gap is before it
	}
	return lastInRow(tx)
}

// lastInRow returns what number the last change has where most of the others have theirs.
func lastInRow(tx *store.Tx) (last uint64) {
	n, most, agree := uint64(0), 0, map[uint64]int{} // by the number before the first
	for key := range tx.Scan([]byte(changeKey)) {
		n++
		agree[keyNumber(key)-n]++
	}
	for _, before := range slices.Sorted(maps.Keys(agree)) {
		if agree[before] > most {
			last, most = before+n, agree[before]
		}
	}
	return last
}

// renumber puts the last change under its number where its key is damaged: or all the others would
// count as too old to be kept.
func renumber(tx *store.Tx) error {
	key, sealed := tx.Last([]byte(changeKey))
	if last := lastChange(tx); keyNumber(key) != last {
		return errors.Join(tx.Put(numberKey(changeKey, last), bytes.Clone(sealed)), tx.Delete(bytes.Clone(key)))
	}
	return nil
}

// headerAt returns the header of a change, or ErrNotFound.
func headerAt(tx *store.Tx, number uint64) (*header, error) {
	sealed := tx.Get(numberKey(changeKey, number))
	if sealed == nil {
		return nil, ErrNotFound
	}
	h := &header{}
	if err := unsealInto(sealed, h); err != nil {
		return nil, fmt.Errorf("change %d: %w", number, err)
	}
	h.Number = number
	h.Open = h.UndoneBy == 0 && !h.Lost && isKept(number, lastChange(tx))
	return h, nil
}

// entryAt returns the entry of an article in a change, nil where there is none.
func entryAt(tx *store.Tx, change uint64, id string) (*entry, error) {
	sealed := tx.Get(entryKeyOf(entryKey, change, id))
	if sealed == nil {
		return nil, nil
	}
	e := &entry{}
	err := unsealInto(sealed, e)
	if err == nil && e.ID != id {
		err = store.ErrCorrupt
	}
	if err != nil {
		return nil, fmt.Errorf("change %d, what it did to an article: %w", change, err) // whose id says what it is about
	}
	return e, nil
}

// entriesOf returns the entries of a change, in the order in which it came to them. Those
// of articles that stand as the change loaded them have only their number.
func entriesOf(tx *store.Tx, h *header) (all []entry, err error) {
	prefix := numberKey(entryKey, h.Number)
	all = standing(tx, h)
	for key := range tx.Scan(prefix) {
		id := string(key[len(prefix):])
		e, err := entryAt(tx, h.Number, id)
		if err == nil && e == nil { // a flipped bit has put its key out of order, and no search comes upon it
			err = fmt.Errorf("change %d, article %s: %w", h.Number, id, store.ErrCorrupt)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, *e)
	}
	slices.SortFunc(all, func(a, b entry) int { return cmp.Compare(a.Order, b.Order) })
	return all, nil
}

// requestKeyOf returns the key that leads from a request to its change, nil for no request.
func requestKeyOf(request string) []byte {
	if request == "" {
		return nil
	}
	sum := sha256.Sum256([]byte(request))
	return append([]byte(requestKey), sum[:hashSize]...)
}

// requested returns the change that answered a request, 0 where none did.
func requested(tx *store.Tx, request string) uint64 {
	key := requestKeyOf(request)
	if key == nil {
		return 0
	}
	value := tx.Get(key)
	if len(value) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(value)
}

func putSealed(tx *store.Tx, key []byte, v any) error {
	value, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return tx.Put(key, store.Seal(value))
}

func unsealInto(sealed []byte, v any) error {
	value, err := store.Unseal(sealed)
	if err == nil && json.Unmarshal(value, v) != nil {
		err = store.ErrCorrupt
	}
	return err
}
