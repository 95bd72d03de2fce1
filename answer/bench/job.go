package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// bench is a worker's side: its engine, once a task has needed it.
type bench struct {
	name, dir string
	engine    engine
}

// jobs are the tasks that a worker knows.
var jobs = map[string]func(*bench, context.Context, task) (outcome, error){
	"load": (*bench).load,
	"ask":  (*bench).ask,
}

// work does the tasks that it reads, until there are no more.
func work(ctx context.Context, name, dir string, tasks io.Reader, done io.Writer) error {
	b := &bench{name: name, dir: dir}
	in, out := json.NewDecoder(tasks), json.NewEncoder(done)
	for {
		var t task
		if err := in.Decode(&t); err == io.EOF {
			return b.close()
		} else if err != nil {
			return errors.Join(err, b.close())
		}
		o, err := b.do(ctx, t)
		if err != nil {
			o.Err = err.Error()
		}
		if err := out.Encode(o); err != nil {
			return errors.Join(err, b.close())
		}
	}
}

// do opens the engine, if that is still to be done, and does a task; both count.
func (b *bench) do(ctx context.Context, t task) (o outcome, err error) {
	start := time.Now()
	if b.engine == nil {
		if b.engine, err = engines[b.name](b.dir); err != nil {
			return o, err
		}
	}
	o, err = jobs[t.Do](b, ctx, t)
	o.All = time.Since(start)
	return o, err
}

func (b *bench) close() error {
	if b.engine == nil {
		return nil
	}
	return b.engine.close()
}

func (b *bench) load(ctx context.Context, t task) (o outcome, err error) {
	o.Articles, err = b.engine.load(ctx, t.File, t.Most)
	return o, err
}

// ask asks all questions of a task, several at a time where it has threads.
func (b *bench) ask(ctx context.Context, t task) (outcome, error) {
	o := outcome{Took: make([]time.Duration, len(t.Questions))}
	errs := make([]error, max(t.Threads, 1))
	var next, bytes atomic.Int64
	var threads sync.WaitGroup
	for thread := range errs {
		threads.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(t.Questions) && errs[thread] == nil; i = int(next.Add(1)) - 1 {
				var n int
				start := time.Now()
				n, errs[thread] = b.engine.ask(ctx, t.Questions[i])
				o.Took[i] = time.Since(start)
				bytes.Add(int64(n))
			}
		})
	}
	threads.Wait()
	o.Bytes = int(bytes.Load())
	return o, errors.Join(errs...)
}
