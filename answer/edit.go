package answer

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"

	"verbatim/answer/index"
	"verbatim/store"
)

// An edit is what one transaction does to the articles of a library. When it is closed the
// index and the journal agree with them.
type edit struct {
	tx      *store.Tx
	journal *journal // nil where nothing is noted
	current bool     // the index is of this version of the analysis
	changed bool
	kept    []*header   // the changes that can be undone, once they are asked for
	gone    []uint64    // the numbers of the articles that the index has to lose
	came    []*analysis // of those that it has to gain
}

func newEdit(tx *store.Tx, j *journal) *edit {
	return &edit{tx: tx, journal: j, current: isCurrent(tx)}
}

// put stores an article's record, in the place of the one of its id if there is one.
func (d *edit) put(n *analysis, record []byte) (status Status, err error) {
	id := n.article.ID
	status = Loaded
	var before []byte
	if old, ok := numberOf(d.tx, id); ok {
		status, before = Replaced, soundRecord(d.tx, old)
		if err := d.take(id, old); err != nil {
			return status, err
		}
	}
	if n.number, err = d.tx.Sequence(); err != nil {
		return status, err
	}
	if err := d.tx.Put(numberKey(articleKey, n.number), record); err != nil {
		return status, err
	}
	if err := putFinders(d.tx, n); err != nil {
		return status, err
	}
	d.changed, d.came = true, append(d.came, n)
	return status, d.journal.note(id, nameOf(n.article), n.number, before, record)
}

// remove takes out the article of an id, or returns ErrNotFound.
func (d *edit) remove(id string) error {
	number, ok := numberOf(d.tx, id)
	if !ok {
		return ErrNotFound
	}
	title, before := id, soundRecord(d.tx, number)
	if a, err := articleAt(d.tx, number); err == nil {
		title = nameOf(a)
	}
	if err := d.take(id, number); err != nil {
		return err
	}
	return d.journal.note(id, title, 0, before, nil)
}

// take removes the article of an id and a number, which this edit may have stored itself.
func (d *edit) take(id string, number uint64) error {
	d.changed = true
	if err := d.letGo(id, number); err != nil {
		return err
	}
	at, own := slices.BinarySearchFunc(d.came, number, func(n *analysis, number uint64) int {
		return cmp.Compare(n.number, number)
	})
	if own {
		d.came = slices.Delete(d.came, at, at+1)
	} else {
		d.gone = append(d.gone, number)
	}
	return removeNumber(d.tx, id, number)
}

// flush stores what is derived from the articles so far, so that memory need not hold it.
func (d *edit) flush() error {
	if err := index.Remove(d.tx, d.gone...); err != nil {
		return err
	}
	if err := putAnalyses(d.tx, d.came); err != nil {
		return err
	}
	d.gone, d.came = nil, nil
	return nil
}

func (d *edit) close() error {
	if err := d.flush(); err != nil {
		return err
	}
	if d.changed {
		if err := putLatest(d.tx); err != nil {
			return err
		}
	}
	if d.current { // or else the next Open still has to make the index again
		if err := d.tx.Put([]byte(versionKey), []byte(analysisVersion)); err != nil {
			return err
		}
	}
	return d.journal.close()
}

// putLatest notes that a transaction changes what may be quoted.
func putLatest(tx *store.Tx) error {
	return tx.Put([]byte(latestKey), binary.BigEndian.AppendUint64(nil, latest(tx)+1))
}

// latest returns how many transactions have changed the articles.
func latest(tx *store.Tx) uint64 {
	value := tx.Get([]byte(latestKey))
	if len(value) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(value)
}

// soundRecord returns a copy of the record at a number, nil where that is damaged: then it
// is nothing that could be brought back.
func soundRecord(tx *store.Tx, number uint64) []byte {
	record := tx.Get(numberKey(articleKey, number))
	if _, err := store.Unseal(record); err != nil {
		return nil
	}
	return bytes.Clone(record)
}

// nameOf returns what people call an article by.
func nameOf(a *Article) string { return cmp.Or(a.Title, a.ID) }
