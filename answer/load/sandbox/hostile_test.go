package sandbox

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"
	"unicode"

	"verbatim/answer/load"
)

// Of the hostile files, -args -files 2000 loads that many.
var (
	files    = flag.Int("files", 60, "how many hostile files are loaded")
	from     = flag.Int("from", 0, "the first of them")
	maxGrown = 64 // MiB that the parent may grow by
)

// TestHostileFiles loads files that mean harm. Each becomes at least an article or a line,
// this process neither dies nor grows, and nothing is left behind.
func TestHostileFiles(t *testing.T) {
	scratch := t.TempDir()
	t.Setenv("TMPDIR", scratch)
	s := sandboxOf(t, "child")
	s.patience = patience
	before := memory(t, "VmRSS:")
	var slowest time.Duration
	var slow string
	articles, refusals := 0, 0
	const block = 50
	size := 4
	if *files > 100 {
		size = whole
	}
	for first := *from; first < *from+*files; first += block {
		dir := t.TempDir()
		n := min(block, *from+*files-first)
		if out, err := exec.Command(os.Args[0], "make", dir, fmt.Sprint(first), fmt.Sprint(n), fmt.Sprint(size)).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		made, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil || len(made) != n {
			t.Fatal(made, err)
		}
		for _, path := range made {
			a, e, took := hostile(t, s, path)
			articles, refusals = articles+a, refusals+e
			if took > slowest {
				slowest, slow = took, filepath.Base(path)
			}
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		}
	}
	if articles == 0 {
		t.Error("no article in any of them")
	}
	grown := memory(t, "VmRSS:") - before
	t.Logf("%d files: %d articles, %d lines; the slowest, %s, took %.1f s to its first; this process grew by %d MiB, at its peak by %d",
		*files, articles, refusals, slow, slowest.Seconds(), grown, memory(t, "VmHWM:")-before)
	if grown > maxGrown && dataLimit != math.MaxUint64 {
		t.Errorf("this process grew by %d MiB", grown)
	}
	if behind, err := os.ReadDir(scratch); err != nil || len(behind) > 0 {
		t.Errorf("left behind: %v, %v", behind, err)
	}
	if err := s.Close(); err != nil || len(left(t)) > 0 {
		t.Errorf("children left: %q, %v", left(t), err)
	}
}

// hostile loads one file, and returns how long its first item took.
func hostile(t *testing.T, s *Sandbox, path string) (articles, refusals int, took time.Duration) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	name := filepath.Base(path)
	start := time.Now()
	upload := struct{ io.Reader }{f} // which, as from a chat, is no file
	for it := range load.Upload(t.Context(), name, upload, load.Options{Parse: s.Parse}) {
		if took == 0 {
			took = time.Since(start)
		}
		line := it.Note
		if it.Err != nil {
			line = it.Err.Error()
			refusals++
		}
		if it.Article != nil {
			articles++
		} else if !showable(line) {
			t.Errorf("%s: it is said %.2000q", name, line)
		}
	}
	if testing.Verbose() && time.Since(start) > time.Second {
		t.Logf("%s: %d articles, %d lines in %.1f s", name, articles, refusals, time.Since(start).Seconds())
	}
	if took == 0 {
		t.Errorf("%s: not a word", name)
	}
	return articles, refusals, took
}

// showable reports whether a line is one that a person can be shown.
func showable(line string) bool {
	hidden := func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }
	return line != "" && len(line) < 2000 && strings.IndexFunc(line, hidden) < 0
}

// memory returns a figure of this process in MiB, after what is no longer needed was given back.
func memory(t *testing.T, name string) (n int) {
	debug.FreeOSMemory()
	status, err := os.ReadFile("/proc/self/status")
	if runtime.GOOS != "linux" {
		return 0
	}
	_, rest, ok := bytes.Cut(status, []byte(name))
	if _, scan := fmt.Sscan(string(rest), &n); err != nil || !ok || scan != nil {
		t.Fatal(err, ok, scan)
	}
	return n >> 10
}

// left returns the processes that this one has started and that are not gone.
func left(t *testing.T) string {
	if runtime.GOOS != "linux" {
		return ""
	}
	tasks, err := filepath.Glob("/proc/self/task/*/children")
	if err != nil {
		t.Fatal(err)
	}
	var all []byte
	for _, task := range tasks {
		more, _ := os.ReadFile(task) // a thread may be gone by now
		all = append(all, more...)
	}
	return string(all)
}
