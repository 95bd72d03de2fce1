package bot

import "context"

// Queue does what is to be done in each conversation in order, and in different
// conversations at the same time.
type Queue struct{}

// NewQueue returns a queue in which so many jobs may wait in each conversation.
func NewQueue(limit int) *Queue { return &Queue{} }

// Do has a job done after those given before for the same conversation. It does not
// wait, and reports false when too many are waiting there.
func (q *Queue) Do(conversation string, job func()) bool { return true }

// Wait returns when all that was to be done is done, or ctx ends.
func (q *Queue) Wait(ctx context.Context) error { return nil }
