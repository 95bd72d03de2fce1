package faults

import (
	"strings"
	"sync"
)

// transcript is what a process says, while it does.
type transcript struct {
	mu     sync.Mutex
	more   sync.Cond // of mu, from the first wait on
	said   strings.Builder
	closed bool
}

func (t *transcript) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	defer t.more.Broadcast()
	return t.said.Write(p)
}

// close says that no more will come.
func (t *transcript) close() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.closed = true
	t.more.Broadcast()
}

// String is what was said so far.
func (t *transcript) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.said.String()
}

// await waits until enough was said, and tells whether it was before the process ended.
func (t *transcript) await(enough func(text string) bool) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.more.L = &t.mu
	for !enough(t.said.String()) {
		if t.closed {
			return false
		}
		t.more.Wait()
	}
	return true
}

// lines are those that were said whole.
func lines(text string) []string {
	all := strings.SplitAfter(text, "\n")
	return all[:len(all)-1]
}
