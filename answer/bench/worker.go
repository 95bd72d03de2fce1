package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// worker is a process of its own that holds one engine, so that no engine's garbage or caches
// weigh on another. It does one task at a time.
type worker struct {
	engine string
	cmd    *exec.Cmd
	tasks  io.WriteCloser
	done   *json.Decoder
}

// task is what a worker is asked to do.
type task struct {
	Do        string   // a name of jobs
	File      string   `json:",omitempty"` // of articles
	Most      int      `json:",omitempty"` // articles to take of it; 0 for all
	Questions []string `json:",omitempty"`
	Threads   int      `json:",omitempty"`
}

// outcome is what a task took.
type outcome struct {
	Took     []time.Duration `json:",omitempty"` // of each question or article, in their order
	Beside   []time.Duration `json:",omitempty"` // of what was measured in turn with them
	All      time.Duration   // of the task as a whole
	Articles int             `json:",omitempty"`
	Bytes    int             `json:",omitempty"` // of text that was returned
	Allocs   float64         `json:",omitempty"` // heap allocations for each question
	Heap     uint64          `json:",omitempty"` // bytes of heap in use, after a collection
	Err      string          `json:",omitempty"`
}

// startWorker starts a process that opens an engine in a folder with its first task that needs it.
func startWorker(ctx context.Context, engine, dir string) (*worker, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, self, "-worker", engine, "-dir", dir)
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

// end has the worker close its engine, and returns the most bytes of memory that it held at once.
func (w *worker) end() (peak int64, err error) {
	w.tasks.Close()
	if err := w.cmd.Wait(); err != nil {
		return 0, fmt.Errorf("%s: %w", w.engine, err)
	}
	usage, ok := w.cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0, errors.New("this system does not tell how much memory a process took")
	}
	return int64(usage.Maxrss) << 10, nil
}
