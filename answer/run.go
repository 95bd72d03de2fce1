package answer

import "verbatim/store"

// A run is numbers of articles that a change loaded where there were none, one
// after the other. What stands as it was loaded needs no entry in the history: no other
// article ever gets its number. It gets one when it goes.
type run struct {
	First uint64 `json:"first"`
	Last  uint64 `json:"last"`
	Order int    `json:"order"` // of the first; the others follow it
}

// bring notes the number of an article that the change loads where there was none.
func (h *header) bring(number uint64) {
	h.Loaded++
	if n := len(h.Brought); n > 0 {
		s := &h.Brought[n-1]
		if s.Last+1 == number && s.Order+int(number-s.First) == h.Noted {
			s.Last = number
			return
		}
	}
	h.Brought = append(h.Brought, run{number, number, h.Noted})
}

// brought reports whether the change loaded the article of a number where there was none.
func (h *header) brought(number uint64) bool { return h.orderOf(number) >= 0 }

// orderOf returns in which order the change came to an article that it brought, or -1.
func (h *header) orderOf(number uint64) int {
	for _, s := range h.Brought {
		if s.First <= number && number <= s.Last {
			return s.Order + int(number-s.First)
		}
	}
	return -1
}

// standing returns the entries of the articles that stand as a change brought them.
func standing(tx *store.Tx, h *header) (all []entry) {
	for _, s := range h.Brought {
		for number := range records(tx, s.First) {
			if number > s.Last {
				break
			}
			all = append(all, entry{number: number, Order: s.Order + int(number-s.First)})
		}
	}
	return all
}

// letGo makes an entry of an article that stands no more as a change brought it.
func (d *edit) letGo(id string, number uint64) error {
	h := d.broughtBy(number)
	if h == nil {
		return nil
	}
	record, title := d.recordAt(number), id
	if a, err := decodeArticle(record); err == nil {
		title = nameOf(a)
	}
	e := entry{ID: id, After: recordHash(record), Order: h.orderOf(number), Title: clip(title, titleLength)}
	return putSealed(d.tx, entryKeyOf(entryKey, h.Number, id), &e)
}

// broughtBy returns the change that brought the article of a number, nil where that cannot be undone.
func (d *edit) broughtBy(number uint64) *header {
	if d.journal != nil && d.journal.header.brought(number) {
		return &d.journal.header
	}
	if d.kept == nil {
		last := lastChange(d.tx)
		for n := last; n > 0 && isKept(n, last); n-- {
			if h, err := headerAt(d.tx, n); err == nil { // a damaged one keeps nobody from going on
				d.kept = append(d.kept, h)
			}
		}
	}
	for _, h := range d.kept {
		if h.brought(number) {
			return h
		}
	}
	return nil
}
