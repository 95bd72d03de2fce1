package store

import (
	"errors"
	"fmt"
	"io"
	"math/bits"
	"os"

	"go.etcd.io/bbolt"
)

// A file leads to all that it holds by the newer of its two meta pages, whose sum bbolt looks at.
// Where it does not hold bbolt goes by the older page, without a word, and so without what was
// acknowledged last. That is right after a crash that tore the page, but not after a bit of it was
// flipped, which can be told: with that bit put right the sum of 64 bits holds again.

var errMendable = errors.New("a bit of its first pages was flipped")

// prepare makes sure that bbolt can read the pages from which it finds the others, and puts them
// right where it would go wrong. It takes the lock for that, since others must not write meanwhile:
// where it cannot, bbolt is given the file as it is.
func (db *DB) prepare(file *os.File) error {
	err := lock(file, !db.readOnly)
	if errors.Is(err, errors.ErrUnsupported) {
		return db.checkLength(file)
	}
	if err == nil {
		err = db.mendMetas(file)
	}
	if err == nil {
		err = db.checkLength(file)
	}
	if err == nil && !db.readOnly { // then bbolt does without the list of free pages
		err = db.makeLoadable(file)
	}
	return err
}

// mendMetas puts right the meta pages of which one bit was flipped, on disk. Where the file is
// only read that is an error.
func (db *DB) mendMetas(file *os.File) error {
	known, none := newestMeta(file)
	if err := unlessNone(none); err != nil {
		return err
	}
	for _, at := range metaPlaces {
		page := make([]byte, metaSize)
		if _, err := file.ReadAt(page, at+headSize); err == io.EOF {
			return nil // what is cut off is told elsewhere
		} else if err != nil {
			return err
		}
		if soundMeta(page) || !unflip(page) {
			continue
		}
		m := cutMeta(page)
		if at != 0 && at != m.pageSize || none == nil && m.pageSize != known.pageSize {
			continue
		}
		if db.readOnly {
			return &failure{fmt.Sprintf("%s: %v: verbatim check --db %[1]s puts that right", db.path, errMendable), ErrCorrupt, errMendable}
		}
		if err := writeSynced(file, page, at+headSize); err != nil {
			return err
		}
		db.mended.Store(true)
	}
	return nil
}

// unflip puts a flipped bit of a meta page right, if it is one that makes its sum hold.
func unflip(page []byte) bool {
	if bits.OnesCount32(order.Uint32(page)^metaMagic) > 1 {
		return false
	}
	for bit := range 8 * metaSize {
		page[bit/8] ^= 1 << (bit % 8)
		if soundMeta(page) {
			return true
		}
		page[bit/8] ^= 1 << (bit % 8)
	}
	return false
}

// confirm has the newer meta page be on disk, which a transaction in it takes for granted: it writes
// over what only the older one leads to. Where a sync failed, in this process or one before, the system
// shows what the disk may not hold and takes it for written. The caller holds db.writer.
func (db *DB) confirm() error {
	if db.confirmed {
		return nil
	}
	err := db.transact((*bbolt.DB).View, "", func(*Tx) error {
		m, err := newestMeta(db.file)
		if err != nil {
			return err
		}
		page := make([]byte, metaSize)
		if _, err := db.file.ReadAt(page, m.at); err != nil {
			return err
		}
		return writeSynced(db.file, page, m.at)
	})
	db.confirmed = err == nil
	return explain(db.path, err)
}

func writeSynced(file *os.File, page []byte, at int64) error {
	if _, err := file.WriteAt(page, at); err != nil {
		return err
	}
	return file.Sync()
}
