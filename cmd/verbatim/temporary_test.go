package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// An archive from standard input needs a temporary file, also where TMPDIR names a folder
// that nobody has made.
func TestTheFolderForTemporaryFilesIsMade(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "not", "there"))
	db := filepath.Join(t.TempDir(), "a.db")
	packed := string(zipped(t, "ants.txt", "Ants walk."))
	if said := verbatim(t, packed, "load", "--db", db, "--seeds", "none", "-"); !strings.HasPrefix(said, "Loaded 1 article ") {
		t.Errorf("it says %q", said)
	}
}
