package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"verbatim/answer/bench/engine"
)

// bench is the worker's side of a worker.
type bench struct {
	name, dir string
	engine    engine.Engine // once a task has needed it
	adding    *adding       // once articles were added
	loads     int           // that were at work while questions were asked
}

// jobs are the tasks that a worker knows.
var jobs = map[string]func(*bench, context.Context, task) (outcome, error){
	"load":     (*bench).load,
	"ask":      (*bench).ask,
	"add":      (*bench).add,
	"ask+load": (*bench).askDuringLoad,
	"close":    (*bench).shut,
}

// work does the tasks that it reads, until there are no more.
func work(ctx context.Context, name, dir string, tasks io.Reader, done io.Writer) (err error) {
	b := &bench{name: name, dir: dir}
	defer func() { err = errors.Join(err, b.close()) }()
	in, out := json.NewDecoder(tasks), json.NewEncoder(done)
	for {
		var t task
		if err := in.Decode(&t); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		o, err := b.do(ctx, t)
		if err != nil {
			o.Err = err.Error()
		}
		if err := out.Encode(o); err != nil {
			return err
		}
	}
}

// do does a task and says what it took.
func (b *bench) do(ctx context.Context, t task) (o outcome, err error) {
	job, ok := jobs[t.Do]
	if !ok {
		return o, fmt.Errorf("there is no such task")
	}
	start, cpu, heap := time.Now(), cpuTime(), readHeap()
	if b.engine == nil {
		if b.engine, err = engine.Open(b.name, b.dir); err != nil {
			return o, err
		}
	}
	o, err = job(b, ctx, t)
	now := readHeap()
	o.Wall, o.CPU, o.Allocs, o.Heap = time.Since(start), cpuTime()-cpu, now.allocs-heap.allocs, now.bytes
	o.Peak = peakMemory()
	return o, err
}

// shut closes the engine; the next task opens it again.
func (b *bench) shut(context.Context, task) (outcome, error) { return outcome{}, b.close() }

func (b *bench) close() error {
	var errs []error
	if b.adding != nil {
		errs = append(errs, b.adding.close())
		b.adding = nil
	}
	if b.engine != nil {
		errs = append(errs, b.engine.Close())
		b.engine = nil
	}
	return errors.Join(errs...)
}
