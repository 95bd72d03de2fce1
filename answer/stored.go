package answer

import (
	"errors"
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
			for n, record := range recordsIn(tx, key, block) {
				if n >= from && !yield(n, record) {
					return
				}
			}
		}
	}
}

// recordsIn yields the records of a block with their numbers. One that is damaged it yields for each
// of its articles, as their cards tell these.
func recordsIn(tx *store.Tx, key, block []byte) iter.Seq2[uint64, []byte] {
	var numbers []uint64
	if _, _, ok := cutTable(block); !ok {
		numbers, _ = cardedIn(tx, key)
	}
	if len(numbers) == 0 {
		return valuesIn(key, block)
	}
	return func(yield func(uint64, []byte) bool) {
		for _, n := range numbers {
			if !yield(n, block) {
				return
			}
		}
	}
}

// cardedIn returns the numbers of the articles in the block of a key of which there are cards, and
// whether these are all that can be.
func cardedIn(tx *store.Tx, key []byte) (numbers []uint64, all bool) {
	first := uint64(1)
	for before := range numberedKeys(tx, articleKey, 0) {
		if keyNumber(before) >= keyNumber(key) {
			break
		}
		first = keyNumber(before) + 1
	}
	return carded(tx, first, keyNumber(key))
}

// dropRecord deletes the record of an article, the card of which is gone already. A block that cannot
// be read goes with the last of its articles: the others may still be brought back.
func dropRecord(tx *store.Tx, number uint64) error {
	key, block := tx.Seek([]byte(articleKey), numberKey(articleKey, number))
	if _, _, ok := cutTable(block); key == nil || ok {
		return dropFromBlock(tx, articleKey, number)
	}
	if again := recoverTable(block); again != nil {
		return errors.Join(tx.Put(key, again), dropFromBlock(tx, articleKey, number))
	}
	if left, all := cardedIn(tx, key); len(left) > 0 || !all {
		return nil
	}
	return tx.Delete(key)
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

// idAt returns the id of the article of a number, as its card tells it where the article is damaged.
func idAt(tx *store.Tx, number uint64) (string, error) {
	a, err := articleAt(tx, number)
	if err == nil {
		return a.ID, nil
	}
	c, err := cardAt(tx, number)
	return string(c.id), err
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
