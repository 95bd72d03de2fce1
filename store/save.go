package store

import (
	"context"
	"errors"
	"io"
	"os"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// Save puts the copy of a database that write writes, with DB.WriteTo or what came of it, at
// path, for its owner alone. The copy takes the place of an older file at path, or where a
// symbolic link there leads to, once it is whole, found sound as by Check, and on disk; when
// ctx ends before, or on an error, nothing is left behind. What is not a regular file stays, and
// so does a database that is in use: then the error is ErrLocked.
func Save(ctx context.Context, path string, write func(io.Writer) error) error {
	start := now()
	if err := regular(path); err != nil { // to open a pipe may take for good
		return explain(path, err)
	}
	old, err := os.Open(Target(path))
	if err == nil {
		defer old.Close()
		err = lock(old, false) // so that nobody opens it meanwhile either
	}
	if err == berrors.ErrTimeout {
		return explain(path, err)
	}
	return save(ctx, path, write, func(db *DB) error { return db.label(ctx, start) })
}

// save is Save with another last touch to the copy.
func save(ctx context.Context, path string, write func(io.Writer) error, finish func(*DB) error) error {
	path = Target(path)
	p, err := newPart(path)
	if err != nil {
		return explain(path, err)
	}
	defer p.discard()
	giveAway(p.File, path)
	err = write(contextWriter{ctx, p})
	if err == nil {
		_, err = mendFree(p.File)
	}
	if err == nil || errors.Is(err, errTaken) { // which the check of the copy tells
		err = p.Sync()
	}
	if err == nil {
		err = withCopy(p.path, path, finish)
	}
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = p.place()
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
