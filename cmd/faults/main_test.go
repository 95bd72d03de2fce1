// Package faults tries what must not harm Verbatim: kills, power cuts, system calls that
// fail, flipped bits, full and slow disks, little memory, long runs. Each trial drives the
// real program as a process, stands in a file that says what is done to it and what must
// hold, and ends with a line of figures.
//
//	go test .                                   a short form of each, about a minute in all
//	go test -v -timeout 0 . -args -full         all of them at their full counts
//	go test -v -timeout 0 -run Power . -args -n 300
//
// What needs root, mkfs, strace or FUSE and does not find it skips, and says what is missing.
package faults

import (
	"flag"
	"fmt"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

var (
	full = flag.Bool("full", false, "have each trial at its full count")
	n    = flag.Int("n", 0, "have each trial that many times")
)

// binary is the program that is tried.
var binary string

func TestMain(m *testing.M) {
	flag.Parse()
	if status, ok := apart(); ok {
		os.Exit(status)
	}
	os.Exit(withProgram(m.Run))
}

// inside stands in the environment of the process that apart starts.
const inside = "VERBATIM_FAULTS_APART"

// apart runs the trials in a process with mounts of its own, which are gone with it however
// it ends, if that is allowed; without, the trials that mount skip.
func apart() (status int, ok bool) {
	if os.Getenv(inside) != "" {
		return 0, false
	}
	c := exec.Command("/proc/self/exe", os.Args[1:]...)
	c.Args[0] = os.Args[0]
	c.Env = append(os.Environ(), inside+"=yes")
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	c.SysProcAttr = &syscall.SysProcAttr{Unshareflags: syscall.CLONE_NEWNS, Pdeathsig: syscall.SIGKILL}
	if c.Start() != nil {
		return 0, false
	}
	c.Wait() // the status tells all
	return max(c.ProcessState.ExitCode(), -c.ProcessState.ExitCode()), true
}

// withProgram runs trials on a program that is built for them once.
func withProgram(trials func() int) (status int) {
	folder, err := os.MkdirTemp("", "faults")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	binary = filepath.Join(folder, "verbatim")
	build := exec.Command("go", "build", "-o", binary, "verbatim/cmd/verbatim")
	build.Dir = filepath.Join("..", "..")             // by its own go.mod
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // as it is shipped
	if said, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "go build: %v\n%s", err, said)
		return 1
	}
	return trials()
}

// count is how often a trial does what it does.
func count(short, whole int) int {
	switch {
	case *n > 0:
		return *n
	case *full:
		return whole
	}
	return short
}

// reportEvery is how often a trial that takes longer says how far it is.
const reportEvery = 15 * time.Second

// rounds counts from 1 to of, until the trial has failed, and tells on standard error how far it is.
func rounds(t *testing.T, of int) iter.Seq[int] {
	return func(yield func(int) bool) {
		told := time.Now()
		for i := 1; i <= of && !t.Failed(); i++ {
			if time.Since(told) > reportEvery {
				told = time.Now()
				fmt.Fprintf(os.Stderr, "%s: %d of %d\n", t.Name(), i-1, of)
			}
			if !yield(i) {
				return
			}
		}
	}
}
