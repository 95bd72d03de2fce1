package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// compare measures what the arguments say and prints a table for each measure as soon as it is there.
func compare(ctx context.Context, args []string) (err error) {
	o, err := parseOptions(args)
	if err != nil {
		return err
	}
	out, err := o.output()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	return o.measure(ctx, func(t *table) error {
		return errors.Join(t.print(os.Stdout), t.write(out))
	})
}

func (o options) output() (io.WriteCloser, error) {
	if o.out == "" {
		return os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	}
	return os.Create(o.out)
}

// measure takes the measures that the options choose and shows each once it is there.
func (o options) measure(ctx context.Context, show func(*table) error) (err error) {
	dir, drop, err := o.folder()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, drop()) }()
	c, err := o.comparison(dir)
	if err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, c)
	for _, m := range measures {
		wanted := slices.Contains(strings.Split(o.only, ","), m.name)
		if !wanted && m.name != loading {
			continue
		}
		t := &table{name: m.name, engines: c.engines}
		if c.rounds = o.rounds; !wanted {
			c.rounds = 1 // for the databases that it leaves
		}
		if err := m.of(c, ctx, t); err != nil {
			return err
		}
		if !wanted || len(t.figures) == 0 {
			continue
		}
		if err := show(t); err != nil {
			return err
		}
	}
	return nil
}

// folder returns where the databases go, and what to call when all is done.
func (o options) folder() (dir string, drop func() error, err error) {
	if o.dir != "" {
		return o.dir, func() error { return nil }, os.MkdirAll(o.dir, 0o700)
	}
	dir, err = os.MkdirTemp("", "bench-")
	return dir, func() error { return os.RemoveAll(dir) }, err
}
