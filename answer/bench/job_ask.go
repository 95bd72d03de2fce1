package main

import (
	"context"
	"errors"
	"sync"
	"time"
)

// ask asks the questions of a task. Of several threads each asks all of them, beginning at
// another, so that all have the same to do.
func (b *bench) ask(ctx context.Context, t task) (outcome, error) {
	shares := make([]outcome, max(t.Threads, 1))
	errs := make([]error, len(shares))
	var threads sync.WaitGroup
	for i := range shares {
		threads.Go(func() {
			first := i * len(t.Questions) / len(shares)
			shares[i], errs[i] = b.askFrom(ctx, t.Questions, first)
		})
	}
	threads.Wait()
	var all outcome
	for _, s := range shares {
		all.Took = append(all.Took, s.Took...)
		all.Answered += s.Answered
	}
	return all, errors.Join(errs...)
}

// askFrom asks all questions, one after another, from one on and round.
func (b *bench) askFrom(ctx context.Context, questions []string, first int) (o outcome, err error) {
	o.Took = make([]time.Duration, len(questions))
	for i := range questions {
		start := time.Now()
		bytes, err := b.engine.Ask(ctx, questions[(first+i)%len(questions)])
		if err != nil {
			return o, err
		}
		if o.Took[i] = time.Since(start); bytes > 0 {
			o.Answered++
		}
	}
	return o, nil
}
