package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"go.etcd.io/bbolt"
)

// Restore is a backup on its way to the place of a database, which nobody else can open
// until Close.
type Restore struct {
	backup *DB
	live   *DB    // nil when there is none, or one that is too damaged to open
	claim  *claim // when there is none
	path   string
}

// NewRestore returns a restore of the backup in a file, which is only read, to path, where
// there may be a database or what is left of one. When another process holds one of the two
// the error is ErrLocked, when the backup is damaged ErrCorrupt, and when a newer version made
// it ErrNewer.
func NewRestore(file, path string) (*Restore, error) {
	r := &Restore{backup: &DB{path: file, readOnly: true}, path: Target(path)}
	if err := r.hold(); err != nil {
		return nil, explain(r.path, err)
	}
	if err := r.backup.open(file, 0); err != nil {
		r.letGo()
		return nil, err
	}
	if err := r.backup.known(); err != nil {
		r.Close()
		return nil, err
	}
	return r, nil
}

// hold opens the database at the path, if there is one that can be opened, of whichever format,
// or claims its place.
func (r *Restore) hold() (err error) {
	for r.claim == nil && empty(r.path) {
		if r.claim, err = newClaim(r.path); err != nil {
			return err
		}
	}
	if r.claim == nil {
		r.live, err = open(r.path, Options{})
	}
	if errors.Is(err, ErrCorrupt) {
		return nil
	}
	return err
}

// Close lets go of the two files.
func (r *Restore) Close() {
	r.backup.Close()
	r.letGo()
}

func (r *Restore) letGo() {
	if r.live != nil {
		r.live.Close()
	}
	if r.claim != nil {
		r.claim.release(r.path)
	}
}

// Losing returns ErrAhead, in a line that says what would be lost, if the database that is
// there holds what the backup does not. That is told by the count of changes, not by any
// clock, and only of a database that has come a straight way since the backup was taken:
// another one, or one that was restored and then written to, counts as ahead of it. What is
// damaged, and a backup that was put back and never written to, hold nothing to be lost.
func (r *Restore) Losing(ctx context.Context) error {
	if r.live == nil {
		return nil
	}
	there, err := r.live.standing()
	if err != nil || there.untouched {
		return unlessDamaged(err)
	}
	backup, err := r.backup.standing()
	if err != nil {
		return err
	}
	if backup.identity != "" && backup.identity == there.identity && there.changes <= backup.changes {
		return nil
	}
	if err := r.live.Check(ctx); err != nil {
		return unlessDamaged(err)
	}
	line := fmt.Sprintf("%s: the backup of %s is of another database, or of this one before a backup was put back: all it holds now would be lost", r.path, said(backup.at))
	if backup.identity != "" && backup.identity == there.identity {
		changes := "one change"
		if n := there.changes - backup.changes; n > 1 {
			changes = fmt.Sprintf("%d changes, the last", n)
		}
		line = fmt.Sprintf("%s: the backup of %s lacks what was changed since: %s at %s, would be lost", r.path, said(backup.at), changes, said(there.at))
	}
	return &failure{line, ErrAhead, nil}
}

// unlessDamaged returns an error that does not tell of damage.
func unlessDamaged(err error) error {
	if errors.Is(err, ErrCorrupt) {
		return nil
	}
	return err
}

// Untouched reports whether the database that is there is a backup that was put back and
// never written to, or no database.
func (r *Restore) Untouched() bool {
	if r.live == nil {
		return false
	}
	there, err := r.live.standing()
	return err == nil && there.untouched
}

// Run puts the backup in the place of the database, as Save does, after check, which may be
// nil and writes nothing, has found nothing wrong with the copy that will be there.
func (r *Restore) Run(ctx context.Context, check func(*DB) error, progress func(done, total int64)) error {
	write := func(w io.Writer) error {
		_, err := r.backup.copyTo(w, progress)
		return err
	}
	return save(ctx, r.path, write, func(copy *DB) error {
		if err := copy.Check(ctx); err != nil {
			return notRestored(r.backup.path, err)
		}
		if check != nil {
			if err := check(copy); err != nil {
				return err
			}
		}
		from, err := r.backup.standing()
		if err != nil {
			return err
		}
		return copy.amend(func(r *record, b *bbolt.Tx) {
			r.Taken, r.Add = &moment{from.at, from.changes}, from.changes+1-uint64(b.ID())
		})
	})
}

// standing is how far a database, or the one that a file is a copy of, has come.
type standing struct {
	identity  string
	changes   uint64
	at        time.Time // of the last change, or when the copy was taken
	untouched bool      // it is a copy, and has not been written to
}

func (db *DB) standing() (s standing, err error) {
	info, err := db.file.Stat()
	if err != nil {
		return s, explain(db.path, err)
	}
	err = db.transact((*bbolt.DB).View, "", func(tx *Tx) error {
		r, err := recordOf(tx.bolt)
		s = standing{r.Identity, r.changes(tx.bolt), info.ModTime(), false}
		if r.Taken != nil && s.changes == r.Taken.Changes+1 {
			s.changes, s.at, s.untouched = r.Taken.Changes, r.Taken.At, true
		}
		return err
	})
	return s, err
}

// said is a time as a person reads it.
func said(t time.Time) string { return t.Local().Format("2006-01-02 15:04:05") }
