package main

import (
	"archive/zip"
	"bufio"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"verbatim/cmd/verbatim/jsonl"
)

// A load of an archive that is killed leaves each article as it was or whole, those that
// were acknowledged whole; the history tells just what it did, and that can be taken back,
// also where the undoing is killed in its turn. -kills 300 looks at three hundred.
func TestAKilledLoadOfAnArchiveAgreesWithItsHistory(t *testing.T) {
	k := killing{T: t, random: rand.New(rand.NewPCG(9, 10)), folder: t.TempDir(), held: shelf{}}
	undone := 0
	for range *kills {
		k.round++
		before := maps.Clone(k.held)
		lines := k.lines()
		acknowledged, status, said := k.loadArchive(lines)
		if status == endedBySignal {
			k.killed++
		} else if status != done {
			t.Fatalf("exit status %d: %s", status, said)
		}
		k.survived(lines, acknowledged)
		change := k.toldInHistory(before)
		if change != 0 && (undone == 0 || k.random.IntN(2) == 0) {
			undone++
			k.undo(change, before)
		}
	}
	t.Logf("%d of %d loads were killed, after %d acknowledged articles; %d were undone", k.killed, k.round, k.acknowledged, undone)
	if k.killed == 0 || undone == 0 {
		t.Error("no load was killed, or none undone")
	}
}

// loadArchive has the program load an archive of lines, in several files, and kills it.
func (k *killing) loadArchive(lines []edition) (acknowledged, status int, said string) {
	k.Helper()
	c := program(k.T, k.TempDir(), "load", "--json", "--seeds", "none", "--db", k.db(), k.archive(lines))
	out, err := c.StdoutPipe()
	if err != nil {
		k.Fatal(err)
	}
	var errs strings.Builder
	c.Stderr = &errs
	if err := c.Start(); err != nil {
		k.Fatal(err)
	}
	m := k.moment(lines)
	if m.bytes < never.bytes { // which nobody hands to it here
		m.lines = 1 + m.bytes%len(lines)
	}
	if afterWrites != nil {
		defer afterWrites(k.T, k.folder, m.writes, func() { c.Process.Kill() })()
	}
	for s := bufio.NewScanner(out); s.Scan(); {
		k.acknowledges(lines[acknowledged], s.Bytes())
		if acknowledged++; acknowledged >= m.lines {
			c.Process.Kill()
		}
	}
	c.Wait() // the status tells all
	return acknowledged, c.ProcessState.ExitCode(), errs.String()
}

// archive packs lines, up to fifty in each file.
func (k *killing) archive(lines []edition) string {
	k.Helper()
	path := filepath.Join(k.TempDir(), "articles.zip")
	f, err := os.Create(path)
	if err != nil {
		k.Fatal(err)
	}
	z := zip.NewWriter(f)
	for i := 0; len(lines) > 0; i++ {
		n := min(len(lines), 50)
		w, err := z.Create(fmt.Sprintf("part%03d.jsonl", i))
		if err == nil {
			_, err = w.Write(input(lines[:n]))
		}
		if err != nil {
			k.Fatal(err)
		}
		lines = lines[n:]
	}
	if err := z.Close(); err != nil {
		k.Fatal(err)
	}
	if err := f.Close(); err != nil {
		k.Fatal(err)
	}
	return path
}

// toldInHistory makes sure that the last change is what was done since the articles were
// as before, and returns its number; 0 where nothing was.
func (k *killing) toldInHistory(before shelf) uint64 {
	k.Helper()
	loaded, replaced := 0, 0
	for article, edition := range k.held {
		if old, ok := before[article]; !ok {
			loaded++
		} else if old != edition {
			replaced++
		}
	}
	if loaded+replaced == 0 {
		return 0
	}
	c := k.lastChange()
	if c.Loaded != loaded || c.Replaced != replaced || c.Removed != 0 || c.Undoes != 0 || !c.Open {
		k.Fatalf("round %d: %d were loaded and %d replaced, and the history says %+v", k.round, loaded, replaced, c)
	}
	return c.Change
}

func (k *killing) lastChange() (last jsonl.Change) {
	k.Helper()
	for _, c := range decode[jsonl.Change](k.T, verbatim(k.T, "", "history", "--db", k.db(), "-n", "1", "--json")) {
		last = c
	}
	return last
}

// undo takes a change back, and at times is killed in it: then all of it is done or nothing.
func (k *killing) undo(change uint64, before shelf) {
	k.Helper()
	c := program(k.T, k.TempDir(), "undo", "--db", k.db(), strconv.FormatUint(change, 10))
	var errs strings.Builder
	c.Stderr = &errs
	if err := c.Start(); err != nil {
		k.Fatal(err)
	}
	if afterWrites != nil && k.random.IntN(2) == 0 {
		defer afterWrites(k.T, k.folder, 1+k.random.IntN(20), func() { c.Process.Kill() })()
	}
	c.Wait() // the status tells all
	now, last := shelved(k.T, k.db()), k.lastChange()
	status := c.ProcessState.ExitCode()
	switch {
	case maps.Equal(now, before) && last.Undoes == change:
		k.held = now
	case status == endedBySignal && maps.Equal(now, k.held) && last.Change == change && last.Open:
	default:
		k.Fatalf("round %d: undoing %d ended with %d (%s); %d articles were there, %d had been, %d are; the last change is %+v",
			k.round, change, status, errs.String(), len(before), len(k.held), len(now), last)
	}
}
