package answer

import (
	"bytes"
	"fmt"
	"maps"

	"verbatim/answer/index"
	"verbatim/store"
)

// languages checks that the articles of each language are counted as they are.
func (e *examination) languages(tx *store.Tx) error {
	if !maps.Equal(e.langs, maps.Collect(languageCounts(tx))) {
		return store.ErrCorrupt
	}
	return nil
}

// index checks that the index is sound and holds the articles, and none that there is not.
// It may hold those still that are damaged.
func (e *examination) index(tx *store.Tx) error {
	x := index.OpenSound(tx)
	defer x.Close()
	faults := x.Faults()
	for _, f := range faults {
		e.found(Finding{What: fmt.Sprintf("part %d of the index", f.Segment)})
	}
	if live := x.Live(); len(faults) == 0 && (live > e.articles || live < e.articles-e.lost) {
		return store.ErrCorrupt
	}
	return nil
}

// finders checks that what leads to articles can be read.
func (e *examination) finders(tx *store.Tx) error {
	for _, f := range []finder{byID, byText, bySketch} {
		for key, value := range tx.Scan([]byte(f.prefix)) {
			if _, ok := readPairs(value); !ok || len(key) != len(f.prefix)+8 {
				return store.ErrCorrupt
			}
		}
	}
	return nil
}

// cards checks that there is a card for each article and no more, and none in the place of those that
// are to come: a card that is found now would not be found behind them.
func (e *examination) cards(tx *store.Tx) error {
	if key, _ := tx.Last([]byte(cardKey)); keyNumber(key) > tx.Given() {
		return store.ErrCorrupt
	}
	n := 0
	for _, err := range cards(tx) {
		if err != nil {
			return err
		}
		n++
	}
	if n != e.carded {
		return store.ErrCorrupt
	}
	return nil
}

// numbering checks that no number is given a second time.
func (e *examination) numbering(tx *store.Tx) error {
	if !isCounted(tx.Given(), lastUsed(tx)) {
		return store.ErrCorrupt
	}
	return nil
}

// collections checks that the collections have their names.
func (e *examination) collections(tx *store.Tx) error {
	for key, sealed := range tx.Scan([]byte(collectionKey)) {
		name := string(key[len(collectionKey):])
		if shown, err := store.Unseal(sealed); err != nil || collectionName(string(shown)) != name {
			e.found(Finding{What: fmt.Sprintf("the name of the collection %q", name)})
		}
	}
	return e.ctx.Err()
}

// members checks that what is in a collection is in one that there is.
func (e *examination) members(tx *store.Tx) error {
	for key, sealed := range tx.Scan([]byte(memberKey)) {
		name, id, _ := bytes.Cut(key[len(memberKey):], []byte{0})
		stored, err := store.Unseal(sealed)
		if err != nil || !bytes.Equal(stored, id) || tx.Get(append([]byte(collectionKey), name...)) == nil {
			e.found(Finding{Article: string(id), What: fmt.Sprintf("that it is in the collection %q", name)})
		}
	}
	return e.ctx.Err()
}
