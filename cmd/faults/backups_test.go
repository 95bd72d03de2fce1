package faults

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"verbatim/bot/slack/slacktest"
)

// A keeper loads, removes, undoes and compacts through a running serve without a pause,
// while backup after backup is made beside. Each is restored, sound, and holds a state that
// was: what the library held after one of the steps, none before the last that was
// acknowledged when the backup began.
func TestBackups(t *testing.T) {
	slack := slacktest.New(t)
	k := newKeeper(newProgram(t, t.TempDir()), 5)
	k.begun()
	k.served = true
	server := k.serve(slack, slack.Install("T1"))
	c := newChronicle(k)
	writing := make(chan struct{})
	var ended sync.WaitGroup
	ended.Go(func() { c.write(writing) })
	states, last := 0, -1
	for range rounds(t, count(15, 1000)) {
		if at := c.backedUp(); at != last {
			states, last = states+1, at
		}
	}
	close(writing)
	ended.Wait()
	server.kill()
	server.end()
	if !t.Failed() {
		t.Logf("the backups hold %d different states of %d that were", states, c.number)
	}
}

// chronicle is what a keeper has done, beside which backups are made.
type chronicle struct {
	*keeper
	mu     sync.Mutex
	since  shelf  // what the library held
	steps  []step // what was begun since
	number int    // of all steps that were begun
	ended  int    // the number of those of acts that have ended
	now    *act   // the act under way
	doing  *process
}

func newChronicle(k *keeper) *chronicle { return &chronicle{keeper: k, since: k.held} }

// write has the keeper work until it is told to stop.
func (c *chronicle) write(stop <-chan struct{}) {
	for !c.Failed() {
		select {
		case <-stop:
			return
		default:
			c.act()
		}
	}
}

func (c *chronicle) act() {
	a := c.next()
	c.mu.Lock()
	c.steps, c.number = append(c.steps, a.steps...), c.number+len(a.steps)
	r := c.begin(a)
	c.now, c.doing = a, r
	c.mu.Unlock()
	r.end()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.doing, c.ended = nil, c.number
	c.did(a, r)
}

// acknowledgedNow forgets the steps before the last that was acknowledged.
func (c *chronicle) acknowledgedNow() {
	c.mu.Lock()
	defer c.mu.Unlock()
	acknowledged := c.ended
	if c.doing != nil && len(c.now.steps) > 0 {
		acknowledged += strings.Count(c.doing.out.String(), "\n")
	}
	n := len(c.steps) - (c.number - acknowledged)
	for _, does := range c.steps[:n] {
		c.since = c.since.after(does)
	}
	c.steps = c.steps[n:]
}

// backedUp makes a backup, restores it elsewhere, and returns the number of the step whose
// state it holds.
func (c *chronicle) backedUp() (at int) {
	c.Helper()
	folder, err := os.MkdirTemp(c.home, "")
	if err != nil {
		c.Fatal(err)
	}
	defer os.RemoveAll(folder)
	copied := filepath.Join(folder, "copy.db")
	c.acknowledgedNow()
	c.must("", "backup", copied)
	restored := newProgram(c, folder)
	restored.must("", "restore", copied)
	now := restored.shelved()
	c.mu.Lock()
	defer c.mu.Unlock()
	taken, ok := c.since.reaches(now, c.steps, 0)
	if !ok {
		c.Errorf("the backup holds %d articles, as the library never did within %d steps", len(now), len(c.steps))
	}
	return c.number - len(c.steps) + taken
}
