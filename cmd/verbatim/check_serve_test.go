package main

import (
	"os"
	"strings"
	"testing"
)

// Where the file's structure is damaged a running serve has to end before what can be read is
// brought over, and check says so: that it was told to is no help there.
func TestCheckBesideServeSaysThatServeHasToEndFirst(t *testing.T) {
	t.Parallel()
	db := ofVersion(t, current)
	whole, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	damageTree(whole)
	s, beside := besideServe(t, whole)
	for _, args := range []string{"check", "check --repair"} {
		got := does(t, beside, "", append([]string{"--db", "FOLDER/a.db"}, strings.Fields(args)...)...)
		if got.status != failed || !strings.Contains(got.out, "put a backup back") ||
			!strings.Contains(got.errs, "where there is none, stop verbatim serve: then check --repair brings what can be read over to a new file\n") {
			t.Errorf("%s: %+v", args, got)
		}
	}
	s.stop(t)
}

// damageTree flips bits in the first page of a database that is of a tree, in where its first
// entry lies.
func damageTree(file []byte) {
	const pageSize = 4096
	for page := 3; page < len(file)/pageSize; page++ {
		if p := file[page*pageSize:]; p[8] == 2 && p[10] > 3 {
			p[16+4] ^= 0x40
			p[16+7] ^= 0x40
			return
		}
	}
}
