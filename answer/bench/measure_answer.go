package main

import (
	"context"
	"errors"
	"time"
)

const (
	slice   = 25 // questions that an engine is asked before it is the next one's turn
	threads = 2  // that ask at once, against one
)

// answer measures how long answers take once the caches are warm, one at a time and several at once.
func (c *comparison) answer(ctx context.Context, t *table) (err error) {
	crew, err := c.crew(ctx, c.folder)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, crew.end()) }()
	if err := crew.each(task{Do: "ask", Questions: c.questions}, func(string, outcome) {}); err != nil {
		return err
	}
	best := map[string][]time.Duration{}
	err = c.inRounds("answer", func(int) error {
		one, several, err := c.askInSlices(crew)
		if err != nil {
			return err
		}
		for _, e := range c.engines {
			addAnswers(t, e, one[e], several[e])
			best[e] = lesser(best[e], one[e].Took)
		}
		return nil
	})
	for _, e := range c.engines {
		t.add(e, "p50, each at its best", "ms", milliseconds(percentile(best[e], 50)))
		t.add(e, "p99, each at its best", "ms", milliseconds(percentile(best[e], 99)))
	}
	return err
}

// lesser returns the shorter time of each question: what it takes where nothing else on the machine is in its way.
func lesser(best, took []time.Duration) []time.Duration {
	for i, t := range best {
		took[i] = min(took[i], t)
	}
	return took
}

// askInSlices asks each engine all questions, a slice at a time, with one thread and with several,
// and returns what that took by engine.
func (c *comparison) askInSlices(crew crew) (one, several map[string]*outcome, err error) {
	one, several = map[string]*outcome{}, map[string]*outcome{}
	for _, e := range c.engines {
		one[e], several[e] = &outcome{}, &outcome{}
	}
	for at := 0; at < len(c.questions); at += slice {
		questions := c.questions[at:min(at+slice, len(c.questions))]
		for _, w := range crew {
			o, err := w.do(task{Do: "ask", Questions: questions})
			if err != nil {
				return nil, nil, err
			}
			one[w.engine].join(o)
			if o, err = w.do(task{Do: "ask", Questions: questions, Threads: threads}); err != nil {
				return nil, nil, err
			}
			several[w.engine].join(o)
		}
	}
	return one, several, nil
}

// join adds what another task of the same kind took.
func (o *outcome) join(other outcome) {
	o.Took = append(o.Took, other.Took...)
	o.Commits = append(o.Commits, other.Commits...)
	o.Wall += other.Wall
	o.CPU += other.CPU
	o.Answered += other.Answered
	o.Loaded += other.Loaded
	o.Allocs += other.Allocs
}

func addAnswers(t *table, engine string, one, several *outcome) {
	n := float64(len(one.Took))
	t.add(engine, "p50", "ms", milliseconds(percentile(one.Took, 50)))
	t.add(engine, "p99", "ms", milliseconds(percentile(one.Took, 99)))
	t.add(engine, "processor time", "ms", milliseconds(one.CPU)/n)
	t.add(engine, "allocations", "", float64(one.Allocs)/n)
	t.add(engine, "answered", "%", 100*float64(one.Answered)/n)
	t.add(engine, "1 thread", "/s", rate(one))
	t.add(engine, "2 threads", "/s", rate(several))
	t.add(engine, "2 threads", "× 1", rate(several)/rate(one))
	t.add(engine, "p50 of 2 threads", "ms", milliseconds(percentile(several.Took, 50)))
	t.add(engine, "p99 of 2 threads", "ms", milliseconds(percentile(several.Took, 99)))
}

// rate is how many questions a second were answered.
func rate(o *outcome) float64 { return float64(len(o.Took)) / o.Wall.Seconds() }
