package store_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

// restored opens a backup and checks it.
func restored(t *testing.T, path string) *store.DB {
	t.Helper()
	return storetest.OpenFile(t, path, store.Options{})
}

func TestABackupHoldsWhatTheDatabaseHeld(t *testing.T) {
	db, path := storetest.Open(t), newPath(t)
	put(t, db.Tenant("a"), "k", strings.Repeat("a", 100_000))
	put(t, db.Tenant("b"), "k", "b")
	for range 2 { // the second takes the place of the first
		put(t, db.Tenant("c"), "n", strconv.Itoa(len(contents(t, db.Tenant("c")))))
		var last, all int64
		err := db.Backup(t.Context(), path, func(done, total int64) {
			if done <= last || done > total {
				t.Errorf("%d bytes of %d after %d", done, total, last)
			}
			last, all = done, total
		})
		if err != nil || last == 0 || last != all {
			t.Fatalf("copied %d bytes of %d, %v", last, all, err)
		}
	}
	if got := mode(t, path); got != 0o600 {
		t.Errorf("the backup has mode %o", got)
	}
	copied := restored(t, path)
	for _, id := range []string{"a", "b", "c"} {
		if got, want := contents(t, copied.Tenant(id)), contents(t, db.Tenant(id)); !maps.Equal(got, want) {
			t.Errorf("%s holds %.50q, want %.50q", id, got, want)
		}
	}
	onlyIn(t, path)
}

// onlyIn makes sure that nothing else stands in the folder of the path.
func onlyIn(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(path) {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

// Each Update keeps two keys alike, in two tenants' worth of pages. A backup in between
// has them alike too.
func TestABackupDuringWritesIsOneMoment(t *testing.T) {
	db := storetest.Open(t)
	tenant := db.Tenant("a")
	fill(t, tenant, 5000)
	ctx, stop := context.WithCancel(t.Context())
	wrote, done := make(chan int, 1), make(chan error, 1)
	go func() {
		var err error
		n := 0
		for ; err == nil && ctx.Err() == nil; n++ {
			value := bytes.Repeat(number(n), 1000)
			err = tenant.Update(func(tx *store.Tx) error {
				return errors.Join(tx.Put([]byte("first"), value), tx.Put(number(n%5000), value), tx.Put([]byte("second"), value))
			})
			select {
			case wrote <- n:
			default:
			}
		}
		done <- err
	}()
	for i := range 10 {
		<-wrote
		path := filepath.Join(t.TempDir(), "backup.db")
		if err := db.Backup(t.Context(), path, nil); err != nil {
			t.Fatal(err)
		}
		got := contents(t, restored(t, path).Tenant("a"))
		if len(got) != 5002 || got["first"] == "" || got["first"] != got["second"] {
			t.Errorf("backup %d has %d keys, alike: %t", i, len(got), got["first"] == got["second"])
		}
	}
	stop()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func TestABackupThatFailsLeavesNothingBehind(t *testing.T) {
	db := storetest.Open(t)
	fill(t, db.Tenant("a"), 1000)
	ended, end := context.WithCancel(t.Context())
	end()
	path := newPath(t)
	err := db.Backup(ended, path, nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	isForAPerson(t, err, path)
	onlyIn(t, filepath.Join(filepath.Dir(path), "nothing"))

	old := "an older backup"
	if err := os.WriteFile(path, []byte(old), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := db.Backup(ended, path, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != old {
		t.Errorf("the older backup became %q, %v", got, err)
	}
	onlyIn(t, path)

	folder := filepath.Join(t.TempDir(), "backup.db")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	isForAPerson(t, db.Backup(t.Context(), folder, nil), folder)
	onlyIn(t, folder)
	isForAPerson(t, db.Backup(t.Context(), filepath.Join(path, "backup.db"), nil), path, "name another path")
	isForAPerson(t, db.Backup(t.Context(), filepath.Join(folder, "none", "backup.db"), nil), folder, "its folder does not exist")
}

func TestABackupDoesNotReplaceTheDatabase(t *testing.T) {
	path := newPath(t)
	db := create(t, path)
	defer closed(t, db)
	link, twin := filepath.Join(t.TempDir(), "link.db"), filepath.Join(filepath.Dir(path), "twin.db")
	if err := errors.Join(os.Symlink(path, link), os.Link(path, twin)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{path, link, twin, filepath.Join(filepath.Dir(path), ".", "x", "..", filepath.Base(path))} {
		isForAPerson(t, db.Backup(t.Context(), name, nil), name, "the database itself")
	}
	put(t, db.Tenant("a"), "k", "v")
}

func TestABackupGoesWhereALinkLeads(t *testing.T) {
	db, link, path := storetest.Open(t), newPath(t), newPath(t)
	put(t, db.Tenant("a"), "k", "v")
	if err := errors.Join(os.Symlink("second", link), os.Symlink(path, filepath.Join(filepath.Dir(link), "second"))); err != nil {
		t.Fatal(err)
	}
	for range 2 { // where it leads there is nothing at first
		if err := db.Backup(t.Context(), link, nil); err != nil {
			t.Fatal(err)
		}
		if to, err := os.Readlink(link); err != nil || to != "second" {
			t.Errorf("the link leads to %q, %v", to, err)
		}
	}
	if got := contents(t, restored(t, path).Tenant("a")); got["k"] != "v" {
		t.Errorf("the copy holds %q", got)
	}
	onlyIn(t, path)
}

// A copy put in the place of a device would be the end of the device.
func TestABackupReplacesOnlyFiles(t *testing.T) {
	db, path := storetest.Open(t), newPath(t)
	socket, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	isForAPerson(t, db.Backup(t.Context(), path, nil), path, "not a regular file")
	isForAPerson(t, db.Backup(t.Context(), filepath.Dir(path), nil), filepath.Dir(path), "name a file in it")
	if info, err := os.Lstat(path); err != nil || info.Mode().Type() != fs.ModeSocket {
		t.Errorf("the socket became %v, %v", info, err)
	}
	onlyIn(t, path)
}

func TestWriteToCountsAndPassesTheWritersErrorOn(t *testing.T) {
	db := storetest.Open(t)
	fill(t, db.Tenant("a"), 1000)
	var file bytes.Buffer
	if n, err := db.WriteTo(&file); err != nil || n != int64(file.Len()) {
		t.Errorf("%d bytes for %d, %v", n, file.Len(), err)
	}
	for _, room := range []int{0, 5000, 10_000} {
		n, err := db.WriteTo(&limited{room})
		if !errors.Is(err, io.ErrShortBuffer) || n != int64(room) {
			t.Errorf("with room for %d: %d bytes, %v", room, n, err)
		}
	}
}

// limited takes so many bytes.
type limited struct{ room int }

func (l *limited) Write(p []byte) (int, error) {
	n := min(len(p), l.room)
	l.room -= n
	if n < len(p) {
		return n, io.ErrShortBuffer
	}
	return n, nil
}

// Who has the database open would go on with a file that has no name any more.
func TestABackupDoesNotReplaceADatabaseInUse(t *testing.T) {
	t.Parallel() // it waits for a lock
	db, path := storetest.Open(t), newPath(t)
	other := create(t, path)
	defer closed(t, other)
	err := db.Backup(t.Context(), path, nil)
	if !errors.Is(err, store.ErrLocked) {
		t.Errorf("got %v", err)
	}
	isForAPerson(t, err, path, "another process holds this database")
	put(t, other.Tenant("a"), "k", "v")
	onlyIn(t, path)
}
