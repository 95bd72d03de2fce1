package store_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file that outgrows its mapping has every View wait for the longest that is open, which may be of
// a backup that is read slowly: so it has room to grow into for as long as a process lives.
func TestAFileHasRoomToGrowInto(t *testing.T) {
	path := filepath.Join(t.TempDir(), "verbatim.db")
	db := create(t, path)
	defer closed(t, db)
	maps, err := os.Open("/proc/self/maps")
	if err != nil {
		t.Fatal(err)
	}
	defer maps.Close()
	var room uint64
	for lines := bufio.NewScanner(maps); lines.Scan(); {
		var from, to uint64
		if strings.HasSuffix(lines.Text(), " "+path) {
			if _, err := fmt.Sscanf(lines.Text(), "%x-%x ", &from, &to); err != nil {
				t.Fatal(err)
			}
			room += to - from
		}
	}
	if room < 16<<30 {
		t.Errorf("it has %d bytes", room)
	}
}
