package main

import (
	"os"
	"strings"
	"testing"
)

// Elsewhere "-" is standard output, which no copy can be checked on, and no archive be replaced at once.
func TestWhatIsWrittenAsAWholeWantsAFile(t *testing.T) {
	t.Chdir(t.TempDir())
	verbatim(t, "", "list", "--db", "a.db")
	for _, command := range []string{"backup", "export"} {
		if status, said := runs(t, command, "--db", "a.db", "-"); status != wrongUsage || !strings.Contains(said, "name a file") {
			t.Errorf("%s: exit status %d, %q", command, status, said)
		}
	}
	if _, err := os.Stat("-"); err == nil {
		t.Error("there is a file called -")
	}
}
