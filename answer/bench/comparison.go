package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// patience is how long a measure begins new rounds.
const patience = 2 * time.Minute

// comparison is what is measured: some engines, which keep the same articles and are asked the
// same questions. In every round each has its turn, or a turn for each slice of the questions, so
// that what slows the machine down for a while comes to all.
type comparison struct {
	engines    []string
	before     string // the program of the engine of that name, if it takes part
	dir        string // has a folder for each engine
	file       string // of the articles
	articles   int
	paragraphs int
	bytes      int64 // of their texts
	questions  []string
	adds       int // articles that are added one at a time, in all
	rounds     int
}

// Engines of which more is said than that they take part.
const (
	verbatim = "verbatim"
	bleve    = "bleve"  // what the others are compared with, if it takes part
	before   = "before" // the Verbatim of another build of this program
)

// loading is the measure whose databases the others need.
const loading = "load"

// measures are all that can be measured, in the order in which they are.
var measures = []struct {
	name string
	of   func(*comparison, context.Context, *table) error
}{
	{loading, (*comparison).load},
	{"answer", (*comparison).answer},
	{"start", (*comparison).start},
	{"add", (*comparison).add},
	{"reader", (*comparison).reader},
}

// inRounds calls round as often as there are rounds, and at least once.
func (c *comparison) inRounds(what string, round func(r int) error) error {
	start := time.Now()
	for r := range c.rounds {
		if r > 0 && time.Since(start) > patience {
			progress("%s: %d rounds took long enough", what, r)
			return nil
		}
		progress("%s: round %d of %d", what, r+1, c.rounds)
		if err := round(r); err != nil {
			return err
		}
	}
	return nil
}

// folder is where an engine keeps all articles.
func (c *comparison) folder(engine string) string { return filepath.Join(c.dir, engine) }

// crew starts a worker for each engine, in the folder that at names.
func (c *comparison) crew(ctx context.Context, at func(engine string) string) (crew, error) {
	var all crew
	for _, e := range c.engines {
		w, err := c.startWorker(ctx, e, at(e))
		if err != nil {
			return nil, errors.Join(err, all.end())
		}
		all = append(all, w)
	}
	return all, nil
}

// progress tells how far a run is.
func progress(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
