package store_test

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/store"
)

func TestWhatWasPutIsThereAfterReopening(t *testing.T) {
	path := newPath(t)
	db := create(t, path)
	put(t, db.Tenant("a"), "k", "v", "empty", "")
	closed(t, db)
	db = create(t, path)
	defer closed(t, db)
	if got, want := contents(t, db.Tenant("a")), map[string]string{"k": "v", "empty": ""}; !maps.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOpenMakesFoldersAndFileForTheOwnerAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a")
	path := filepath.Join(dir, "b", "verbatim.db")
	closed(t, create(t, path))
	for path, want := range map[string]fs.FileMode{dir: 0o700, filepath.Dir(path): 0o700, path: 0o600} {
		if got := mode(t, path); got != want {
			t.Errorf("%s has mode %o, want %o", path, got, want)
		}
	}
}

func TestOpenClosesAnOpenFileToOthers(t *testing.T) {
	path := newPath(t)
	closed(t, create(t, path))
	for _, open := range []fs.FileMode{0o644, 0o660, 0o602, 0o777} {
		if err := os.Chmod(path, open); err != nil {
			t.Fatal(err)
		}
		closed(t, create(t, path))
		if got := mode(t, path); got != 0o600 {
			t.Errorf("mode %o became %o", open, got)
		}
	}
}

func TestOpenLeavesAnExistingFolderAsItIs(t *testing.T) {
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	closed(t, create(t, filepath.Join(dir, "verbatim.db")))
	if got := mode(t, dir); got != 0o755 {
		t.Errorf("the folder's mode became %o", got)
	}
}

func mode(t *testing.T, path string) fs.FileMode {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode().Perm()
}

func TestOneProcessHoldsTheFile(t *testing.T) {
	t.Parallel() // it waits for a lock
	path := newPath(t)
	holder := child(t, "hold", path)
	lines, stop := start(t, holder)
	if !lines.Scan() || lines.Text() != "ok" {
		t.Fatalf("the child says %q", lines.Text())
	}
	_, err := store.Open(path, store.Options{})
	if !errors.Is(err, store.ErrLocked) {
		t.Errorf("got %v", err)
	}
	isForAPerson(t, err, path, "another process holds this database", "stop that process")
	stop.Close()
	if err := holder.Wait(); err != nil {
		t.Fatal(err)
	}
	closed(t, create(t, path))
}

func TestTheFileIsHeldAgainstItsOwnProcessToo(t *testing.T) {
	t.Parallel() // it waits for a lock
	path := newPath(t)
	db := create(t, path)
	defer closed(t, db)
	if _, err := store.Open(path, store.Options{}); !errors.Is(err, store.ErrLocked) {
		t.Errorf("got %v", err)
	}
}

func TestOpenNamesThePathAndTheRemedy(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, []byte("a letter, which is no database\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	circle := filepath.Join(dir, "circle")
	if err := os.Symlink(circle, circle); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ path, remedy string }{
		{dir, "name a file in it"},
		{filepath.Join(file, "verbatim.db"), "name another path"},
		{filepath.Join(file, "sub", "verbatim.db"), "name another path"},
		{os.DevNull, "not a regular file"},
		{file, "not a Verbatim database"},
		{circle, "leads back to itself"},
		{filepath.Join(dir, strings.Repeat("long", 100)), "choose a shorter one"},
	} {
		db, err := store.Open(c.path, store.Options{})
		if err == nil {
			db.Close()
		}
		isForAPerson(t, err, c.path, c.remedy)
	}
	if text, err := os.ReadFile(file); err != nil || !strings.HasPrefix(string(text), "a letter") {
		t.Errorf("the file that is no database reads %q, %v", text, err)
	}
}

// isForAPerson makes sure that err is one line with all the parts.
func isForAPerson(t *testing.T, err error, parts ...string) {
	t.Helper()
	if err == nil {
		t.Errorf("no error that says %q", parts)
		return
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("the error does not say %q: %v", part, err)
		}
	}
	if strings.Contains(err.Error(), "\n") {
		t.Errorf("the error has more than one line: %v", err)
	}
}

func TestAClosedDatabaseSaysSo(t *testing.T) {
	path := newPath(t)
	db := create(t, path)
	closed(t, db)
	nothing := func(*store.Tx) error { return nil }
	_, err := db.Tenants()
	for _, err := range []error{err, db.Tenant("a").View(nothing), db.Tenant("a").Update(nothing), db.Check(t.Context())} {
		isForAPerson(t, err, path, "closed")
	}
	if err := db.Close(); err != nil {
		t.Errorf("closing again: %v", err)
	}
}
