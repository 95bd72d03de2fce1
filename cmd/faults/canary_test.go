package faults

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// canaryWord stands in the names of all servers, people, channels and files of a trial, and in all
// that is written. The chats' tokens hold "canary" themselves.
const canaryWord = "serinusk"

// canaries are what no log, page of metrics or dump may hold, in lower case.
var canaries = []string{"canary", "xoxb-", "xapp-", canaryWord, "/hook/", "/webhooks/"}

// noCanary holds all files under a folder, which the program wrote for its operator, to hold
// no token and no word of anybody's.
func noCanary(t testing.TB, folder string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		for line := range bytes.Lines(text) {
			for _, c := range canaries {
				if strings.Contains(strings.ToLower(string(line)), c) {
					t.Errorf("%s holds %q: %s", filepath.Base(path), c, line)
				}
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
