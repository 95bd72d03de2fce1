package store_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/store"
)

// children are what the test binary does when a test starts it again, as a process
// that may be refused, confined or killed.
var children = map[string]func(args []string){
	"open":    childOpen,
	"hold":    childHold,
	"examine": childExamine,
	"write":   childWrite,
	"compact": childCompact,
}

const childVariable = "STORE_TEST_CHILD"

func TestMain(m *testing.M) {
	if run := children[os.Getenv(childVariable)]; run != nil {
		run(os.Args[1:])
		return
	}
	os.Exit(m.Run())
}

// child returns the command that runs one of the children.
func child(t *testing.T, name string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, args...)
	cmd.Env = append(os.Environ(), childVariable+"="+name, "GORACE=atexit_sleep_ms=0") // no second's wait at its end
	cmd.Stderr = os.Stderr
	return cmd
}

// output runs a child to its end, which must not be a crash, and returns its lines.
func output(t *testing.T, cmd *exec.Cmd) []string {
	t.Helper()
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the child ended with %v after %q", err, out)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

// start starts a child, and returns its output line by line and what stops it.
func start(t *testing.T, cmd *exec.Cmd) (lines *bufio.Scanner, stop io.Closer) {
	t.Helper()
	stop, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return bufio.NewScanner(out), stop
}

// childOpen opens and closes each file, and says how that went.
func childOpen(paths []string) {
	for _, path := range paths {
		db, err := store.Open(path, store.Options{})
		if err == nil {
			err = db.Close()
		}
		fmt.Println(verdict(err))
	}
}

// childHold holds a file until its input ends.
func childHold(paths []string) {
	db, err := store.Open(paths[0], store.Options{})
	fmt.Println(verdict(err))
	io.Copy(io.Discard, os.Stdin)
	if err == nil {
		db.Close()
	}
}

// verdict is what a child says of an error, on one line with its kind in front.
func verdict(err error) string {
	for kind, name := range map[error]string{store.ErrLocked: "locked", store.ErrCorrupt: "corrupt", store.ErrFull: "full"} {
		if errors.Is(err, kind) {
			return name + ": " + err.Error()
		}
	}
	if err != nil {
		return "error: " + err.Error()
	}
	return "ok"
}

func create(t *testing.T, path string) *store.DB {
	t.Helper()
	db, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return db
}

func closed(t *testing.T, db *store.DB) {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func newPath(t *testing.T) string {
	return filepath.Join(t.TempDir(), "verbatim.db")
}

// put stores pairs of keys and values.
func put(t *testing.T, tenant *store.Tenant, pairs ...string) {
	t.Helper()
	err := tenant.Update(func(tx *store.Tx) error {
		for i := 0; i < len(pairs); i += 2 {
			if err := tx.Put([]byte(pairs[i]), []byte(pairs[i+1])); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// contents returns all that a tenant has stored.
func contents(t *testing.T, tenant *store.Tenant) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := tenant.View(func(tx *store.Tx) error {
		for k, v := range tx.Scan(nil) {
			all[string(k)] = string(v)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
