package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"verbatim/answer/bench/corpus"
)

// comparison returns what is to be measured, with its articles and questions made up if they are not given.
func (o options) comparison(dir string) (*comparison, error) {
	c := &comparison{engines: strings.Split(o.engines, ","), dir: dir, adds: o.adds, before: o.before}
	if c.before != "" {
		c.engines = append(c.engines, before)
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
