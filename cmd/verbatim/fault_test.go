package main

import (
	"bytes"
	"errors"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/store"
)

// stock are the editions that the databases of these tests hold.
func stock(n int) []edition {
	all := make([]edition, n)
	for i := range all {
		all[i].article = i
	}
	return all
}

// stocked returns the bytes of a database that holds some editions, without spare pages.
func stocked(t *testing.T, editions []edition) []byte {
	t.Helper()
	folder := t.TempDir()
	db, copied := filepath.Join(folder, "a.db"), filepath.Join(folder, "copy.db")
	verbatim(t, string(input(editions)), "load", "--seeds", "none", "--db", db, "-")
	verbatim(t, "", "backup", "--db", db, copied)
	whole, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	return whole
}

// call is a command on a database, and what it reads from standard input.
type call struct {
	args string
	in   []byte
}

// calls are one of each command that works on a database. The files they name stand in
// the folder of the database.
var calls = []call{
	{"ask What does a1e0 tell?", nil},
	{"ask --json -", []byte("What does a1e0 tell?\n")},
	{"chat", []byte("What does a1e0 tell?\n")},
	{"list", nil},
	{"show article1", nil},
	{"show --json --all", nil},
	{"load --json -", input([]edition{{1, 1}, {0, 1}})},
	{"remove article1", nil},
	{"check", nil},
	{"check --repair", nil},
	{"backup copy.db", nil},
	{"restore sound.db", nil},
}

// on runs a call as a process of its own, in a folder, on a database named from there.
// It returns the exit status and what was said on standard error.
func (c call) on(t *testing.T, folder, db string) (status int, said string) {
	t.Helper()
	return finish(t, c.program(t, folder, db))
}

func (c call) program(t *testing.T, folder, db string) *exec.Cmd {
	t.Helper()
	p := program(t, folder, append([]string{"--db", db}, strings.Fields(c.args)...)...)
	p.Dir = folder
	p.Stdin = bytes.NewReader(c.in)
	return p
}

func finish(t *testing.T, p *exec.Cmd) (status int, said string) {
	t.Helper()
	var errs strings.Builder
	p.Stderr = &errs
	if err := p.Run(); p.ProcessState == nil {
		t.Fatal(err)
	}
	return p.ProcessState.ExitCode(), errs.String()
}

// place writes the files of a call and returns their folder.
func place(t *testing.T, a, sound []byte) (folder string) {
	t.Helper()
	folder = t.TempDir()
	if err := errors.Join(
		os.WriteFile(filepath.Join(folder, "a.db"), a, 0o600),
		os.WriteFile(filepath.Join(folder, "sound.db"), sound, 0o600),
	); err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestOfAFileInUseEveryCommandSaysSo(t *testing.T) {
	folder := place(t, nil, []byte("for restore"))
	db, err := store.Open(filepath.Join(folder, "a.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	for _, c := range calls {
		t.Run(c.args, func(t *testing.T) {
			t.Parallel() // each waits a second for the file
			status, said := c.on(t, folder, "a.db")
			if status != failed || !fits(status, said) || !strings.Contains(said, "a.db: another process holds this database") {
				t.Errorf("exit status %d, %q", status, said)
			}
		})
	}
}

// A cut file is told in one line, and a backup can be put in its place.
func TestOfACutFileEveryCommandSaysSo(t *testing.T) {
	whole := stocked(t, stock(100))
	lengths := []int{1, 8192, len(whole) / 2, len(whole) * 3 / 4, len(whole) - 1}
	for i, c := range calls {
		n := lengths[i%len(lengths)]
		folder := place(t, whole[:n], whole)
		status, said := c.on(t, folder, "a.db")
		if strings.HasPrefix(c.args, "restore") {
			if held := shelved(t, filepath.Join(folder, "a.db")); status != done || len(held) != 100 {
				t.Errorf("%s: exit status %d, %q; then it holds %d articles", c.args, status, said, len(held))
			}
			continue
		}
		mends := "put a backup back, or move it away to start anew"
		if c.args == "check --repair" {
			mends = "verbatim restore a.db.repaired"
		}
		if status != failed || !fits(status, said) || !strings.Contains(said, mends) {
			t.Errorf("%s, cut to %d of %d bytes: exit status %d, %q", c.args, n, len(whole), status, said)
		}
	}
}

// Whatever pages are lost, a command does its work or says in a line that the database
// is damaged.
func TestOfLostPagesEveryCommandSaysSo(t *testing.T) {
	const pageSize, lost = 4096, 8
	whole, random := stocked(t, stock(100)), rand.New(rand.NewPCG(9, 10))
	told := 0
	for _, c := range calls {
		damaged := bytes.Clone(whole)
		for range lost {
			page := 2 + random.IntN(len(whole)/pageSize-2)
			clear(damaged[page*pageSize : (page+1)*pageSize])
		}
		status, said := c.on(t, place(t, damaged, whole), "a.db")
		silent := (said == "" || strings.Contains(said, errOtherIndex.Error()) || strings.Contains(said, errUnfinished.Error())) && (status == done || c.args == "ask --json -") // whose lines tell it
		tells := fits(failed, said) && strings.Contains(said, "damaged")
		if tells {
			told++
		}
		if status != done && status != failed || !silent && !tells {
			t.Errorf("%s: exit status %d, %q", c.args, status, said)
		}
	}
	if told == 0 {
		t.Error("no damage was told")
	}
}

func TestAChatTellsAnErrorAsALine(t *testing.T) {
	var said strings.Builder
	log := slog.New((&app{errs: &said}).teller())
	log.Error("no answer", "tenant", "local", "error", errors.New("a.db: it is\ndamaged"))
	if want := "verbatim: a.db: it is damaged\n"; said.String() != want {
		t.Errorf("got %q, want %q", &said, want)
	}
	if log.Error("slow"); !strings.Contains(said.String(), "slow") {
		t.Errorf("a record without an error is lost: %q", &said)
	}
	if log.Warn("later"); strings.Contains(said.String(), "later") {
		t.Errorf("what is no fault is told too: %q", &said)
	}
}

// The database is kept under its new name if it was replaced, however that ended, and so is
// one that was replaced by what was killed before it could do that.
func TestReplacingKeepsWhatWasReplaced(t *testing.T) {
	trouble := errors.New("trouble")
	for _, c := range []struct {
		name     string
		replaces bool
		err      error
		kept     string
	}{
		{"done", true, nil, "old"},
		{"failed before", false, trouble, "left over"},
		{"failed after", true, trouble, "old"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.db")
			kept, fresh := path+".before-restore", path+".fresh"
			for name, text := range map[string]string{path: "old", kept: "older", kept + ".part": "left over", fresh: "new"} {
				if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if err := endReplacing(path); err != nil {
				t.Fatal(err)
			}
			_, err := replacing(path, func() error {
				if c.replaces {
					return errors.Join(os.Rename(fresh, path), c.err)
				}
				return c.err
			})
			if !errors.Is(err, c.err) {
				t.Errorf("got %v", err)
			}
			if text, err := os.ReadFile(kept); string(text) != c.kept {
				t.Errorf("kept is %q, %v", text, err)
			}
			if _, err := os.Stat(kept + ".part"); err == nil {
				t.Error("the second name stays")
			}
		})
	}
}
