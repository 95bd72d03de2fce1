package answer

import (
	"iter"
	"slices"

	"verbatim/answer/index"
	"verbatim/store"
)

// recordAt returns the record of a number, nil where there is none.
func recordAt(tx *store.Tx, number uint64) []byte {
	if record := inBlock(tx, articleKey, number); record != nil {
		return record
	}
	return tx.Get(numberKey(oldArticleKey, number))
}

// records yields the records from a number on, in the order of their numbers.
func records(tx *store.Tx, from uint64) iter.Seq2[uint64, []byte] {
	return func(yield func(uint64, []byte) bool) {
		for key, record := range numberedKeys(tx, oldArticleKey, from) {
			if !yield(keyNumber(key), record) {
				return
			}
		}
		for key, block := range numberedKeys(tx, articleKey, from) {
			for n, record := range valuesIn(key, block) {
				if n >= from && !yield(n, record) {
					return
				}
			}
		}
	}
}

// numberedKeys yields the keys of a part from that of a number on, but for what is no such key.
func numberedKeys(tx *store.Tx, part string, from uint64) iter.Seq2[[]byte, []byte] {
	return func(yield func(key, value []byte) bool) {
		for at := numberKey(part, from); ; {
			key, value := tx.Seek([]byte(part), at)
			if key == nil {
				return
			}
			if len(key) == len(part)+8 && !yield(key, value) {
				return
			}
			at = append(slices.Clone(key), 0)
		}
	}
}

// articleAt returns the article of a number that is kept for one, or store.ErrCorrupt.
func articleAt(tx *store.Tx, number uint64) (*Article, error) {
	if record := inBlock(tx, articleKey, number); record != nil {
		return decodeArticle(record)
	}
	a, err := decodeArticle(tx.Get(numberKey(oldArticleKey, number)))
	if err != nil {
		return nil, err
	}
	if known, _ := numberOf(tx, a.ID); known != number { // nothing in such a record tells its number
		return nil, store.ErrCorrupt
	}
	return a, nil
}

// layoutAt returns the layout of an article, which the index keeps.
func layoutAt(tx *store.Tx, number uint64) (*Layout, error) {
	x := index.OpenSound(tx)
	defer x.Close()
	return layoutIn(x, number)
}

func layoutIn(x *index.Index, number uint64) (*Layout, error) {
	d, ok, err := x.Find(number)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, store.ErrCorrupt
	}
	var r index.Record
	if err := x.Record(d, &r); err != nil {
		return nil, err
	}
	var b bearings
	b.decode(r.Layout())
	return &b.Layout, nil
}
