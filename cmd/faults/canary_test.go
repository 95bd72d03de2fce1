package faults

import (
	"bytes"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
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

// All that the program tells its operator is without a token and without a word of anybody's:
// what it logs with --debug, its pages, and what it leaves behind when it crashes.
func TestNothingSecret(t *testing.T) {
	s := newServing(t, t.TempDir())
	s.flags = []string{"--debug"}
	s.env = append(s.env, "GOTRACEBACK=system")
	k := talkingOn(s)
	k.answers()
	for i, who := range k.keepers {
		who.load(canaryWord+".bin", "\x00"+canaryWord) // which is refused
		said, ok := who.load(canaryWord+".txt", largeText(canaryWord, 10<<10))
		holds(who, said, ok, "Loaded")
		who.command("quotes", "by", canaryWord)
		k.askers[i].direct("/" + canaryWord)
	}
	k.inSlack.cut()
	k.inDiscord.cut()
	k.answers()
	for _, path := range []string{"/metrics", "/readyz", "/healthz"} {
		if text, status := s.page(path); status != http.StatusOK {
			t.Errorf("%s answers %d: %s", path, status, text)
		}
	}
	s.process.Process.Signal(syscall.SIGQUIT)
	s.process.end()
	if said := s.said(); !strings.Contains(said, "rip ") {
		t.Errorf("it does not crash: %s", said)
	}
	noCanary(t, s.folder)
	page, err := os.ReadFile(filepath.Join(s.folder, "metrics.page"))
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{s.team.Team, s.guild.ID} {
		if strings.Contains(string(page), id) {
			t.Errorf("the metrics name the tenant %s", id)
		}
	}
}
