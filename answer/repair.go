package answer

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"verbatim/store"
)

// Repair mends what it can of what Examine finds. Of what was stored it puts single flipped bits
// right, as checksums tell them. What is derived from the articles it makes again, as Reindex does,
// telling progress; collections and the history it makes agree with themselves. An article that
// stays damaged it leaves in its place. Whatever would change the library waits for it.
func (l *Library) Repair(ctx context.Context, progress func(done, total int)) error {
	l.write.Lock()
	defer l.write.Unlock()
	for _, repair := range []func(context.Context) error{l.recoverBits, l.rekeyBlocks, l.dropTwins, l.repairCollections, l.repairJournal} {
		if err := repair(ctx); err != nil {
			return err
		}
	}
	return l.reindex(ctx, progress)
}

// recovering are the parts of what was stored, and what brings a damaged value back: nil where nothing can.
var recovering = []struct {
	part    string
	recover func(value []byte) []byte
}{
	{articleKey, recoverBlock},
	{oldArticleKey, recoverRecord},
	{recordKey, recoverRecord},
	{collectionKey, recoverSealed},
	{memberKey, recoverSealed},
	{changeKey, recoverSealed},
	{entryKey, recoverSealed},
}

// recoverBits puts flipped bits right.
func (l *Library) recoverBits(ctx context.Context) error {
	for _, r := range recovering {
		err := l.rewrite(ctx, r.part, func(_, value []byte) (put []byte, drop bool) { return r.recover(value), false })
		if err != nil {
			return err
		}
	}
	return nil
}

// rekeyBlocks puts the keys of blocks right.
func (l *Library) rekeyBlocks(ctx context.Context) error {
	var misplaced [][]byte
	err := l.tenant.View(func(tx *store.Tx) error {
		for key, block := range tx.Scan([]byte(articleKey)) {
			if isMisplaced(tx, key, block) {
				misplaced = append(misplaced, bytes.Clone(key))
			}
		}
		return ctx.Err()
	})
	if err != nil || misplaced == nil {
		return err
	}
	return l.tenant.Update(func(tx *store.Tx) error {
		for _, key := range misplaced {
			if err := rekey(tx, key, tx.Get(key)); err != nil {
				return err
			}
		}
		return nil
	})
}

// readAtOnce is how many bytes of values are looked at in one transaction.
const readAtOnce = 8 << 20

// rewrite puts other values, where f returns them, in the place of those of a part, and drops
// those that f says.
func (l *Library) rewrite(ctx context.Context, part string, f func(key, value []byte) (put []byte, drop bool)) error {
	for from := []byte(part); from != nil; {
		if err := ctx.Err(); err != nil {
			return err
		}
		changes := map[string][]byte{}
		err := l.tenant.View(func(tx *store.Tx) error {
			from = gather(tx, part, from, f, changes)
			return nil
		})
		if err == nil && len(changes) > 0 {
			err = l.tenant.Update(func(tx *store.Tx) error { return putOrDrop(tx, changes) })
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// gather collects what is to stand in the place of the values of some keys, nil for nothing,
// and returns the key to go on with, nil behind the last.
func gather(tx *store.Tx, part string, from []byte, f func(key, value []byte) ([]byte, bool), changes map[string][]byte) (next []byte) {
	for size := 0; ; {
		key, value := tx.Seek([]byte(part), from)
		if key == nil {
			return nil
		}
		if put, drop := f(key, value); put != nil || drop {
			changes[string(key)] = put
		}
		from = append(slices.Clone(key), 0)
		if size += len(value); size > readAtOnce {
			return from
		}
	}
}

func putOrDrop(tx *store.Tx, changes map[string][]byte) error {
	for key, value := range changes {
		var err error
		if value == nil {
			err = tx.Delete([]byte(key))
		} else {
			err = tx.Put([]byte(key), value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func recoverSealed(value []byte) []byte {
	if _, err := store.Unseal(value); err == nil {
		return nil
	}
	body, ok := store.Recover(value)
	if !ok {
		return nil
	}
	return store.Seal(body)
}

// recoverRecord is recoverSealed for an article's record, which has a checksum of its content too.
func recoverRecord(value []byte) []byte {
	record := recoverSealed(value)
	if _, err := decodeArticle(record); err != nil {
		return nil
	}
	return record
}

// recoverBlock brings back the table of a block, and its records.
func recoverBlock(block []byte) []byte {
	table, values, ok := cutTable(block)
	if !ok {
		if block = recoverTable(block); block == nil {
			return nil
		}
		table, values, _ = cutTable(block)
	}
	changed := !ok
	var all []blockValue
	for r := (tableReader{in: table}); r.next(); {
		value := values[:min(r.n, uint64(len(values)))]
		values = values[len(value):]
		if record := recoverRecord(value); record != nil {
			value, changed = record, true
		}
		all = append(all, blockValue{r.key, value})
	}
	if !changed {
		return nil
	}
	return encodeBlock(all)
}

// maxTable is more bytes than the table of a block has.
const maxTable = 4 << 10

// recoverTable returns a copy of a block with one bit of what stands before its values flipped, so
// that its checksum holds; nil where there is none such.
func recoverTable(block []byte) []byte {
	again := bytes.Clone(block)
	for i := range again[:min(maxTable, len(again))] {
		for bit := range 8 {
			again[i] ^= 1 << bit
			if _, _, ok := cutTable(again); ok {
				return again
			}
			again[i] ^= 1 << bit
		}
	}
	return nil
}

// dropTwins deletes what was stored under the id of an article before it, and is still there since it
// was not found when that came.
func (l *Library) dropTwins(ctx context.Context) error {
	latest, older := map[uint64]uint64{}, []uint64(nil)
	for n, err := range l.filed(ctx) {
		if errors.Is(err, store.ErrCorrupt) && n.number > 0 {
			continue
		}
		if err != nil {
			return err
		}
		id := hashOf(n.article.ID)
		if twin, known := latest[id]; known {
			older = append(older, twin)
		}
		latest[id] = n.number
	}
	if len(older) == 0 {
		return ctx.Err()
	}
	return l.tenant.Update(func(tx *store.Tx) error {
		for _, number := range older {
			if err := errors.Join(dropFromBlock(tx, articleKey, number), tx.Delete(numberKey(oldArticleKey, number))); err != nil {
				return err
			}
		}
		return putLatest(tx)
	})
}
