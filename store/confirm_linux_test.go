package store_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"verbatim/store"
)

func init() { children["put"] = childPut }

// childPut writes to a database once.
func childPut(args []string) {
	db, err := store.Open(args[0], store.Options{})
	must(err)
	fmt.Println(verdict(db.Tenant("a").Update(func(tx *store.Tx) error { return tx.Put([]byte("k"), []byte(args[1])) })))
	must(db.Close())
}

// straced has a child run under strace, which writes what it sees of the calls on the file to a log.
func straced(t *testing.T, cmd *exec.Cmd, path, log string, flags ...string) *exec.Cmd {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("needs strace")
	}
	cmd.Args = slices.Concat([]string{strace, "-f", "-qq", "-e", "signal=none", "-o", log, "-P", path}, flags, cmd.Args)
	cmd.Path, cmd.Stderr = strace, nil
	return cmd
}

// traced runs childPut, and returns what it says and the calls that write to the file or have it be on disk.
func traced(t *testing.T, path, value string, flags ...string) (says string, calls []string) {
	t.Helper()
	log := filepath.Join(t.TempDir(), "log")
	says = output(t, straced(t, child(t, "put", path, value), path, log, append(flags, "-e", "trace=pwrite64,fsync,fdatasync")...))[0]
	lines, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(lines)) {
		if _, call, ok := strings.Cut(line, " "); ok {
			calls = append(calls, strings.TrimSpace(call))
		}
	}
	return says, calls
}

// Where a sync fails the system takes what it was of for written all the same, in whichever process.
// Before anything is written that builds on it, the page that leads to it is written once more.
func TestWhatAFailedSyncWasOfIsWrittenOnceMore(t *testing.T) {
	path := newPath(t)
	closed(t, create(t, path))
	for _, value := range []string{"first", "second"} { // of each of the two pages
		says, calls := traced(t, path, value, "-e", "inject=fdatasync:error=EIO:when=2")
		if !strings.Contains(says, "the disk fails") {
			t.Fatalf("it says %q after %q", says, calls)
		}
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		newest := metaStart
		if txid := func(page int) uint64 { return binary.NativeEndian.Uint64(at(file, page)[metaStart+48:]) }; txid(1) > txid(0) {
			newest += pageSize
		}
		says, calls = traced(t, path, value)
		again := regexp.MustCompile(fmt.Sprintf(`^pwrite64\(.*, 64, %d`, newest))
		if says != "ok" || len(calls) < 2 || !again.MatchString(calls[0]) || !strings.HasPrefix(calls[1], "fsync(") {
			t.Errorf("it says %q, and first are %q", says, calls[:min(2, len(calls))])
		}
		if after, err := os.ReadFile(path); err != nil || bytes.Equal(after, file) {
			t.Errorf("nothing was written, %v", err)
		}
	}
}

// Whether the file at the path is the one that is open cannot be told then.
func TestAFileThatCannotBeLookedAtIsNotOpenedForGood(t *testing.T) {
	path := newPath(t)
	closed(t, create(t, path))
	open := straced(t, child(t, "open", path), path, os.DevNull, "-e", "trace=newfstatat", "-e", "inject=newfstatat:error=EIO:when=1+")
	if says := output(t, open)[0]; !strings.Contains(says, "the disk fails") {
		t.Errorf("it says %q", says)
	}
}
