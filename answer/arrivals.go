package answer

import (
	"bytes"
	"cmp"
	"slices"

	"verbatim/store"
)

// arrivals are the articles that an edit has still to store. Until then they are found here.
type arrivals struct {
	all      []*analysis         // in the order of their numbers
	ids      map[string]uint64   // their numbers
	texts    map[uint64][]uint64 // by their hashes
	sketches map[uint64][]uint64 // by their bands
}

func (c *arrivals) add(n *analysis) {
	if c.ids == nil {
		c.ids, c.texts, c.sketches = map[string]uint64{}, map[uint64][]uint64{}, map[uint64][]uint64{}
	}
	c.all = append(c.all, n)
	c.ids[n.article.ID] = n.number
	c.texts[n.hash] = append(c.texts[n.hash], n.number)
	for _, band := range n.sketch {
		c.sketches[band] = append(c.sketches[band], n.number)
	}
}

// at returns the arrival of a number, nil where it is none of them.
func (c *arrivals) at(number uint64) *analysis {
	at, found := c.search(number)
	if !found {
		return nil
	}
	return c.all[at]
}

func (c *arrivals) search(number uint64) (at int, found bool) {
	return slices.BinarySearchFunc(c.all, number, func(n *analysis, number uint64) int { return cmp.Compare(n.number, number) })
}

// drop takes out the arrival of a number, and reports whether it was one. What still leads to it leads nowhere.
func (c *arrivals) drop(number uint64) bool {
	at, found := c.search(number)
	if found {
		delete(c.ids, c.all[at].article.ID)
		c.all = slices.Delete(c.all, at, at+1)
	}
	return found
}

// store stores the arrivals with all that is derived from them.
func (c *arrivals) store(tx *store.Tx) error {
	all := make([]blockValue, len(c.all))
	for i, n := range c.all {
		all[i] = blockValue{n.number, n.record}
	}
	if err := putBlocks(tx, articleKey, all); err != nil {
		return err
	}
	if err := putFinders(tx, c.all); err != nil {
		return err
	}
	return putAnalyses(tx, c.all)
}

// numberOf returns the number of the article of an id, arrived or stored.
func (d *edit) numberOf(id string) (number uint64, ok bool) {
	if number, ok := d.came.ids[id]; ok {
		return number, true
	}
	return numberOf(d.tx, id)
}

// recordAt returns the record of a number, arrived or stored.
func (d *edit) recordAt(number uint64) []byte {
	if n := d.came.at(number); n != nil {
		return n.record
	}
	return recordAt(d.tx, number)
}

// articleAt returns the article of a number, arrived or stored.
func (d *edit) articleAt(number uint64) (*Article, error) {
	if n := d.came.at(number); n != nil {
		return n.article, nil
	}
	return articleAt(d.tx, number)
}

// soundRecord returns a copy of the record at a number, nil where that is damaged: then it
// is nothing that could be brought back.
func (d *edit) soundRecord(number uint64) []byte {
	record := d.recordAt(number)
	if _, err := store.Unseal(record); err != nil {
		return nil
	}
	return bytes.Clone(record)
}
