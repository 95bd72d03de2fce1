package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"verbatim/store"
)

// line is a database and the backups of it, which steps act on.
type line struct {
	t         *testing.T
	dir, path string
	writes    int
}

func newLine(t *testing.T) *line {
	dir := t.TempDir()
	return &line{t: t, dir: dir, path: filepath.Join(dir, "verbatim.db")}
}

func (l *line) on(f func(*store.DB)) {
	l.t.Helper()
	db := create(l.t, l.path)
	f(db)
	closed(l.t, db)
}

func (l *line) write() {
	l.writes++
	l.on(func(db *store.DB) { put(l.t, db.Tenant("a"), "n", string(rune('0'+l.writes))) })
}

func (l *line) backup(name string) string {
	path := filepath.Join(l.dir, name)
	l.on(func(db *store.DB) {
		if err := db.Backup(l.t.Context(), path, nil); err != nil {
			l.t.Fatal(err)
		}
	})
	return path
}

// losing says whether a backup would take something away.
func (l *line) losing(backup string) error {
	l.t.Helper()
	r, err := store.NewRestore(backup, l.path)
	if err != nil {
		l.t.Fatal(err)
	}
	defer r.Close()
	return r.Losing(l.t.Context())
}

func (l *line) restore(backup string) {
	l.t.Helper()
	r, err := store.NewRestore(backup, l.path)
	if err != nil {
		l.t.Fatal(err)
	}
	defer r.Close()
	if err := r.Run(l.t.Context(), nil, nil); err != nil {
		l.t.Fatal(err)
	}
}

func (l *line) wants(backup string, losing bool, when string) {
	l.t.Helper()
	if err := l.losing(backup); errors.Is(err, store.ErrAhead) != losing || err != nil && !losing {
		l.t.Errorf("%s: %v", when, err)
	}
}

func TestARestoreTellsWhatItWouldTakeAway(t *testing.T) {
	l := newLine(t)
	l.write()
	first := l.backup("first.db")
	l.wants(first, false, "nothing was changed")
	l.write()
	l.wants(first, true, "one change")
	isForAPerson(t, l.losing(first), l.path, "lacks what was changed since: one change at 2", "would be lost")
	l.write()
	isForAPerson(t, l.losing(first), "2 changes, the last at 2")
	second := l.backup("second.db")
	l.wants(second, false, "the second holds all")
	l.on(func(db *store.DB) {
		if err := db.Compact(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	})
	l.wants(second, false, "compacted it holds the same")
	l.wants(first, true, "compacted too")

	l.restore(first)
	l.wants(first, false, "put back")
	l.wants(second, false, "what was put back is in a backup")
	l.write()
	l.wants(first, true, "changed after it was put back")
	l.wants(second, true, "the second knows nothing of that change")
	isForAPerson(t, l.losing(second), "of another database, or of this one before a backup was put back")
	third := l.backup("third.db")
	l.wants(third, false, "the new way has backups of its own")
	l.write()
	l.wants(third, true, "and they grow old")
}

func TestARestoreHoldsTheDatabaseAndChangesNoBackup(t *testing.T) {
	t.Parallel() // it waits for a lock
	l := newLine(t)
	l.write()
	backup := l.backup("backup.db")
	before, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	l.write()
	r, err := store.NewRestore(backup, l.path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(l.path, store.Options{}); !errors.Is(err, store.ErrLocked) {
		t.Errorf("another has the database: %v", err)
	}
	refused := errors.New("refused")
	err = r.Run(t.Context(), func(copy *store.DB) error {
		if got := contents(t, copy.Tenant("a")); got["n"] != "1" {
			t.Errorf("the copy holds %q", got)
		}
		return refused
	}, nil)
	if !errors.Is(err, refused) {
		t.Errorf("got %v", err)
	}
	r.Close()
	l.on(func(db *store.DB) {
		if got := contents(t, db.Tenant("a")); got["n"] != "2" {
			t.Errorf("it holds %q", got)
		}
	})
	l.restore(backup)
	l.on(func(db *store.DB) {
		if got := contents(t, db.Tenant("a")); got["n"] != "1" {
			t.Errorf("it holds %q", got)
		}
	})
	if after, err := os.ReadFile(backup); err != nil || string(after) != string(before) {
		t.Error("the backup was changed")
	}
}

// A database of a newer version can be given up for a backup of before the upgrade.
func TestARestoreTakesTheWayBackFromANewerVersion(t *testing.T) {
	l := newLine(t)
	l.write()
	backup := l.backup("backup.db")
	l.write()
	inFile(t, l.path, func(tx *bbolt.Tx) error { return setRecord(store.Seal([]byte(`{"format":3}`)))(tx) })
	l.wants(backup, true, "made by a newer version")
	l.restore(backup)
	l.write()
}

func TestARestoreTakesWhatIsBeyondUseAway(t *testing.T) {
	l := newLine(t)
	l.write()
	backup := l.backup("backup.db")
	for _, broken := range []string{"", "no database"} {
		if err := os.WriteFile(l.path, []byte(broken), 0o600); err != nil {
			t.Fatal(err)
		}
		l.wants(backup, false, broken)
		l.restore(backup)
	}
	if err := os.Remove(l.path); err != nil {
		t.Fatal(err)
	}
	l.wants(backup, false, "none")
	l.restore(backup)
	if err := os.WriteFile(backup, []byte("no backup"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.NewRestore(backup, l.path); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("of a backup that is none: %v", err)
	}
	l.write()
}

// A bot that starts meanwhile would write to what is replaced.
func TestARestoreHoldsThePlaceOfADatabaseThatIsNotThere(t *testing.T) {
	t.Parallel() // it waits for a lock
	l := newLine(t)
	l.write()
	backup := l.backup("backup.db")
	l.path = filepath.Join(l.dir, "new", "verbatim.db")
	for _, there := range []bool{false, true} {
		if there {
			if err := os.WriteFile(l.path, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		r, err := store.NewRestore(backup, l.path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := store.Open(l.path, store.Options{}); !errors.Is(err, store.ErrLocked) {
			t.Errorf("another has the place: %v", err)
		}
		r.Close()
		if _, err := os.Stat(l.path); (err == nil) != there {
			t.Errorf("afterwards: %v", err)
		}
	}
	l.restore(backup)
	l.on(func(db *store.DB) {
		if got := contents(t, db.Tenant("a")); got["n"] != "1" {
			t.Errorf("it holds %q", got)
		}
	})
}
