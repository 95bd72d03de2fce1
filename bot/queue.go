package bot

import (
	"context"
	"sync"
)

// Queue does what is to be done in each conversation in order, and in different
// conversations at the same time, so that a slow one delays no other.
type Queue struct {
	limit   int
	mu      sync.Mutex
	waiting map[string][]func() // by conversation; those that nothing is done for have no entry
	idle    chan struct{}       // closed when waiting becomes empty; nil while nobody waits for that
}

// NewQueue returns a queue in which so many jobs may wait in each conversation.
func NewQueue(limit int) *Queue {
	return &Queue{limit: limit, waiting: map[string][]func(){}}
}

// Do has a job done after those given before for the same conversation. It does not
// wait, and reports false, with nothing done, when too many are waiting there.
func (q *Queue) Do(conversation string, job func()) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	jobs, busy := q.waiting[conversation]
	if len(jobs) >= q.limit {
		return false
	}
	q.waiting[conversation] = append(jobs, job)
	if !busy {
		go q.work(conversation)
	}
	return true
}

func (q *Queue) work(conversation string) {
	for job := q.next(conversation); job != nil; job = q.next(conversation) {
		job()
	}
}

// next takes the next job of a conversation; nil when there is none, and then the
// conversation has no entry any more.
func (q *Queue) next(conversation string) func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	jobs := q.waiting[conversation]
	if len(jobs) > 0 {
		q.waiting[conversation] = jobs[1:]
		return jobs[0]
	}
	delete(q.waiting, conversation)
	if len(q.waiting) == 0 && q.idle != nil {
		close(q.idle)
		q.idle = nil
	}
	return nil
}

// Len returns how many jobs wait, or are just done.
func (q *Queue) Len() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	all := 0
	for _, jobs := range q.waiting {
		all += len(jobs) + 1
	}
	return all
}

// Wait returns when all that was to be done is done, or with the error of ctx when that ends before.
func (q *Queue) Wait(ctx context.Context) error {
	select {
	case <-q.empty():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// empty returns a channel that is closed once nothing is left to do.
func (q *Queue) empty() <-chan struct{} {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.idle == nil {
		q.idle = make(chan struct{})
	}
	idle := q.idle
	if len(q.waiting) == 0 {
		close(q.idle)
		q.idle = nil
	}
	return idle
}
