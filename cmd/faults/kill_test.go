package faults

import (
	"testing"

	"verbatim/bot/slack/slacktest"
)

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
			if killed = r.status == endedBySignal; !killed {
				k.did(a, r)
				continue
			}
			tally[a.kind]++
			k.survived(a, k.acknowledged(a, r.out.String()))
		}
	}
	t.Logf("killed in %v: %d acknowledged steps were there, all else whole or not at all; %d articles at the end", tally, k.told, len(k.held))
}

// A serve is killed at random moments in which a keeper's commands work through it. All
// holds that holds when the commands are killed, and the next serve goes on.
func TestKillServe(t *testing.T) {
	slack := slacktest.New(t)
	team := slack.Install("T1")
	k := newKeeper(newProgram(t, t.TempDir()), 6)
	k.begun()
	k.served = true
	m, tally := newMoments(k), map[string]int{}
	for range rounds(t, count(5, 200)) {
		server := k.serve(slack, team)
		for killed := false; !killed; {
			a := k.next()
			r := m.stopIn(a, func(*process) { killed = true; server.kill() })
			if !killed {
				k.did(a, r)
				continue
			}
			server.end()
			tally[a.kind]++
			if errs := r.errs.String(); r.status != done && (r.status != failed || !oneLine(errs)) {
				t.Fatalf("%s: exit status %d: %s", a.kind, r.status, errs)
			}
			k.survived(a, k.acknowledged(a, r.out.String()))
		}
	}
	t.Logf("killed in %v: %d acknowledged steps were there, all else whole or not at all; %d articles at the end", tally, k.told, len(k.held))
}
