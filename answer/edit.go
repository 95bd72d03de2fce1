package answer

import (
	"cmp"
	"encoding/binary"

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
	kept    []*header // the changes that can be undone, once they are asked for
	gone    []uint64  // the numbers of the articles that the index has to lose
	came    arrivals  // those that are still to be stored
}

func newEdit(tx *store.Tx, j *journal) *edit {
	return &edit{tx: tx, journal: j, current: isCurrent(tx)}
}

// put has an article stored under its record, in the place of the one of its id if there is one.
func (d *edit) put(n *analysis, record []byte) (status Status, err error) {
	id := n.article.ID
	status = Loaded
	var before []byte
	if old, ok := d.numberOf(id); ok {
		status, before = Replaced, d.soundRecord(old)
		if err := d.take(id, old); err != nil {
			return status, err
		}
	}
	if n.number, err = d.tx.Sequence(); err != nil {
		return status, err
	}
	n.record = record
	d.changed = true
	d.came.add(n)
	return status, d.journal.note(id, nameOf(n.article), n.number, before, record)
}

// remove takes out the article of an id, or returns ErrNotFound.
func (d *edit) remove(id string) error {
	number, ok := d.numberOf(id)
	if !ok {
		return ErrNotFound
	}
	title, before := id, d.soundRecord(number)
	if a, err := d.articleAt(number); err == nil {
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
	if d.came.drop(number) {
		return nil
	}
	d.gone = append(d.gone, number)
	return removeNumber(d.tx, id, number)
}

// flush stores the articles so far with what is derived from them, so that memory need not hold it.
func (d *edit) flush() error {
	if err := index.Remove(d.tx, d.gone...); err != nil {
		return err
	}
	if err := d.came.store(d.tx); err != nil {
		return err
	}
	d.gone, d.came = nil, arrivals{}
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

// nameOf returns what people call an article by.
func nameOf(a *Article) string { return cmp.Or(a.Title, a.ID) }
