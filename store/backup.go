package store

import (
	"context"
	"errors"
	"io"
	"os"

	"go.etcd.io/bbolt"
)

var errItself = errors.New("the database itself")

// Backup writes a copy of the database as it is at this moment to path, as Save does, while
// reads and writes go on. progress, unless it is nil, is told at times how many bytes of how
// many have been copied. What is written meanwhile makes the database grow, as during any View.
func (db *DB) Backup(ctx context.Context, path string, progress func(done, total int64)) error {
	if db.isAt(path) {
		return explain(path, errItself)
	}
	return Save(ctx, path, func(w io.Writer) error {
		_, err := db.copyTo(w, progress)
		return err
	})
}

// beforeUpgrade is what is behind the name of a database in that of a copy of it as an older
// version left it.
const beforeUpgrade = ".before-upgrade"

// KeepBefore keeps a copy of the database beside it, as FILE.before-upgrade, before an upgrade
// that an older version could not read the outcome of. The upgrade has a name: before each the
// copy is made once, however often it begins, and takes the place of the copy before another.
// The path of a copy is returned, or nothing where there is one.
func (db *DB) KeepBefore(ctx context.Context, upgrade string) (path string, err error) {
	kept := ""
	err = db.transact((*bbolt.DB).View, "", func(tx *Tx) error {
		r, err := recordOf(tx.bolt)
		kept = r.Kept
		return err
	})
	if err != nil || kept == upgrade {
		return "", err
	}
	path = Target(db.path) + beforeUpgrade
	if err := db.Backup(ctx, path, nil); err != nil {
		return "", err
	}
	db.writer.Lock()
	defer db.writer.Unlock()
	return path, db.amend(func(r *record, _ *bbolt.Tx) { r.Kept = upgrade })
}

// isAt reports whether path leads to the database's own file.
func (db *DB) isAt(path string) bool {
	there, err := os.Stat(path)
	if err != nil {
		return false
	}
	db.swap.RLock()
	defer db.swap.RUnlock()
	return os.SameFile(db.own, there)
}

// WriteTo writes a copy of the database as it is at this moment to w, which Save may give
// to a file, and returns the bytes written. A View is open until it returns.
func (db *DB) WriteTo(w io.Writer) (n int64, err error) { return db.copyTo(w, nil) }

func (db *DB) copyTo(w io.Writer, progress func(done, total int64)) (n int64, err error) {
	if err := db.sign(); err != nil {
		return 0, err
	}
	out := &keeper{w: w}
	err = db.transact((*bbolt.DB).View, "", func(tx *Tx) error {
		tx.inBolt = false // it reads the file, not the mapping: a panic is w's
		if progress != nil {
			out.wrote = func(n int64) { progress(n, tx.bolt.Size()) }
		}
		n, err = tx.bolt.WriteTo(out)
		if err == io.EOF {
			return cut(db.path, n, tx.bolt.Size())
		}
		return err
	})
	if out.err != nil {
		return n, out.err
	}
	return n, err
}

// sign gives a file of before its record, so that a copy can be told to be one of it, unless
// the file has no room for it.
func (db *DB) sign() error {
	db.writer.Lock()
	defer db.writer.Unlock()
	if db.recorded || db.readOnly {
		return nil
	}
	err := db.update(func(*Tx) error { return nil })
	if errors.Is(err, ErrFull) {
		return nil
	}
	return err
}

// keeper keeps the error of its writer, of which bbolt hands on no more than the text.
type keeper struct {
	w     io.Writer
	n     int64
	wrote func(n int64) // so far; or nil
	err   error
}

func (k *keeper) Write(p []byte) (n int, err error) {
	n, k.err = k.w.Write(p)
	k.n += int64(n)
	if k.wrote != nil {
		k.wrote(k.n)
	}
	return n, k.err
}
