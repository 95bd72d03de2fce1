package faults

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// A keeper's commands work on a disk that loses its power at random moments: what has not
// reached the device by then is gone. The program is killed, the disk mounted again, and all
// holds that holds after a kill. On ext4 and on XFS, one library each through all of the cuts.
func TestPower(t *testing.T) {
	for _, kind := range []string{"ext4", "xfs"} {
		t.Run(kind, func(t *testing.T) {
			d := newDevice(t, kind)
			k := newKeeper(newProgram(t, d.folder), 2)
			k.begun()
			m, tally := newMoments(k), map[string]int{}
			for range rounds(t, count(5, 150)) {
				a, r := k.cut(d, m)
				tally[a.kind]++
				k.survived(a, k.acknowledged(a, r.out.String()))
			}
			t.Logf("the power was cut in %v: %d acknowledged steps were there, all else whole or not at all; %d articles at the end", tally, k.told, len(k.held))
		})
	}
}

// cut has the keeper work until the power is cut in an act, and gives it back.
func (k *keeper) cut(d *device, m moments) (*act, *process) {
	k.Helper()
	for {
		a, wasCut := k.next(), false
		r := m.stopIn(a, func(r *process) {
			wasCut = true
			if err := d.cut(); err != nil {
				k.Errorf("the power cannot be cut: %v", err)
			}
			r.kill()
		})
		if wasCut {
			d.powerUp()
			return a, r
		}
		k.did(a, r)
	}
}

// The same cuts cost acknowledged articles once the program's fsync and fdatasync do nothing,
// or TestPower would prove nothing.
func TestPowerWithoutSync(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("needs strace")
	}
	for _, kind := range []string{"ext4", "xfs"} {
		t.Run(kind, func(t *testing.T) {
			d, lost, of := newDevice(t, kind), 0, count(3, 30)
			for i := range rounds(t, of) {
				if d.losesWithoutSync(t, strace, uint64(i)) {
					lost++
				}
			}
			t.Logf("without fsync, %d of %d cuts lost what was acknowledged", lost, of)
			if lost == 0 {
				t.Error("without fsync nothing was lost: these cuts cut nothing")
			}
		})
	}
}

// losesWithoutSync tells whether a cut right after a load whose syncs did nothing cost one of
// the articles that it acknowledged.
func (d *device) losesWithoutSync(t *testing.T, strace string, seed uint64) bool {
	t.Helper()
	folder := filepath.Join(d.folder, "library")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	k := newKeeper(newProgram(t, folder), seed)
	k.begun()
	syscall.Sync()
	a := k.load()
	k.under = []string{strace, "-f", "-qq", "-o", os.DevNull, "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:retval=0"}
	r := k.begin(a)
	if r.end() != done || k.acknowledged(a, r.out.String()) != len(a.steps) {
		t.Fatalf("exit status %d: %s", r.status, r.errs.String())
	}
	if err := d.cut(); err != nil {
		t.Fatal(err)
	}
	d.powerUp()
	k.under = nil
	kept := k.keeps(a)
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	return !kept
}

// keeps tells whether the library is sound and holds all that an act acknowledged.
func (k *keeper) keeps(a *act) bool {
	if _, _, status := k.run("", "check"); status != done {
		return false
	}
	_, ok := k.held.reaches(k.shelved(), a.steps, len(a.steps))
	return ok
}
