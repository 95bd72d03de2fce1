package store_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"os"
	"testing"

	"verbatim/store"
)

// written returns the file of a database after a last transaction, which one of its two meta pages
// alone knows of.
func written(t *testing.T) []byte {
	t.Helper()
	path := newPath(t)
	db := create(t, path)
	put(t, db.Tenant("a"), "k", "before")
	put(t, db.Tenant("a"), "k", "acknowledged")
	closed(t, db)
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if os.Getpagesize() != pageSize {
		t.Skipf("the system's pages have %d bytes", os.Getpagesize())
	}
	return file
}

// saved puts a file where a database can be opened.
func saved(t *testing.T, file []byte) (path string) {
	t.Helper()
	path = newPath(t)
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func flip(page []byte, bit int) { page[bit/8] ^= 1 << (bit % 8) }

const (
	metaStart = 16 // behind the head of its page
	metaBits  = 64 * 8
)

// Whatever bit of a meta page is flipped, nothing that was acknowledged is lost.
func TestAFlippedBitInAMetaPageIsPutRight(t *testing.T) {
	whole := written(t)
	for bit := range metaBits {
		for _, pages := range [][]int{{0}, {1}, {0, 1}} {
			if len(pages) == 1 && bit%7 > 0 || len(pages) == 2 && bit%28 > 0 {
				continue
			}
			file := bytes.Clone(whole)
			for i, page := range pages {
				flip(at(file, page)[metaStart:], (bit+31*i)%metaBits)
			}
			path := saved(t, file)
			db := create(t, path)
			if got := contents(t, db.Tenant("a"))["k"]; got != "acknowledged" {
				t.Errorf("pages %v, bit %d: it holds %q", pages, bit, got)
			}
			if !db.Stats().Mended {
				t.Errorf("pages %v, bit %d: it does not tell", pages, bit)
			}
			closed(t, db)
			if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, whole) {
				t.Errorf("pages %v, bit %d: the file is another (%v)", pages, bit, err)
			}
		}
	}
}

// A crash may tear the meta page of a transaction that was never acknowledged.
func TestATornMetaPageCountsForNothing(t *testing.T) {
	whole := written(t)
	newest := 0
	if txid := func(page int) uint64 { return binary.NativeEndian.Uint64(at(whole, page)[metaStart+48:]) }; txid(1) > txid(0) {
		newest = 1
	}
	torn := at(whole, newest)[metaStart+40 : metaStart+64]
	for i := range torn {
		torn[i] = ^torn[i]
	}
	db := create(t, saved(t, whole))
	defer closed(t, db)
	if got := contents(t, db.Tenant("a"))["k"]; got != "before" {
		t.Errorf("it holds %q", got)
	}
	put(t, db.Tenant("a"), "k", "again")
}

func TestABackupWithAFlippedBitInItsMetaPagesIsNotPutBackAsItIs(t *testing.T) {
	path := newPath(t)
	db := create(t, path)
	put(t, db.Tenant("a"), "k", "v")
	backup := newPath(t)
	if err := db.Backup(t.Context(), backup, nil); err != nil {
		t.Fatal(err)
	}
	closed(t, db)
	whole, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	for page := range 2 {
		file := bytes.Clone(whole)
		flip(at(file, page)[metaStart:], 8*50) // of the transaction
		backup := saved(t, file)
		if r, err := store.NewRestore(backup, path); !errors.Is(err, store.ErrCorrupt) {
			t.Errorf("page %d: %v", page, err)
			r.Close()
		}
		if got, err := os.ReadFile(backup); err != nil || !bytes.Equal(got, file) {
			t.Errorf("page %d: the backup was written to (%v)", page, err)
		}
		closed(t, create(t, backup)) // which puts it right
		r, err := store.NewRestore(backup, path)
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
}

// sum makes the sum of a meta page hold.
func sum(meta []byte) {
	h := fnv.New64a()
	h.Write(meta[:56])
	binary.NativeEndian.PutUint64(meta[56:], h.Sum64())
}
