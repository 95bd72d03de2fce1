package answer

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"verbatim/store"
)

// A finder leads from hashes to numbers of articles. Some hundred pairs of them stand in one
// table, whose key ends in the highest hash that it has room for: so a pair takes 6 to 11 bytes,
// and storing a thousand at once writes each table once.
type finder struct {
	prefix string
	bits   int  // of a hash
	once   bool // a hash has one number, the last that was stored for it
}

// Of two ids that had the same hash one would be taken for the other: with 64 bits the odds are
// one to 37 million among a million. What has the hash of a text or a sketch is looked at anyhow.
var (
	byID     = finder{idKey, 64, true}
	byText   = finder{hashKey, 40, false}
	bySketch = finder{sketchKey, 40, false}
)

// tablePairs is how many pairs a table has at most, but for those of one hash.
const tablePairs = 128

type pair struct{ hash, number uint64 }

func comparePairs(a, b pair) int {
	return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.number, b.number))
}

// short cuts a hash to the bits that are kept of it.
func (f finder) short(hash uint64) uint64 { return hash >> (64 - f.bits) }

// table returns the key of the table that a short hash belongs to, and its pairs, unless more of it is
// damaged than a bit, which is put right.
func (f finder) table(tx *store.Tx, hash uint64) (key []byte, pairs []pair, ok bool) {
	key, value := tx.Seek([]byte(f.prefix), numberKey(f.prefix, hash))
	if key == nil {
		return numberKey(f.prefix, math.MaxUint64), nil, true
	}
	if pairs, ok = readPairs(value); !ok {
		pairs, ok = readPairs(recoverTable(value))
	}
	return slices.Clone(key), pairs, ok && len(key) == len(f.prefix)+8
}

func readPairs(value []byte) (pairs []pair, ok bool) {
	table, _, ok := cutTable(value)
	for r := (tableReader{in: table}); ok && r.next(); {
		pairs = append(pairs, pair{r.key, r.n})
	}
	return pairs, ok
}

// pairs yields all pairs but those of tables that are damaged. Its hashes are such as put takes.
func (f finder) pairs(tx *store.Tx) iter.Seq[pair] {
	return func(yield func(pair) bool) {
		for _, value := range tx.Scan([]byte(f.prefix)) {
			all, _ := readPairs(value)
			for _, p := range all {
				if !yield(pair{p.hash << (64 - f.bits), p.number}) {
					return
				}
			}
		}
	}
}

// misses reports whether a hash may have numbers that cannot be read.
func (f finder) misses(tx *store.Tx, hash uint64) bool {
	_, _, ok := f.table(tx, f.short(hash))
	return !ok
}

// find returns the numbers that were stored for a hash.
func (f finder) find(tx *store.Tx, hash uint64) (numbers []uint64) {
	hash = f.short(hash)
	_, value := tx.Seek([]byte(f.prefix), numberKey(f.prefix, hash))
	table, _, ok := cutTable(value)
	if !ok {
		table, _, _ = cutTable(recoverTable(value))
	}
	for r := (tableReader{in: table}); r.next() && r.key <= hash; {
		if r.key == hash {
			numbers = append(numbers, r.n)
		}
	}
	return numbers
}

// put stores numbers for hashes.
func (f finder) put(tx *store.Tx, pairs []pair) error {
	for i := range pairs {
		pairs[i].hash = f.short(pairs[i].hash)
	}
	slices.SortStableFunc(pairs, comparePairs)
	for len(pairs) > 0 {
		key, stored, ok := f.table(tx, pairs[0].hash)
		if !ok && f.once {
			return store.ErrCorrupt // what is lost of it would be gone for good
		}
		if len(key) != len(f.prefix)+8 {
			key = numberKey(f.prefix, math.MaxUint64)
		}
		n := 1
		for n < len(pairs) && pairs[n].hash <= keyNumber(key) {
			n++
		}
		if err := f.write(tx, key, f.merge(stored, pairs[:n])); err != nil {
			return err
		}
		pairs = pairs[n:]
	}
	return nil
}

// merge returns all pairs in order, each once.
func (f finder) merge(stored, pairs []pair) []pair {
	if f.once {
		stored = slices.DeleteFunc(stored, func(old pair) bool {
			_, again := slices.BinarySearchFunc(pairs, old.hash, func(p pair, hash uint64) int { return cmp.Compare(p.hash, hash) })
			return again
		})
	}
	all := slices.Concat(stored, pairs)
	slices.SortFunc(all, comparePairs)
	return slices.Compact(all)
}

// write stores pairs in the place of a table, in several where they are too many for one.
func (f finder) write(tx *store.Tx, key []byte, pairs []pair) error {
	each := len(pairs)
	if each > tablePairs {
		each = (len(pairs)-1)/((len(pairs)-1)/tablePairs+1) + 1
	}
	for len(pairs) > 0 {
		n := min(each, len(pairs))
		for n < len(pairs) && pairs[n].hash == pairs[n-1].hash {
			n++
		}
		var w tableWriter
		for _, p := range pairs[:n] {
			w.add(p.hash, p.number)
		}
		at := key
		if n < len(pairs) {
			at = numberKey(f.prefix, pairs[n-1].hash)
		}
		if err := tx.Put(at, w.seal(0)); err != nil {
			return err
		}
		pairs = pairs[n:]
	}
	return nil
}

// remove takes a number of a hash out, if it is there.
func (f finder) remove(tx *store.Tx, hash, number uint64) error {
	key, pairs, _ := f.table(tx, f.short(hash))
	at, found := slices.BinarySearchFunc(pairs, pair{f.short(hash), number}, comparePairs)
	switch {
	case !found:
		return nil
	case len(pairs) == 1:
		return tx.Delete(key)
	}
	return f.write(tx, key, slices.Delete(pairs, at, at+1))
}
