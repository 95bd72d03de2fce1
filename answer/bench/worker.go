package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

// worker is a process of its own that holds one engine, so that no engine's garbage, caches and
// threads weigh on another. It does one task at a time, with the garbage collector's settings of
// this process.
type worker struct {
	engine string
	cmd    *exec.Cmd
	tasks  io.WriteCloser
	done   *json.Decoder
}

// task is what a worker is asked to do.
type task struct {
	Do        string   // the name of one of jobs
	File      string   `json:",omitempty"` // of articles
	Most      int      `json:",omitempty"` // articles to take of it; 0 means all
	Questions []string `json:",omitempty"`
	Threads   int      `json:",omitempty"` // each asks all of the questions; 0 means one
}

// outcome is what a task took. The engine is opened by the first task, and that counts.
type outcome struct {
	Took     []time.Duration `json:",omitempty"` // of each question or article
	Commits  []time.Duration `json:",omitempty"` // of a key, as many times as articles were added
	Wall     time.Duration   // of the whole task
	CPU      time.Duration   // of all threads
	Answered int             `json:",omitempty"` // questions with an answer
	Loaded   int             `json:",omitempty"` // articles
	Allocs   uint64          // on the heap
	Heap     uint64          // bytes of it that are taken at the end
	Peak     int64           // bytes of memory that the process held at most so far, mapped files included
	Err      string          `json:",omitempty"`
}

// workerCommand is the argument that makes a process a worker; the engine and its folder follow.
const workerCommand = "worker"

// startWorker starts a worker for an engine in a folder that it has for itself.
func (c *comparison) startWorker(ctx context.Context, engine, dir string) (*worker, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	holds := engine
	if engine == before {
		program, holds = c.before, verbatim
	}
	cmd := exec.CommandContext(ctx, program, workerCommand, holds, dir)
	cmd.Stderr = os.Stderr
	tasks, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	done, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	return &worker{engine, cmd, tasks, json.NewDecoder(done)}, cmd.Start()
}

// do waits until the worker has done a task.
func (w *worker) do(t task) (o outcome, err error) {
	if err := json.NewEncoder(w.tasks).Encode(t); err != nil {
		return o, fmt.Errorf("%s: %s: %w", w.engine, t.Do, err)
	}
	if err := w.done.Decode(&o); err != nil {
		return o, fmt.Errorf("%s ended during %s: %w", w.engine, t.Do, err)
	}
	if o.Err != "" {
		return o, fmt.Errorf("%s: %s: %s", w.engine, t.Do, o.Err)
	}
	return o, nil
}

// end has the worker close its engine and end.
func (w *worker) end() error {
	w.tasks.Close()
	if err := w.cmd.Wait(); err != nil {
		return fmt.Errorf("%s: %w", w.engine, err)
	}
	return nil
}

// crew is a worker for each engine.
type crew []*worker

// each gives all workers the same task in turn, and says what each made of it.
func (c crew) each(t task, took func(engine string, o outcome)) error {
	for _, w := range c {
		o, err := w.do(t)
		if err != nil {
			return err
		}
		took(w.engine, o)
	}
	return nil
}

func (c crew) end() error {
	var errs []error
	for _, w := range c {
		errs = append(errs, w.end())
	}
	return errors.Join(errs...)
}
