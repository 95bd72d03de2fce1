package store

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"
)

// Save puts the copy of a database that write writes, with DB.WriteTo or what came of it, at
// path, for its owner alone. The copy takes the place of an older file at path, or where a
// symbolic link there leads to, once it is whole, found sound as by Check, and on disk; when
// ctx ends before, or on an error, nothing is left behind. What is not a regular file stays.
func Save(ctx context.Context, path string, write func(io.Writer) error) error {
	start := now()
	return save(ctx, path, write, func(db *DB) error { return db.label(ctx, start) })
}

// save is Save with another last touch to the copy.
func save(ctx context.Context, path string, write func(io.Writer) error, finish func(*DB) error) error {
	path = Target(path)
	if err := regular(path); err != nil {
		return explain(path, err)
	}
	f, err := os.CreateTemp(folder(path), "."+filepath.Base(path)+".*.part") // mode 0600
	if err != nil {
		return explain(path, err)
	}
	defer os.Remove(f.Name()) // of no effect once it is renamed
	giveAway(f, path)
	err = write(contextWriter{ctx, f})
	if err == nil {
		_, err = mendFree(f)
	}
	if err == nil || errors.Is(err, errTaken) { // which the check of the copy tells
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = withCopy(f.Name(), path, finish)
	}
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = rename(f.Name(), path)
	}
	return explain(path, err)
}

// withCopy runs f on the copy in a file that will be at path, by which its errors call it.
func withCopy(file, path string, f func(*DB) error) (err error) {
	db := &DB{path: path, guarded: true}
	if err := db.open(file, 0); err != nil {
		return err
	}
	defer func() {
		if cerr := db.Close(); err == nil {
			err = cerr
		}
	}()
	db.bolt.AllocSize = db.bolt.Info().PageSize // it grows by its last touch alone
	return f(db)
}

// rename gives a file that is on disk its name, and has that on disk too.
func rename(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	return syncFolder(folder(to))
}

// label makes sure that a copy is sound, and notes in it of which moment it is.
func (db *DB) label(ctx context.Context, at time.Time) error {
	if err := db.known(); err != nil {
		return err
	}
	if err := db.Check(ctx); err != nil {
		return notCopied(db.path, err)
	}
	return db.amend(func(r *record, b *bbolt.Tx) {
		r.Taken = &moment{At: at, Changes: r.changes(b) - 1} // without this one
	})
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
