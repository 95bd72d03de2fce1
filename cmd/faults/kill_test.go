package faults

import "testing"

// A keeper's commands are killed at random moments, one library through all of the kills.
// After each what was acknowledged is there to the byte, the rest of it whole or not at
// all, the library is sound, and questions are answered.
func TestKill(t *testing.T) {
	k := newKeeper(newProgram(t, t.TempDir()), 1)
	k.begun()
	m, tally := newMoments(k), map[string]int{}
	for range rounds(t, count(15, 1000)) {
		for killed := false; !killed; {
			a := k.next()
			r := m.stopIn(a, (*process).kill)
			if killed = r.status == endedBySignal; killed {
				tally[a.kind]++
			} else if r.status != done {
				t.Fatalf("%s: exit status %d: %s", a.kind, r.status, r.errs.text())
			}
			k.survived(a, k.acknowledged(a, r.out.text()))
		}
	}
	t.Logf("killed in %v: %d acknowledged steps were there, all else whole or not at all; %d articles at the end", tally, k.told, len(k.held))
}
