package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"verbatim/cmd/verbatim/control"
)

// ending is how a command ended: its exit status and what it printed.
type ending struct {
	status    int
	out, errs string
}

// changing is what differs from one time to the next.
var changing = regexp.MustCompile(`"took_us\w*":[\d.]+|Time of an answer.*|in \d+\.\d s|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:[\d.]+)?Z?|[\d.]+ [KM]iB|"bytes":\d+}`)

// does runs a command in this process, with FOLDER in its arguments for a folder.
func does(t *testing.T, folder, in string, args ...string) ending {
	t.Helper()
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "FOLDER", folder)
	}
	var out, errs strings.Builder
	status := run(t.Context(), args, strings.NewReader(in), &out, &errs)
	told := func(s string) string {
		return changing.ReplaceAllString(strings.ReplaceAll(s, folder, "FOLDER"), "*")
	}
	return ending{status, told(out.String()), told(errs.String())}
}

// besideServe returns the folder of a database, a.db, that a serve holds.
func besideServe(t *testing.T, whole []byte) (*serving, string) {
	t.Helper()
	s := inSlack(t, true)
	if whole != nil {
		if err := os.WriteFile(filepath.Join(s.home, "a.db"), whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s.args = []string{"--db", filepath.Join(s.home, "a.db")}
	s.start(t)
	return s, s.home
}

const questions = "question,answer\nWhat does a1e0 tell?,a1e0\nWho won?,\n"

// Every command, in the order given, prints the same and ends the same whether a serve holds
// the database or nobody.
func TestCommandsAreTheSameBesideServe(t *testing.T) {
	t.Parallel()
	whole := stocked(t, stock(30))
	alone := t.TempDir()
	s, beside := besideServe(t, whole)
	if err := os.WriteFile(filepath.Join(alone, "a.db"), whole, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{alone, beside} {
		for name, text := range map[string]string{"q.csv": questions, "moon.txt": "The moon is 384,400 kilometres away, says Ada Berg.\n\n“It shines,” said Ada Berg.", "empty.txt": ""} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct{ args, in string }{
		{"list", ""}, {"list --json", ""},
		{"ask What does a1e0 tell?", ""}, {"ask --json -n 5 What does a1e0 tell?", ""}, {"ask --explain --silence 0.2 What does a1e0 tell?", ""},
		{"ask -", "What does a1e0 tell?\nWho won?"}, {"ask --json -", "What does a1e0 tell?\n\n{\"id\": 7}\n{\"id\":[1],\"question\":\"Who won?\"}\n"},
		{"ask -n 0 x", ""}, {"ask", ""}, {"ask -- --what", ""},
		{"show article1", ""}, {"show none article2 \xff", ""}, {"show --json --all", ""}, {"show", ""},
		{"load --json FOLDER/moon.txt FOLDER/empty.txt FOLDER/none.txt", ""}, {"load FOLDER/moon.txt -", "A note."}, {"load --json -", "{\"id\":\"x\",\"text\":\"y z\"}\nno json\n"},
		{"load -", ""}, {"load --library other --seeds none FOLDER/moon.txt", ""}, {"load --json --allow-host 127.0.0.1 http://127.0.0.1:1/", ""},
		{"quotes", ""}, {"quotes --json --by Berg -n 1", ""}, {"quotes --speakers", ""}, {"quotes --article none", ""}, {"quotes --by=", ""},
		{"remove none article3 article4", ""}, {"remove --json article5", ""}, {"undo", ""}, {"undo 99", ""}, {"undo --json 2", ""},
		{"history", ""}, {"history --json -n 3", ""}, {"history --library other", ""}, {"history -n 0", ""},
		{"list --library other", ""}, {"list --library new", ""}, {"list --library newer --seeds none", ""}, {"list --library a#b", ""},
		{"check --library local", ""}, {"check --json --library other", ""}, {"check --repair --library local", ""}, {"compact", ""},
		{"eval --questions FOLDER/q.csv", ""}, {"eval --json --questions FOLDER/q.csv --save FOLDER/run.jsonl", ""}, {"eval --questions FOLDER/none.csv", ""},
		{"export FOLDER/e.zip", ""}, {"export --json --max-part 1 --library other FOLDER/e2.zip", ""}, {"export --library newer FOLDER/e3.zip", ""}, {"export FOLDER/none/e.zip", ""},
		{"backup FOLDER/copy.db", ""}, {"backup --json FOLDER/copy.db", ""}, {"backup FOLDER/none/copy.db", ""}, {"backup FOLDER", ""},
	} {
		args := append([]string{"--db", "FOLDER/a.db"}, strings.Fields(c.args)...)
		one, other := does(t, alone, c.in, slices.Clone(args)...), does(t, beside, c.in, args...)
		if one != other {
			t.Errorf("%s\nalone:  %+v\nbeside: %+v", c.args, one, other)
		}
		if other.status != done && c.args != "list" && !strings.Contains(other.errs, "verbatim: ") && !strings.Contains(c.args, "--json -") {
			t.Errorf("%s ends with %d and says %q", c.args, other.status, other.errs)
		}
	}
	for _, name := range []string{"e.zip", "e2.zip"} {
		one, err := os.ReadFile(filepath.Join(alone, name))
		other, err2 := os.ReadFile(filepath.Join(beside, name))
		if err != nil || err2 != nil || !bytes.Equal(one, other) {
			t.Errorf("%s has %d bytes and %d, %v, %v", name, len(one), len(other), err, err2)
		}
	}
	held := does(t, beside, "", "--db", "FOLDER/a.db", "list")
	if copied := does(t, beside, "", "--db", "FOLDER/copy.db", "list"); copied != held {
		t.Errorf("the copy holds %v, want %v", copied, held)
	}
	s.stop(t)
	if after := does(t, beside, "", "--db", "FOLDER/a.db", "list"); after != held || after.out == "" {
		t.Errorf("after its end there is %v, want %v", after, held)
	}
	if _, err := os.Lstat(control.Path(filepath.Join(beside, "a.db"))); !os.IsNotExist(err) {
		t.Errorf("the socket is left: %v", err)
	}
}

// What needs the file says in one line what to do instead.
func TestWhatCannotBeDoneBesideServe(t *testing.T) {
	t.Parallel()
	whole := stocked(t, stock(1))
	s, folder := besideServe(t, whole)
	if err := os.Symlink("a.db", filepath.Join(folder, "link.db")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "copy.db"), whole, 0o600); err != nil {
		t.Fatal(err)
	}
	for args, says := range map[string]string{
		"restore copy.db":                      "stop that, restore, and start it again",
		"chat":                                 "talk with it there",
		"serve":                                "stop that one",
		"backup a.db":                          "the database itself",
		"backup link.db":                       "the database itself",
		"list --library new --seeds " + folder: "load the folder",
	} {
		for _, db := range []string{"a.db", "link.db"} {
			c := program(t, folder, append([]string{"--db", db}, strings.Fields(args)...)...)
			c.Dir, c.Env = folder, append(c.Env, "DISCORD_TOKEN=x")
			if status, said := finish(t, c); status != failed || !fits(status, said) || !strings.Contains(said, says) {
				t.Errorf("%s: exit status %d, %q", args, status, said)
			}
		}
	}
	if doctor := does(t, folder, "", "--db", "FOLDER/link.db", "doctor"); !strings.HasPrefix(doctor.out, "ok       database        FOLDER/link.db is held by verbatim serve, process ") {
		t.Errorf("the doctor says %q", doctor.out)
	}
	s.stop(t)
}

// Where there can be no socket serve goes on without, and says so once.
func TestServeWithoutASocket(t *testing.T) {
	t.Parallel()
	s := inSlack(t, true)
	db := filepath.Join(s.home, "a.db")
	if err := os.WriteFile(control.Path(db), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.args = []string{"--db", db}
	s.start(t)
	s.log.await(t, `level=WARN msg="(commands have to wait until verbatim serve ends)" error="\S+/a.db.sock: something else has this name: move it away"`)
	if listed := does(t, s.home, "", "list", "--db", db); listed.status != failed || !strings.Contains(listed.errs, "another process holds") {
		t.Errorf("it ends with %+v", listed)
	}
	s.stop(t)
}

// At a terminal too a command looks the same.
func TestCommandsLookTheSameBesideServe(t *testing.T) {
	t.Parallel()
	whole := stocked(t, stock(3))
	alone := t.TempDir()
	s, beside := besideServe(t, whole)
	if err := os.WriteFile(filepath.Join(alone, "a.db"), whole, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{"ask What does a1e0 tell?", "list", "quotes --speakers", "list --library new", "history"} {
		var shown [2]string
		for i, folder := range []string{alone, beside} {
			p := program(t, folder, append([]string{"--db", filepath.Join(folder, "a.db")}, strings.Fields(args)...)...)
			shown[i] = sitDown(t, p, narrow).leaves(done)
		}
		if shown[0] != shown[1] || args != "quotes --speakers" && shown[0] == "" {
			t.Errorf("%s\nalone:  %q\nbeside: %q", args, shown[0], shown[1])
		}
	}
	p := sitDown(t, program(t, beside, "--db", filepath.Join(beside, "a.db"), "ask", "-"), narrow)
	p.types("What does a1e0 tell?" + enter)
	p.sees("article1")
	p.types(ctrlC)
	if said := p.leaves(failed); !strings.Contains(said, "verbatim: interrupted") {
		t.Errorf("it says %q", said)
	}
	s.stop(t)
}
