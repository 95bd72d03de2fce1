package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"verbatim/answer/bench/corpus"
)

// compare measures what the arguments say and prints a table for each measure as soon as it is there.
func compare(ctx context.Context, args []string) (err error) {
	o, err := parseOptions(args)
	if err != nil {
		return err
	}
	dir, drop, err := o.folder()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, drop()) }()
	out, err := o.output()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	c, err := o.comparison(ctx, dir)
	if err != nil {
		return err
	}
	fmt.Println(c)
	for _, m := range measures {
		wanted := slices.Contains(strings.Split(o.only, ","), m.name)
		if !wanted && m.name != loading {
			continue
		}
		measured := *c
		if !wanted {
			measured.rounds = 1 // for what it leaves
		}
		t := &table{name: m.name, engines: c.engines}
		if err := m.of(&measured, t); err != nil {
			return err
		}
		if len(t.figures) == 0 || !wanted {
			continue
		}
		if err := errors.Join(t.print(os.Stdout), t.write(out)); err != nil {
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

func (o options) output() (io.WriteCloser, error) {
	if o.out == "" {
		return os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	}
	return os.Create(o.out)
}

// comparison returns what is to be measured, with its articles and questions made up if they are not given.
func (o options) comparison(ctx context.Context, dir string) (*comparison, error) {
	c := &comparison{
		ctx: ctx, engines: strings.Split(o.engines, ","), dir: dir, adds: o.adds, rounds: o.rounds,
		say: func(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) },
	}
	if err := o.find(c); err != nil {
		return nil, err
	}
	for a, err := range corpus.Open(c.file) {
		if err != nil {
			return nil, err
		}
		c.articles++
		c.paragraphs += len(a.Paragraphs())
		c.bytes += int64(len(a.Text))
	}
	if c.articles == 0 || len(c.questions) == 0 {
		return nil, errors.New("there are no articles or no questions to measure with")
	}
	return c, c.claim()
}

// find sets the articles and the questions of a comparison.
func (o options) find(c *comparison) (err error) {
	if o.articles != "" {
		c.file = o.articles
		c.questions, err = corpus.Questions(o.questions, o.asks)
		return err
	}
	c.file = filepath.Join(c.dir, "articles.jsonl")
	made := corpus.Made{Seed: 1, Paragraphs: o.paragraphs}
	f, err := os.Create(c.file)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	n, err := made.Write(w, o.n, o.sentences)
	c.questions = made.Questions(o.asks, n)
	return errors.Join(err, w.Flush(), f.Close())
}

// claim notes in a folder which articles its databases hold, and refuses one that holds others.
func (c *comparison) claim() error {
	note := filepath.Join(c.dir, "articles.txt")
	ours := fmt.Sprintf("%d articles of %d bytes\n", c.articles, c.bytes)
	stands, err := os.ReadFile(note)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return os.WriteFile(note, []byte(ours), 0o600)
	case err == nil && string(stands) != ours:
		return fmt.Errorf("%s keeps databases of other articles: name another folder, or delete it", c.dir)
	}
	return err
}

// String tells what is measured, and on what.
func (c *comparison) String() string {
	gc := os.Getenv("GOGC")
	if gc == "" {
		gc = "100"
	}
	return fmt.Sprintf("%d articles, %d paragraphs, %.1f MB; %d questions; %s %s/%s, %d processors, GOGC=%s for all\n",
		c.articles, c.paragraphs, float64(c.bytes)/1e6, len(c.questions), runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), gc)
}
