package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
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
	ctx        context.Context
	engines    []string
	dir        string // has a folder for each engine
	file       string // of the articles
	articles   int
	paragraphs int
	bytes      int64 // of their texts
	questions  []string
	adds       int // articles that are added one at a time, in all
	rounds     int
	say        func(format string, args ...any) // tells how far it is
}

// loading is the measure whose databases the others need.
const loading = "load"

// measures are all that can be measured, in the order in which they are.
var measures = []struct {
	name string
	of   func(*comparison, *table) error
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
			c.say("%s: %d rounds took long enough", what, r)
			return nil
		}
		c.say("%s: round %d of %d", what, r+1, c.rounds)
		if err := round(r); err != nil {
			return err
		}
	}
	return nil
}

// folder is where an engine keeps all articles.
func (c *comparison) folder(engine string) string { return filepath.Join(c.dir, engine) }

// crew starts a worker for each engine, in the folder that at names.
func (c *comparison) crew(at func(engine string) string) (crew, error) {
	var all crew
	for _, e := range c.engines {
		w, err := startWorker(c.ctx, e, at(e))
		if err != nil {
			return nil, errors.Join(err, all.end())
		}
		all = append(all, w)
	}
	return all, nil
}

// load measures how long it takes to load all articles. What it leaves is what the others
// measure; what stands there from another run is not loaded again.
func (c *comparison) load(t *table) error {
	var missing []string
	for _, e := range c.engines {
		if _, err := os.Stat(c.folder(e)); err == nil {
			c.say("load: %s is used as it stands in %s", e, c.dir)
		} else {
			missing = append(missing, e)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return c.inRounds("load", func(int) error {
		for _, e := range missing {
			if err := c.loadOnce(e, t); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *comparison) loadOnce(engine string, t *table) error {
	fresh := c.folder(engine) + ".new"
	o, err := c.loadInto(fresh, engine, 0)
	if err != nil {
		return err
	}
	size, err := folderSize(fresh)
	if err != nil {
		return err
	}
	t.add(engine, "time", "s", o.Wall.Seconds())
	t.add(engine, "processor time", "s", o.CPU.Seconds())
	t.add(engine, "text", "MB/s", float64(c.bytes)/1e6/o.Wall.Seconds())
	t.add(engine, "peak memory", "MiB", mebibytes(o.Peak))
	t.add(engine, "files", "× text", float64(size)/float64(c.bytes))
	if err := os.RemoveAll(c.folder(engine)); err != nil {
		return err
	}
	return os.Rename(fresh, c.folder(engine))
}

// loadInto has a worker of its own load the first articles, 0 for all, into an empty folder. What
// the engine still does when it is closed counts for its memory, not for its time: all is on disk before.
func (c *comparison) loadInto(dir, engine string, most int) (o outcome, err error) {
	if err := errors.Join(os.RemoveAll(dir), os.MkdirAll(dir, 0o700)); err != nil {
		return o, err
	}
	w, err := startWorker(c.ctx, engine, dir)
	if err != nil {
		return o, err
	}
	defer func() { err = errors.Join(err, w.end()) }()
	if o, err = w.do(task{Do: "load", File: c.file, Most: most}); err != nil {
		return o, err
	}
	closed, err := w.do(task{Do: "close"})
	o.Peak = closed.Peak
	return o, err
}

func folderSize(dir string) (size int64, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return fmt.Errorf("size of %s: %w", path, err)
		}
		size += info.Size()
		return nil
	})
	return size, err
}
