package faults

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// failures are the system calls that are made to fail, each with what it fails with. Some are
// also of the process itself, and fail on the database and its folder alone.
var failures = []struct {
	call    string
	errors  []string
	ofFiles bool // the process makes it for nothing but databases
}{
	{"pwrite64", []string{"EIO", "ENOSPC", "EDQUOT", "EFBIG", "EINTR"}, true},
	{"fdatasync", []string{"EIO", "ENOSPC", "EDQUOT", "EINTR"}, true},
	{"fsync", []string{"EIO", "ENOSPC", "EINTR"}, true},
	{"ftruncate", []string{"EIO", "ENOSPC", "EFBIG", "EINTR"}, true},
	{"renameat", []string{"EIO", "ENOSPC", "EACCES"}, true},
	{"linkat", []string{"EIO", "ENOSPC", "EPERM"}, true},
	{"openat", []string{"EIO", "EACCES", "EMFILE", "ENFILE", "EINTR", "EROFS"}, false},
	{"mmap", []string{"ENOMEM", "EAGAIN", "ENODEV"}, false},
	{"pread64", []string{"EIO", "EINTR"}, false},
	{"fstat", []string{"EIO", "ENOMEM"}, false},
	{"newfstatat", []string{"EIO", "EACCES"}, false},
	{"flock", []string{"EIO", "ENOLCK", "EINTR"}, false},
}

// One of the system calls that a keeper's command makes on the database or its folder fails,
// or all from one on do. The command goes on, or ends with one line that says what is wrong;
// what was acknowledged is there, the library is sound, and the same command then succeeds.
func TestSyscalls(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("needs strace")
	}
	k := newKeeper(newProgram(t, t.TempDir()), 3)
	k.begun()
	tally, ended := map[string]int{}, 0
	for range rounds(t, count(15, 500)) {
		for injected := 0; injected == 0 && !t.Failed(); {
			call, flags := k.failure()
			a := k.next()
			r, n := k.failing(append([]string{strace}, flags...), a)
			if injected = n; n == 0 {
				k.did(a, r)
				continue
			}
			tally[call]++
			if r.status != done {
				ended++
			}
			k.recovers(a, r, flags[len(flags)-1])
		}
	}
	t.Logf("failed calls in %v: %d commands ended with a line, all succeeded when repeated; %d acknowledged steps were there", tally, ended, k.told)
}

// failure draws a system call and what happens to it, as strace is told.
func (k *keeper) failure() (call string, flags []string) {
	f := failures[k.random.IntN(len(failures))]
	what, when := f.errors[k.random.IntN(len(f.errors))], 1+k.random.IntN(6)
	if f.call == "pwrite64" {
		when = 1 + k.random.IntN(60)
	}
	trouble := fmt.Sprintf("inject=%s:error=%s:when=%d", f.call, what, when)
	if what != "EINTR" && k.random.IntN(4) == 0 { // which is tried again for as long as it is interrupted
		trouble += "+"
	}
	if !f.ofFiles {
		flags = []string{"-P", k.db, "-P", filepath.Dir(k.db)}
	}
	return f.call, append(flags, "-e", "trace="+f.call, "-e", trouble)
}

// failing runs an act under strace, and counts how often a call failed.
func (k *keeper) failing(strace []string, a *act) (r *process, injected int) {
	k.Helper()
	log := filepath.Join(k.home, "strace")
	k.under = append(strace, "--seccomp-bpf", "-f", "-qq", "-o", log)
	r = k.begin(a)
	k.under = nil
	r.end()
	told, err := os.ReadFile(log)
	if err != nil {
		k.Fatal(err)
	}
	return r, strings.Count(string(told), "(INJECTED)")
}

// recovers makes sure of all that must hold after an act in which a call failed.
func (k *keeper) recovers(a *act, r *process, failure string) {
	k.Helper()
	errs := r.errs.String()
	if _, rest, ok := strings.Cut(errs, "it is made again, a minute for some ten thousand articles\n"); ok {
		errs = rest // an upgrade is announced
	}
	if r.status != done && (r.status != failed || !oneLine(errs)) {
		k.Fatalf("%s, %s: exit status %d: %s", a.kind, failure, r.status, r.errs.String())
	}
	k.survived(a, k.acknowledged(a, r.out.String()))
	if again := k.again(a); again != nil {
		r := k.begin(again)
		r.end()
		k.did(again, r)
	}
}

// again is an act once more, as far as it is not done; nil where it is.
func (k *keeper) again(a *act) *act {
	switch a.kind {
	case "load":
		return k.loading(a.parts)
	case "undo":
		if k.back == nil {
			return nil
		}
	case "remove":
		left := &act{kind: a.kind, args: slices.Clone(a.args[:2])}
		for i, id := range a.args[2:] {
			if _, ok := k.held[articleOf(id)]; ok {
				left.args, left.steps, left.expected = append(left.args, id), append(left.steps, a.steps[i]), append(left.expected, a.expected[i])
			}
		}
		if a = left; len(a.steps) == 0 {
			return nil
		}
	}
	return a
}
