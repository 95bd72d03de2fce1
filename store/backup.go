package store

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
)

var errItself = errors.New("the database itself")

// Backup writes a copy of the database as it is at this moment to path, for its owner
// alone, while reads and writes go on. The copy takes the place of an older file at
// path, or where a symbolic link there leads to, once it is whole and on disk; when ctx
// ends before, or on an error, nothing is left behind. What is not a regular file stays.
// What is written meanwhile makes the database grow, as during any View.
func (db *DB) Backup(ctx context.Context, path string) error {
	return explain(path, db.backup(ctx, Target(path)))
}

// Target returns the file that path leads to when it is a symbolic link, whether that
// file is there or not, and path itself otherwise.
func Target(path string) string {
	for range 40 { // as many as Linux follows
		to, err := os.Readlink(path)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			to = filepath.Dir(path) + string(filepath.Separator) + to
		}
		path = to
	}
	return path
}

func (db *DB) backup(ctx context.Context, path string) error {
	if err := db.giveWay(path); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.part") // mode 0600
	if err != nil {
		return err
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
	return err
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

// giveWay returns an error if what is at path must not be replaced: the database's own
// file, or what is no file, such as a folder or a device.
func (db *DB) giveWay(path string) error {
	there, err := os.Stat(path)
	if err != nil {
		return nil // there is nothing, or nothing can be made there, which is told then
	}
	own, err := db.file.Stat()
	switch {
	case err != nil:
		return err
	case os.SameFile(own, there):
		return errItself
	case there.IsDir():
		return syscall.EISDIR
	case !there.Mode().IsRegular():
		return errNotFile
	}
	return nil
}

// WriteTo writes a copy of the database as it is at this moment to w, and returns the
// bytes written. A View is open until it returns.
func (db *DB) WriteTo(w io.Writer) (n int64, err error) {
	out := &keeper{w: w}
	err = db.transact(db.bolt.View, "", func(tx *Tx) error {
		tx.inBolt = false // it reads the file, not the mapping: a panic is w's
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
