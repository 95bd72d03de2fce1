package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"verbatim/cmd/verbatim/control"
)

// sending is a load beside a serve, of which standard input stays open.
type sending struct {
	*exec.Cmd
	in   io.WriteCloser
	out  *bufio.Scanner
	errs bytes.Buffer
}

func beginLoad(t *testing.T, folder string) *sending {
	t.Helper()
	s := &sending{Cmd: program(t, folder, "load", "--json", "--db", filepath.Join(folder, "a.db"), "--seeds", "none", "-")}
	in, err := s.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := s.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	s.in, s.out, s.Stderr = in, bufio.NewScanner(out), &s.errs
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	return s
}

// loads sends editions and waits until each is reported with a status.
func (s *sending) loads(t *testing.T, editions []edition, status string) {
	t.Helper()
	// The kind of input is told by how it begins, for which a while of it is read.
	if _, err := s.in.Write(append(input(editions), bytes.Repeat([]byte("\n"), 256<<10)...)); err != nil {
		t.Fatal(err)
	}
	for range editions {
		var told outcomeJSON
		if !s.out.Scan() || json.Unmarshal(s.out.Bytes(), &told) != nil || string(told.Status) != status {
			t.Fatalf("it reports %q, %v, %s", s.out.Bytes(), s.out.Err(), &s.errs)
		}
	}
}

// A load of which either side ends has on disk what it reported, and can be made again.
func TestALoadBesideServeIsCutShort(t *testing.T) {
	t.Parallel()
	s, folder := besideServe(t, nil)
	held := shelf{}
	for i, c := range []struct {
		name string
		cut  func(load *sending) error
		says string // in one line, where the load is left to say something
	}{
		{"the client is killed", func(l *sending) error { return l.Process.Kill() }, ""},
		{"the client is killed again", func(l *sending) error { return l.Process.Kill() }, ""},
		{"the client is interrupted", func(l *sending) error { return l.Process.Signal(os.Interrupt) }, "interrupted: Loaded 3 articles in"},
		{"serve is killed", func(*sending) error { return s.program.Process.Kill() }, "what was reported is on disk, and loading all again does no harm (so far: Loaded 3 articles in"},
		{"serve ends", func(*sending) error { return s.program.Process.Signal(syscall.SIGTERM) }, "loading all again does no harm (so far: Loaded 3 articles in"},
	} {
		news := []edition{{3 * i, 0}, {3*i + 1, 0}, {3*i + 2, 0}}
		load := beginLoad(t, folder)
		load.loads(t, news, "loaded")
		for _, e := range news {
			held[e.article] = e.edition
		}
		if err := c.cut(load); err != nil {
			t.Fatal(err)
		}
		load.Wait()
		if said := load.errs.String(); c.says != "" && (!fits(load.ProcessState.ExitCode(), said) || !strings.Contains(said, c.says)) || c.says == "" && said != "" {
			t.Errorf("%s: it says %q", c.name, said)
		}
		if strings.HasPrefix(c.name, "serve") {
			s.program.Wait()
			if _, err := os.Lstat(control.Path(filepath.Join(folder, "a.db"))); os.IsNotExist(err) != (c.name == "serve ends") {
				t.Errorf("%s: of the socket it is known %v", c.name, err)
			}
			if got := shelved(t, filepath.Join(folder, "a.db")); len(got) != len(held) {
				t.Errorf("%s: the file holds %v, want %v", c.name, got, held)
			}
			s.start(t)
		}
		again := beginLoad(t, folder)
		again.loads(t, news, "same")
		again.in.Close()
		if err := again.Wait(); err != nil {
			t.Errorf("%s: loaded again it ends with %v, %s", c.name, err, &again.errs)
		}
		if got := shelved(t, filepath.Join(folder, "a.db")); len(got) != len(held) {
			t.Errorf("%s: the library holds %v, want %v", c.name, got, held)
		}
	}
	s.stop(t)
}

// Of two libraries loaded and asked at the same time each has its own.
func TestManyCommandsBesideServe(t *testing.T) {
	t.Parallel()
	s, folder := besideServe(t, nil)
	db := filepath.Join(folder, "a.db")
	said := make(chan ending)
	const each = 4
	for i := range each {
		var news []edition
		for n := range 50 {
			news = append(news, edition{50*i + n, 0})
		}
		for _, library := range []string{"one", "two"} {
			go func() {
				said <- does(t, folder, string(input(news)), "load", "--db", db, "--library", library, "--seeds", "none", "-")
				said <- does(t, folder, "", "ask", "--db", db, "--library", library, "--json", "What does a1e0 tell?")
			}()
		}
	}
	for range 4 * each {
		if e := <-said; e.status != done || e.errs != "" {
			t.Errorf("a command ends with %+v", e)
		}
	}
	for _, library := range []string{"one", "two"} {
		if listed := does(t, folder, "", "list", "--db", db, "--library", library); strings.Count(listed.out, "\n") != 50*each {
			t.Errorf("%s has %d articles", library, strings.Count(listed.out, "\n"))
		}
		history := does(t, folder, "", "history", "--db", db, "--library", library)
		if strings.Count(history.out, "loaded 50 articles") != each {
			t.Errorf("the history of %s is %s", library, history.out)
		}
	}
	s.stop(t)
}
