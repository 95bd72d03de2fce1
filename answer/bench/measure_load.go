package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// load measures how long it takes to load all articles. What it leaves is what the others
// measure; what stands there from another run is not loaded again.
func (c *comparison) load(ctx context.Context, t *table) error {
	var missing []string
	for _, e := range c.engines {
		if _, err := os.Stat(c.folder(e)); err == nil {
			progress("load: %s is used as it stands in %s", e, c.dir)
		} else {
			missing = append(missing, e)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return c.inRounds("load", func(int) error {
		for _, e := range missing {
			if err := c.loadOnce(ctx, e, t); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *comparison) loadOnce(ctx context.Context, engine string, t *table) error {
	fresh := c.folder(engine) + ".new"
	o, err := c.loadInto(ctx, fresh, engine, 0)
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
func (c *comparison) loadInto(ctx context.Context, dir, engine string, most int) (o outcome, err error) {
	if err := errors.Join(os.RemoveAll(dir), os.MkdirAll(dir, 0o700)); err != nil {
		return o, err
	}
	w, err := c.startWorker(ctx, engine, dir)
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
