package faults

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

// ledger tells whether each thing that somebody asked for got its answer, and one alone. A
// place is where the answer to something belongs: a thread, what one person sees in a channel.
type ledger[C any] struct {
	mu      sync.Mutex
	waiting map[string][]*question[C] // by place: who waits there for an answer, in their order
	shown   map[string]bool           // messages that are no longer about how far something is

	asked, answered int
	wrong           []string
	slowest         time.Duration
}

// question is something that is to be answered in one of some places.
type question[C any] struct {
	places []string
	answer chan C
}

func newLedger[C any]() *ledger[C] {
	return &ledger[C]{waiting: map[string][]*question[C]{}, shown: map[string]bool{}}
}

// asks notes that somebody is about to ask what is to be answered in one of some places.
func (l *ledger[C]) asks(places ...string) *question[C] {
	l.mu.Lock()
	defer l.mu.Unlock()
	q := &question[C]{places, make(chan C, 1)}
	for _, place := range places {
		l.waiting[place] = append(l.waiting[place], q)
	}
	l.asked++
	return q
}

// sees notes that a message in a place now shows words. What tells how far something is, is
// no answer; what changes an answer is no other one, unless a press waits for it.
func (l *ledger[C]) sees(place, message, words string, c C) {
	l.mu.Lock()
	defer l.mu.Unlock()
	known := l.shown[message] && !strings.HasPrefix(place, pressed)
	if strings.HasPrefix(words, "Loading") || known {
		return
	}
	l.shown[message] = true
	who := l.waiting[place]
	if len(who) == 0 {
		l.wrong = append(l.wrong, fmt.Sprintf("nobody asked for what is said in %s: %.200q", place, words))
		return
	}
	who[0].answer <- c
	l.answered++
	first := who[0]
	for _, place := range first.places {
		l.waiting[place] = slices.DeleteFunc(l.waiting[place], func(q *question[C]) bool { return q == first })
		if len(l.waiting[place]) == 0 {
			delete(l.waiting, place)
		}
	}
}

// pressed begins the place of what answers a command or a press by its id.
const pressed = "to "

// await waits for an answer for a while; false where none came.
func (l *ledger[C]) await(q *question[C], what string) (c C, ok bool) {
	began := time.Now()
	select {
	case c = <-q.answer:
		ok = true
		l.mu.Lock()
		l.slowest = max(l.slowest, time.Since(began))
		l.mu.Unlock()
	case <-time.After(patience):
		l.errs("no answer within %s to %s", patience, what)
	}
	return c, ok
}

func (l *ledger[C]) errs(format string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.wrong = append(l.wrong, time.Now().Format(time.TimeOnly)+": "+fmt.Sprintf(format, args...))
}

// tally is how many asked, and were answered so far, what went wrong, and how long the
// slowest answer took since it was last asked for.
func (l *ledger[C]) tally() (asked, answered int, wrong []string, slowest time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	slowest, l.slowest = l.slowest, 0
	return l.asked, l.answered, slices.Clone(l.wrong), slowest
}
