// Package sandbox parses what strangers send in processes of their own, which have limits
// on memory, time and output, nothing of the environment but folders, and nothing to lose.
package sandbox

import (
	"context"
	"errors"
	"io"
	"iter"
	"maps"
	"os/exec"
	"slices"
	"sync"
	"time"

	"verbatim/answer/load"
)

const (
	children = 2           // at once; who comes third waits
	idleness = time.Minute // after which a child is ended
)

var errClosed = errors.New("cannot be read: the program is ending; send it again later")

// Sandbox keeps the children. Its methods may be called from several goroutines.
type Sandbox struct {
	command     func() *exec.Cmd
	patience    time.Duration // from item to item
	preparation time.Duration // for what a child needs for any input
	slots       chan struct{} // one is taken while an input is parsed

	mu     sync.Mutex
	all    map[*process]bool
	idle   []*process
	closed bool
}

// New returns a sandbox whose children are started by command, which runs Serve on its
// standard input and output. The first is started when it is needed.
func New(command func() *exec.Cmd) *Sandbox {
	return &Sandbox{command: command, patience: patience, preparation: preparation, slots: make(chan struct{}, children), all: map[*process]bool{}}
}

// Parse is a load.Parser. What ends its child is refused in one line; an archive goes on
// after the member that did.
func (s *Sandbox) Parse(ctx context.Context, in load.Input, r io.Reader) iter.Seq[load.Item] {
	return func(yield func(load.Item) bool) {
		select {
		case s.slots <- struct{}{}:
			defer func() { <-s.slots }()
		case <-ctx.Done():
			yield(load.Item{Name: in.Name, Err: ctx.Err()})
			return
		}
		e := &errand{Sandbox: s, ctx: ctx, in: in, r: r, yield: yield}
		e.run()
	}
}

// Close ends the children. What is being parsed is refused, and so is all that comes later.
func (s *Sandbox) Close() error {
	s.mu.Lock()
	s.closed = true
	all := slices.Collect(maps.Keys(s.all))
	s.mu.Unlock()
	for _, p := range all {
		s.drop(p)
	}
	return nil
}

// take returns a child that is idle, or a new one.
func (s *Sandbox) take() (*process, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, errClosed
	}
	for len(s.idle) > 0 {
		last := len(s.idle) - 1
		p := s.idle[last]
		s.idle = s.idle[:last]
		if p.lives() {
			return p, nil
		}
		p.close()
		delete(s.all, p)
	}
	p, err := start(s.command())
	if err != nil {
		return nil, err
	}
	s.all[p] = true
	return p, nil
}

// put gives back a child that is sound. It is ended when nobody takes it for a while.
func (s *Sandbox) put(p *process) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return // and Close ends it
	}
	s.idle = append(s.idle, p)
	p.idle = time.Now()
	time.AfterFunc(idleness, s.sweep)
}

// sweep ends the children that have been idle for long.
func (s *Sandbox) sweep() {
	s.mu.Lock()
	var old []*process
	s.idle = slices.DeleteFunc(s.idle, func(p *process) bool {
		if time.Since(p.idle) < idleness {
			return false
		}
		old = append(old, p)
		return true
	})
	s.mu.Unlock()
	for _, p := range old {
		s.drop(p)
	}
}

// drop ends a child for good.
func (s *Sandbox) drop(p *process) {
	p.end()
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.all, p)
	s.idle = slices.DeleteFunc(s.idle, func(other *process) bool { return other == p })
}

func (s *Sandbox) isClosed() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.closed
}
