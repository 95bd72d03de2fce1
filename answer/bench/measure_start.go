package main

import (
	"context"
	"errors"
	"time"
)

// start measures what it takes to open what stands on the disk, and is cached, and to answer one question.
func (c *comparison) start(ctx context.Context, t *table) error {
	return c.inRounds("start", func(r int) error {
		for _, e := range c.engines {
			begin := time.Now()
			w, err := c.startWorker(ctx, e, c.folder(e))
			if err != nil {
				return err
			}
			o, err := w.do(task{Do: "ask", Questions: c.questions[r%len(c.questions):][:1]})
			whole := time.Since(begin)
			if err := errors.Join(err, w.end()); err != nil {
				return err
			}
			t.add(e, "open and first answer", "ms", milliseconds(o.Wall))
			t.add(e, "with the process", "ms", milliseconds(whole))
			t.add(e, "heap then", "MiB", mebibytes(o.Heap))
			t.add(e, "peak memory", "MiB", mebibytes(o.Peak))
		}
		return nil
	})
}
