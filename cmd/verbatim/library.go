package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"verbatim/answer"
	"verbatim/cmd/verbatim/upkeep"
	"verbatim/store"
)

// path returns where the database is.
func (a *app) path() string {
	if a.host != nil {
		return a.host.path()
	}
	if a.database != "" {
		return a.database
	}
	return filepath.Join(xdg.DataHome, "verbatim", "verbatim.db")
}

// existing is path for what makes no sense on a database that is not there yet.
func (a *app) existing() (string, error) {
	path := a.path()
	return path, mustExist(path)
}

// mustExist returns an error if there is no database at path, not even a damaged one. An
// empty file is what is left of one that was not yet made.
func mustExist(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: there is no such file: name a database that there is", path)
	}
	if err == nil && info.Mode().IsRegular() && info.Size() == 0 {
		return fmt.Errorf("%s: the file is empty: name a database that there is", path)
	}
	return nil
}

// withDatabase runs f on the database at path, and makes one if there is none.
func (a *app) withDatabase(path string, f func(*store.DB) error) (err error) {
	db, err := store.Open(path, store.Options{MaxSize: int64(a.maxSize)})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return f(db)
}

// onDatabase is withDatabase, or runs f on the database that serve has open where the command
// runs there.
func (a *app) onDatabase(path string, f func(*store.DB) error) error {
	if a.host != nil {
		return a.heedSize(a.host.db, f)
	}
	return a.withDatabase(path, func(db *store.DB) error {
		err := a.heedSize(db, f)
		if db.Stats().Mended {
			a.tell(upkeep.ErrMended)
		}
		return err
	})
}

// heedSize runs f on a database and then, if that wrote something, tells when there is little
// room left.
func (a *app) heedSize(db *store.DB, f func(*store.DB) error) error {
	before := db.Stats()
	err := f(db)
	after := db.Stats()
	if little := upkeep.Warning(after); after.Updates != before.Updates && little != "" {
		a.tell(errors.New(little))
	}
	return err
}

// withLibrary runs f on the library that the flags name. A new one starts with its seeds.
func (a *app) withLibrary(ctx context.Context, f func(*answer.Library) error) error {
	return a.withOpened(ctx, a.path(), func(o *opened) error {
		if err := o.seed(ctx, a); err != nil {
			return err
		}
		return mendable(f(o.library))
	})
}

// mendable adds to an error of damage that the articles themselves may be sound.
func mendable(err error) error {
	if errors.Is(err, store.ErrCorrupt) {
		return fmt.Errorf("%w; verbatim check tells what is, and check --repair mends what can be", err)
	}
	return err
}

var (
	errOtherIndex = errors.New("another version made the index: it is made again, a minute for some ten thousand articles")
	errUnfinished = errors.New("the index was not made to its end: it is made again, a minute for some ten thousand articles")
)

// open opens the library of a tenant, and says before what may take a while. Ended early, that is
// for who opens it next.
func (a *app) open(ctx context.Context, db *store.DB, t *store.Tenant) (*answer.Library, error) {
	current, err := answer.IsCurrent(t)
	if err != nil {
		return nil, err
	}
	if !current {
		if err := a.reindex(ctx, db, t); err != nil {
			return nil, err
		}
	}
	return answer.Open(t)
}

func (a *app) reindex(ctx context.Context, db *store.DB, t *store.Tenant) error {
	switch unfinished, err := answer.IsUnfinished(t); {
	case err != nil:
		return err
	case unfinished:
		a.note(errUnfinished)
	default:
		a.keepBefore(ctx, db)
		a.note(errOtherIndex)
	}
	tell, end := a.bars().Count("Indexing")
	defer end()
	return answer.At(t).Reindex(ctx, tell)
}

// withTenant runs f on the library that the flags name, in the database at path.
func (a *app) withTenant(ctx context.Context, path string, f func(*store.Tenant, *answer.Library) error) error {
	return a.withOpened(ctx, path, func(o *opened) error { return f(o.place, o.library) })
}

// withOpened is withTenant for what may still have to get its seeds.
func (a *app) withOpened(ctx context.Context, path string, f func(*opened) error) error {
	return a.onDatabase(path, func(db *store.DB) error {
		o := a.tenantsIn(db).entry(a.library)
		if _, err := o.open(ctx, a); err != nil {
			return err
		}
		return f(o)
	})
}
