package main

import (
	"context"
	"fmt"
	"time"
)

// reader measures what a load at work in the same process costs who asks, against quiet. Between
// the two merges have a moment to end.
func (c *comparison) reader(ctx context.Context, t *table) error {
	return c.onScratch(ctx, c.copyTo, func(crew crew) error {
		if err := crew.each(task{Do: "ask", Questions: c.questions}, func(string, outcome) {}); err != nil {
			return err
		}
		return c.inRounds("reader", func(int) error {
			for _, w := range crew {
				quiet, err := w.do(task{Do: "ask", Questions: c.questions})
				if err != nil {
					return err
				}
				busy, err := w.do(task{Do: "ask+load", Questions: c.questions, File: c.file})
				if err != nil {
					return err
				}
				addReader(t, w.engine, quiet, busy)
				time.Sleep(time.Second)
			}
			return nil
		})
	})
}

func addReader(t *table, engine string, quiet, busy outcome) {
	for _, p := range []int{50, 99} {
		q, b := percentile(quiet.Took, p), percentile(busy.Took, p)
		t.add(engine, fmt.Sprintf("p%d, quiet", p), "ms", milliseconds(q))
		t.add(engine, fmt.Sprintf("p%d, load at work", p), "ms", milliseconds(b))
		t.add(engine, fmt.Sprintf("p%d, load at work", p), "× quiet", float64(b)/float64(max(q, 1)))
	}
	t.add(engine, "articles loaded meanwhile", "/s", float64(busy.Loaded)/busy.Wall.Seconds())
}
