package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

var errItself = errors.New("the database itself")

// Backup writes a copy of the database as it is at this moment to path, for its owner
// alone, while reads and writes go on. The copy takes the place of an older file at
// path once it is whole and on disk; when ctx ends before, or on an error, nothing is
// left behind. What is written meanwhile makes the database grow, as during any View.
func (db *DB) Backup(ctx context.Context, path string) error {
	if err := db.differs(path); err != nil {
		return explain(path, err)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.part") // mode 0600
	if err != nil {
		return explain(path, err)
	}
	defer os.Remove(f.Name()) // of no effect once it is renamed
	err = db.writeFile(ctx, f)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err == nil {
		err = syncFolder(filepath.Dir(path))
	}
	return explain(path, err)
}

// writeFile writes a copy to f, and has it on disk, unless ctx ends before.
func (db *DB) writeFile(ctx context.Context, f *os.File) error {
	if _, err := db.WriteTo(contextWriter{ctx, f}); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return ctx.Err()
}

// differs returns an error if path names the database's own file.
func (db *DB) differs(path string) error {
	own, err := db.file.Stat()
	if err != nil {
		return err
	}
	if other, err := os.Stat(path); err == nil && os.SameFile(own, other) {
		return errItself
	}
	return nil
}

// WriteTo writes a copy of the database as it is at this moment to w, and returns the
// bytes written. A View is open until it returns.
func (db *DB) WriteTo(w io.Writer) (n int64, err error) {
	out := &keeper{w: w}
	err = db.transact(db.bolt.View, func(tx *Tx) error {
		tx.inBolt = false // it reads the file, not the mapping: a panic is w's
		n, err = tx.bolt.WriteTo(out)
		if err == io.EOF {
			return damaged(db.path, fmt.Errorf("cut to %d of %d bytes", n, tx.bolt.Size()))
		}
		return err
	})
	if out.err != nil {
		return n, out.err
	}
	return n, err
}

// keeper keeps the error of its writer, of which bbolt hands on no more than the text.
type keeper struct {
	w   io.Writer
	err error
}

func (k *keeper) Write(p []byte) (n int, err error) {
	n, k.err = k.w.Write(p)
	return n, k.err
}

// contextWriter writes until its context ends.
type contextWriter struct {
	ctx context.Context
	w   io.Writer
}

func (c contextWriter) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.w.Write(p)
}
