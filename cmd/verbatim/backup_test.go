package main

import (
	"os"
	"strings"
	"testing"
)

// Elsewhere "-" is standard output, which no copy can be checked on.
func TestABackupWantsAFile(t *testing.T) {
	t.Chdir(t.TempDir())
	verbatim(t, "", "list", "--db", "a.db")
	if status, said := runs(t, "backup", "--db", "a.db", "-"); status != wrongUsage || !strings.Contains(said, "name a file") {
		t.Errorf("exit status %d, %q", status, said)
	}
	if _, err := os.Stat("-"); err == nil {
		t.Error("there is a file called -")
	}
}
