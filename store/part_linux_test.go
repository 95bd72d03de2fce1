package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	"verbatim/store"
)

func init() { children["backup"] = childBackup }

// childBackup begins a backup, and says so.
func childBackup(args []string) {
	db, err := store.Open(args[0], store.Options{})
	must(err)
	must(db.Backup(context.Background(), args[1], func(int64, int64) {
		fmt.Println("copying")
		select {}
	}))
}

func TestABackupThatIsKilledLeavesNothingBehind(t *testing.T) {
	path := newPath(t)
	folder := filepath.Dir(path)
	f, err := os.OpenFile(folder, os.O_RDWR|unix.O_TMPFILE, 0o600)
	if err != nil {
		t.Skipf("no file can be without a name here: %v", err)
	}
	f.Close()
	closed(t, create(t, path))
	backup := child(t, "backup", path, filepath.Join(folder, "backup.db"))
	lines, _ := start(t, backup)
	if !lines.Scan() || lines.Text() != "copying" {
		t.Fatalf("the child says %q", lines.Text())
	}
	if err := backup.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if backup.Wait() == nil {
		t.Fatal("the child was not killed")
	}
	onlyIn(t, path)
}
