package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime/metrics"
	"syscall"
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
	return o, err
}

func (b *bench) close() error {
	var errs []error
	if b.adding != nil {
		errs = append(errs, b.adding.close())
	}
	if b.engine != nil {
		errs = append(errs, b.engine.Close())
	}
	return errors.Join(errs...)
}

// cpuTime returns what all threads of this process have computed.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// heap is how the heap stands: what is taken of it and not collected yet, and all allocations so far.
type heap struct{ bytes, allocs uint64 }

func readHeap() heap {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/gc/heap/allocs:objects"}}
	metrics.Read(s)
	return heap{s[0].Value.Uint64(), s[1].Value.Uint64()}
}
