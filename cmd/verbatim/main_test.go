package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/adrg/xdg"
	"github.com/rogpeppe/go-internal/testscript"

	"verbatim/store"
)

var update = flag.Bool("update", false, "write what the program prints into the scripts")

// programs are what this binary is when it is started by one of these names.
var programs = map[string]func(){"verbatim": main}

// quickEnd spares the program the second for which it waits at its end when it was
// built with the race detector.
const quickEnd = "atexit_sleep_ms=0"

// TestMain also is the parser that a load of this very process starts.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == parseName {
		main()
	}
	if filepath.Base(os.Args[0]) != "verbatim" { // what the developer has configured is not tested
		os.Setenv("XDG_CONFIG_HOME", filepath.Join(os.DevNull, "none"))
		xdg.Reload()
	}
	testscript.Main(m, programs)
}

// TestScript runs the program as people and scripts do, each time in a home of its own.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			e.Setenv("XDG_STATE_HOME", filepath.Join(e.WorkDir, "state"))
			e.Setenv("ESC", "\x1b")
			e.Setenv("GORACE", quickEnd)
			return nil
		},
		Condition: func(name string) (bool, error) {
			return name == "root" && os.Geteuid() == 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "hold": hold},
	})
}

// exits runs a program that must end with a status: "exits 2 verbatim ask". It must
// have nothing to say on standard error when that is 0, and one line otherwise.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits status program args...")
	}
	status := 0
	err := ts.Exec(args[1], args[2:]...)
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		status = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	said := ts.ReadFile("stderr")
	if strconv.Itoa(status) != args[0] {
		ts.Fatalf("exit status %d, want %s; it said %q", status, args[0], said)
	}
	if !fits(status, said) {
		ts.Fatalf("exit status %d with %q on standard error", status, said)
	}
}

// fits reports whether a program that ended with a status said the right amount on
// standard error: nothing, or one line where it failed.
func fits(status int, said string) bool {
	if status == done {
		return said == ""
	}
	return strings.HasPrefix(said, "verbatim: ") && strings.Count(said, "\n") == 1
}

// hold keeps a database open, as another process would, to the end of the script.
func hold(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: hold file")
	}
	db, err := store.Open(ts.MkAbs(args[0]), store.Options{})
	ts.Check(err)
	ts.Defer(func() { db.Close() })
}
