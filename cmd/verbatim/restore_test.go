package main

import (
	"os"
	"path/filepath"
	"testing"
)

// A restore that was killed once it had put the backup back leaves what it replaced under another
// name. The next one, which may be of the same backup, keeps that.
func TestWhatAKilledRestoreReplacedIsKept(t *testing.T) {
	db := ofVersion(t, current)
	backup := filepath.Join(t.TempDir(), "backup.db")
	verbatim(t, "", "backup", "--db", db, backup)
	verbatim(t, "", "restore", "--db", db, backup)
	kept := db + ".before-restore"
	before, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(kept, kept+".part"); err != nil {
		t.Fatal(err)
	}
	verbatim(t, "", "restore", "--db", db, backup)
	if got, err := os.ReadFile(kept); err != nil || string(got) != string(before) {
		t.Errorf("kept are %d bytes of %d, %v", len(got), len(before), err)
	}
	if _, err := os.Stat(kept + ".part"); err == nil {
		t.Error("the second name stays")
	}
}
