//go:build linux

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// Tokens and texts are in memory, and a dump of it would have them on disk.
func TestNoDumpOfMemoryIsWritten(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	c := program(t, folder, "ask", "--db", filepath.Join(folder, "a.db"), "-")
	in, out := piped(t, c)
	fmt.Fprintln(in, "What did Guo Ping say?")
	if _, err := out.ReadString('\n'); err != nil {
		t.Fatal("it answers nothing", err)
	}
	limits, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", c.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`Max core file size +0 +0 `).Match(limits) {
		t.Errorf("it may write a dump:\n%s", limits)
	}
	in.Close()
	if err := c.Wait(); err != nil {
		t.Error(err)
	}
}
