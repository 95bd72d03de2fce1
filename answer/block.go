package answer

import (
	"cmp"
	"encoding/binary"
	"errors"
	"iter"
	"slices"

	"verbatim/store"
)

// Values of some hundred bytes or some thousand are kept many to a block: a key for each would
// cost more than the short ones hold, and leave half a page empty behind each of the long
// ones. A block stands under the highest number in it, so that the first key from a number on
// is that of its block. It is the checksum of its table, the length of the table, the table,
// and the values end to end. Those have seals of their own: damage to one is none to the others.

// blockSize is the length of a block in bytes, unless one value alone has more.
const blockSize = 32 << 10

// blockValue is a value and what it is found by.
type blockValue struct {
	number uint64
	value  []byte
}

// putBlocks stores values, whose numbers ascend from above all that there are.
func putBlocks(tx *store.Tx, prefix string, all []blockValue) error {
	for len(all) > 0 {
		n, size := 1, len(all[0].value)
		for n < len(all) && size+len(all[n].value) <= blockSize {
			size += len(all[n].value)
			n++
		}
		if err := tx.Put(numberKey(prefix, all[n-1].number), encodeBlock(all[:n])); err != nil {
			return err
		}
		all = all[n:]
	}
	return nil
}

func encodeBlock(all []blockValue) []byte {
	var t tableWriter
	size := 0
	for _, v := range all {
		t.add(v.number, uint64(len(v.value)))
		size += len(v.value)
	}
	out := t.seal(size)
	for _, v := range all {
		out = append(out, v.value...)
	}
	return out
}

// inBlock returns the value of a number in place, nil where there is none. Of a block that is
// damaged it returns what holds no seal.
func inBlock(tx *store.Tx, prefix string, number uint64) []byte {
	_, block := tx.Seek([]byte(prefix), numberKey(prefix, number))
	table, values, ok := cutTable(block)
	if !ok {
		return block
	}
	for r := (tableReader{in: table}); r.next() && r.key <= number; {
		if r.n > uint64(len(values)) {
			return block // it is cut short
		}
		if r.key == number {
			return values[:r.n]
		}
		values = values[r.n:]
	}
	return nil
}

// valuesIn yields the values of a block with their numbers, or a block that is damaged as one
// value, under the number of its key.
func valuesIn(key, block []byte) iter.Seq2[uint64, []byte] {
	return func(yield func(uint64, []byte) bool) {
		table, values, ok := cutTable(block)
		if !ok {
			yield(keyNumber(key), block)
			return
		}
		for r := (tableReader{in: table}); r.next(); {
			value := values[:min(r.n, uint64(len(values)))] // or it is cut short
			if !yield(r.key, value) {
				return
			}
			values = values[len(value):]
		}
	}
}

// insertInBlock stores the value of a number where there is none of it, be it above all others or not.
func insertInBlock(tx *store.Tx, prefix string, v blockValue) error {
	key, block := tx.Seek([]byte(prefix), numberKey(prefix, v.number))
	if key == nil {
		return putBlocks(tx, prefix, []blockValue{v})
	}
	var all []blockValue
	for n, value := range valuesIn(key, block) {
		all = append(all, blockValue{n, value})
	}
	at, _ := slices.BinarySearchFunc(all, v.number, func(o blockValue, number uint64) int { return cmp.Compare(o.number, number) })
	return tx.Put(slices.Clone(key), encodeBlock(slices.Insert(all, at, v)))
}

// dropFromBlock deletes the value of a number, if there is one.
func dropFromBlock(tx *store.Tx, prefix string, number uint64) error {
	key, block := tx.Seek([]byte(prefix), numberKey(prefix, number))
	if key == nil {
		return nil
	}
	var left []blockValue
	found := false
	for n, value := range valuesIn(key, block) {
		if n == number {
			found = true
		} else {
			left = append(left, blockValue{n, value})
		}
	}
	switch {
	case !found:
		return nil
	case len(left) == 0:
		return tx.Delete(key)
	}
	return tx.Put(key, encodeBlock(left)) // under its key still, though that may be higher now than its numbers
}

// rekey puts a block of articles under the last of its numbers where its key is below that, or above all
// numbers given: it is damaged, and what is stored next would stand before the block.
func rekey(tx *store.Tx, key, block []byte) error {
	if !isMisplaced(tx, key, block) {
		return nil
	}
	key = slices.Clone(key)
	return errors.Join(tx.Put(numberKey(articleKey, lastIn(block)), slices.Clone(block)), tx.Delete(key))
}

func isMisplaced(tx *store.Tx, key, block []byte) bool {
	last := lastIn(block)
	if last == 0 || len(key) != len(articleKey)+8 || last <= keyNumber(key) && keyNumber(key) <= tx.Given() {
		return false
	}
	return last != keyNumber(key) && tx.Get(numberKey(articleKey, last)) == nil
}

// lastIn returns the last number in the table of a block, 0 where that is damaged.
func lastIn(block []byte) uint64 {
	table, _, _ := cutTable(block)
	r := tableReader{in: table}
	for r.next() {
	}
	return r.key
}

// tableWriter writes pairs, of which the keys never descend.
type tableWriter struct {
	out  []byte
	last uint64
}

func (w *tableWriter) add(key, n uint64) {
	w.out = binary.AppendUvarint(w.out, key-w.last)
	w.out = binary.AppendUvarint(w.out, n)
	w.last = key
}

// seal returns the table behind its checksum and its length, with room for so much more.
func (w *tableWriter) seal(room int) []byte {
	out := make([]byte, 4, 4+binary.MaxVarintLen32+len(w.out)+room)
	binary.LittleEndian.PutUint32(out, checksum(w.out))
	out = binary.AppendUvarint(out, uint64(len(w.out)))
	return append(out, w.out...)
}

// cutTable returns the table of a block and what follows it, unless it is damaged. None is empty: that
// is what a part of a disk that lost its bytes would say, and its checksum hold.
func cutTable(block []byte) (table, rest []byte, ok bool) {
	if len(block) < 4 {
		return nil, nil, false
	}
	length, n := binary.Uvarint(block[4:])
	if n <= 0 || length == 0 || length > uint64(len(block)-4-n) {
		return nil, nil, false
	}
	table, rest = block[4+n:4+n+int(length)], block[4+n+int(length):]
	return table, rest, checksum(table) == binary.LittleEndian.Uint32(block)
}

// tableReader reads what a tableWriter wrote.
type tableReader struct {
	in     []byte
	key, n uint64
}

// next goes to the next pair, if there is one.
func (r *tableReader) next() bool {
	step, a := binary.Uvarint(r.in)
	if a <= 0 {
		return false
	}
	n, b := binary.Uvarint(r.in[a:])
	r.in, r.key, r.n = r.in[a+b:], r.key+step, n
	return true
}
