package store_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"verbatim/store"
)

// What root does to the database of another user leaves it to that user.
func TestANewFileBelongsToTheOwnerOfTheOld(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can give files away")
	}
	l := newLine(t)
	l.write()
	backup := l.backup("backup.db")
	db := create(t, l.path)
	belongs := func(after string) {
		t.Helper()
		info, err := os.Stat(l.path)
		if err != nil {
			t.Fatal(err)
		}
		if owner := info.Sys().(*syscall.Stat_t); owner.Uid != 1234 || owner.Gid != 4321 || info.Mode().Perm() != 0o600 {
			t.Errorf("after %s it belongs to %d:%d, with mode %v", after, owner.Uid, owner.Gid, info.Mode())
		}
	}
	if err := os.Chown(l.path, 1234, 4321); err != nil {
		t.Fatal(err)
	}
	if err := db.Compact(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	closed(t, db)
	belongs("Compact")
	l.restore(backup)
	belongs("a restore")
}

// Where root makes the database, before the bot ever ran or on a new machine, the bot can open it.
func TestADatabaseThatIsNewBelongsToTheOwnerOfItsFolder(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can give files away")
	}
	l := newLine(t)
	l.write()
	backup := l.backup("backup.db")
	home := t.TempDir()
	if err := os.Chown(home, 1234, 4321); err != nil {
		t.Fatal(err)
	}
	made, restored, link := filepath.Join(home, "a.db"), filepath.Join(home, "b.db"), filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(made, link); err != nil {
		t.Fatal(err)
	}
	closed(t, create(t, link))
	r, err := store.NewRestore(backup, restored)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := r.Run(t.Context(), nil, nil); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{made, restored} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if owner := info.Sys().(*syscall.Stat_t); owner.Uid != 1234 || owner.Gid != 4321 || info.Mode().Perm() != 0o600 {
			t.Errorf("%s belongs to %d:%d, with mode %v", path, owner.Uid, owner.Gid, info.Mode())
		}
	}
}
