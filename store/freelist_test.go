package store_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"os"
	"testing"

	"go.etcd.io/bbolt"

	"verbatim/store"
)

// Whatever bit of the list of free pages is flipped, the database opens, and no write spoils what
// is sound.
func TestAFlippedBitInTheFreeListSpoilsNothing(t *testing.T) {
	whole := sample(t)
	want, tried, refused := held(t, saved(t, whole)), 0, 0
	page := int(binary.NativeEndian.Uint64(at(whole, 0)[metaStart+32:]))
	for bit := 0; bit < 8*(16+8*3); bit++ { // of its head and its first numbers
		if bit > 8*16 && bit%7 > 0 {
			continue
		}
		file := bytes.Clone(whole)
		flip(at(file, page), bit)
		db := create(t, saved(t, file))
		err := db.Tenant("new").Update(func(tx *store.Tx) error { return tx.Put([]byte("k"), make([]byte, 3*pageSize)) })
		if tried++; errors.Is(err, store.ErrCorrupt) { // it may be what leads to a page that is not right
			refused++
			db.Close()
			continue
		}
		if err := errors.Join(err, db.Tenant("new").Drop()); err != nil {
			t.Errorf("bit %d: %v", bit, err)
		}
		if !maps.Equal(stored(t, db), want) {
			t.Errorf("bit %d: it holds something else", bit)
		}
		closed(t, db) // which checks it
	}
	if refused > tried/4 {
		t.Errorf("%d of %d are refused", refused, tried)
	}
}

// A bit of what leads to a tenant's pages may be flipped so that it leads to older ones, which are
// free. They must not be taken for those in use, and these be written over.
func TestABucketThatLeadsToAFreePageIsToldOf(t *testing.T) {
	path, told := newPath(t), 0
	db := create(t, path)
	for i := range 24 {
		update(t, db.Tenant("able"), func(tx *store.Tx) error {
			return errors.Join(tx.Put(fmt.Appendf(nil, "more%d", i), make([]byte, 100*i)), tx.Put([]byte("k"), make([]byte, 2000)))
		})
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range toFreePages(t, whole, "able") {
			other := create(t, saved(t, file))
			if err := other.Check(t.Context()); !errors.Is(err, store.ErrCorrupt) {
				t.Errorf("after %d updates a check says %v", i, err)
			}
			if err := other.Tenant("new").Update(func(*store.Tx) error { return nil }); !errors.Is(err, store.ErrCorrupt) {
				t.Errorf("after %d updates it is written to: %v", i, err)
			}
			told++
			other.Close()
		}
	}
	closed(t, db)
	if told == 0 {
		t.Error("there is no such page")
	}
}

// toFreePages returns files in which a bit of a bucket's reference is flipped so that it leads to a
// free page that was a leaf.
func toFreePages(t *testing.T, whole []byte, name string) (files [][]byte) {
	t.Helper()
	free := map[uint64]bool{}
	file, root := saved(t, whole), uint64(0)
	inFile(t, file, func(tx *bbolt.Tx) error {
		root = uint64(tx.Bucket([]byte(name)).Root())
		for id := range whole[:len(whole)/pageSize] {
			p, err := tx.Page(id)
			free[uint64(id)] = err == nil && p != nil && p.Type == "free"
		}
		return nil
	})
	header := binary.NativeEndian.AppendUint64([]byte(name), root)
	for bit := range 6 {
		id := root ^ 1<<bit
		if !free[id] || !bytes.HasPrefix(at(whole, int(id)), binary.NativeEndian.AppendUint16(binary.NativeEndian.AppendUint64(nil, id), 2)) {
			continue
		}
		files = append(files, bytes.ReplaceAll(whole, header, binary.NativeEndian.AppendUint64([]byte(name), id)))
	}
	return files
}

func TestACheckPutsTheFreeListRight(t *testing.T) {
	whole := sample(t)
	for _, page := range pagesOf(whole, freelist) {
		flip(at(whole, page), 8*16+16)
	}
	path := saved(t, whole)
	db := create(t, path)
	if err := db.Check(t.Context()); err != nil {
		t.Error(err)
	}
	put(t, db.Tenant("new"), "k", "v")
	closed(t, db)
}

func TestABackupHasItsFreeListPutRight(t *testing.T) {
	whole := sample(t)
	want := held(t, saved(t, whole))
	for _, page := range pagesOf(whole, freelist) {
		flip(at(whole, page), 8*16+16)
	}
	db := create(t, saved(t, whole))
	backup := newPath(t)
	if err := db.Backup(t.Context(), backup, nil); err != nil {
		t.Fatal(err)
	}
	closed(t, db)
	if got := held(t, backup); !maps.Equal(got, want) {
		t.Error("the backup holds something else")
	}
}

// A list of more than 65,534 pages has its count in another place. This one is to be made in a
// part of the file that was never written.
func TestALongFreeListIsMadeAgain(t *testing.T) {
	whole := written(t)
	const more = 70_000
	for page := range 2 {
		meta := at(whole, page)[metaStart:]
		pages := binary.NativeEndian.Uint64(meta[40:])
		binary.NativeEndian.PutUint64(meta[32:], pages)
		binary.NativeEndian.PutUint64(meta[40:], pages+more)
		sum(meta)
	}
	path := saved(t, whole)
	if err := os.Truncate(path, int64(len(whole)+more*pageSize)); err != nil {
		t.Fatal(err)
	}
	db := create(t, path)
	if got := contents(t, db.Tenant("a"))["k"]; got != "acknowledged" {
		t.Errorf("it holds %q", got)
	}
	put(t, db.Tenant("a"), "k", "again")
	if free := db.Stats().Free; free < (more-200)*pageSize {
		t.Errorf("%d bytes are free", free)
	}
	closed(t, db)
}

// A page that claims the one behind it would, when it is freed, free that too.
func TestNothingIsWrittenWherePagesAreUsedTwice(t *testing.T) {
	whole := sample(t)
	const leaf, overflow = 2, 8 * 12 // the flag of a page, and the first bit of how far it runs on
	refused := 0
	for _, page := range pagesOf(whole, leaf) {
		file := bytes.Clone(whole)
		flip(at(file, page), overflow)
		db := create(t, saved(t, file))
		want := stored(t, db)
		err := db.Tenant("many").Update(func(tx *store.Tx) error {
			for i := range 1000 {
				if err := tx.Put(number(i), []byte("new")); err != nil {
					return err
				}
			}
			return nil
		})
		if errors.Is(err, store.ErrCorrupt) {
			refused++
			if !maps.Equal(stored(t, db), want) {
				t.Errorf("page %d: it holds something else", page)
			}
			if err := db.Close(); err != nil {
				t.Error(err)
			}
			continue
		}
		if err != nil {
			t.Errorf("page %d: %v", page, err)
		}
		closed(t, db)
	}
	if refused == 0 {
		t.Error("nothing was refused")
	}
}
