package main

import (
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"

	"verbatim/answer/bench/engine"
)

// options are what the command line says.
type options struct {
	articles, questions string // files; empty to make some up
	n, paragraphs       int    // of what is made up
	sentences           int    // as many of them at most; 0 sets no limit
	asks, adds, rounds  int
	engines, only       string
	before              string // a program
	dir, out            string
	short               bool
}

const usage = `bench measures Verbatim beside bleve and SQLite's FTS5: the same articles and questions, in turn,
each engine in a process of its own. It needs nothing, and takes some minutes and 500 MB of disk:

  go run . [flags]                     compares, on articles that it makes up or is given
  go run . grow [flags] > growth.tsv   measures Verbatim with more and more articles
  go run . plot growth.tsv growth.svg  draws that

A figure is the median of all rounds, with the least and the most. Its ratio to bleve's, or else to that
of the last engine, is taken within each round.

`

func parseOptions(args []string) (o options, err error) {
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.StringVar(&o.articles, "articles", "", "measure with the articles of this .jsonl `file`, {\"id\",\"title\",\"text\"} a line, and not with made-up ones")
	f.StringVar(&o.questions, "questions", "", "ask the questions of this `file`, one a line, plain or {\"question\"}")
	f.IntVar(&o.n, "n", 20_000, "make up so many articles")
	f.IntVar(&o.paragraphs, "paragraphs", 1, "make them of so many paragraphs")
	f.IntVar(&o.asks, "asks", 300, "ask so many questions, each once a round")
	f.IntVar(&o.adds, "adds", 1000, "add so many articles one at a time, over all rounds")
	f.IntVar(&o.rounds, "rounds", 5, "measure so often, but begin no round after two minutes")
	f.StringVar(&o.engines, "engines", strings.Join(engine.Names, ","), "measure these `engines`")
	f.StringVar(&o.before, "before", "", "measure the Verbatim of this `program` too, which is bench as it was built before a change")
	f.StringVar(&o.only, "only", strings.Join(measureNames(), ","), "measure these `things`: what a load takes, an answer, the first answer of a process, an article added alone, and a reader while a load is at work")
	f.StringVar(&o.dir, "dir", "", "keep the databases in this `folder`, and use those that stand there; without it nothing is kept")
	f.StringVar(&o.out, "o", "", "write the figures to this `file` too, one JSON object a line")
	f.BoolVar(&o.short, "short", false, "measure little, to see that it works: 2,000 articles, 100 questions, 100 adds, 2 rounds")
	f.Usage = func() {
		fmt.Fprint(f.Output(), usage)
		f.PrintDefaults()
	}
	if err := f.Parse(args); err != nil {
		return o, err
	}
	if o.short {
		o.n, o.asks, o.adds, o.rounds = min(o.n, 2000), min(o.asks, 100), min(o.adds, 100), min(o.rounds, 2)
	}
	return o, o.check(f.Args())
}

func (o options) check(rest []string) error {
	switch {
	case len(rest) > 0:
		return fmt.Errorf("what is %q? Flags say all; see -h", rest[0])
	case (o.articles == "") != (o.questions == ""):
		return errors.New("-articles and -questions go together: made-up questions find nothing in given articles")
	case min(o.n, o.paragraphs, o.asks, o.adds, o.rounds) < 1:
		return errors.New("-n, -paragraphs, -asks, -adds and -rounds are 1 at least")
	}
	for _, e := range strings.Split(o.engines, ",") {
		if !slices.Contains(engine.Names, e) {
			return fmt.Errorf("there is no engine %q: -engines chooses of %s", e, strings.Join(engine.Names, ", "))
		}
	}
	for _, m := range strings.Split(o.only, ",") {
		if !slices.Contains(measureNames(), m) {
			return fmt.Errorf("there is no measure %q: -only chooses of %s", m, strings.Join(measureNames(), ", "))
		}
	}
	return nil
}

func measureNames() []string {
	var names []string
	for _, m := range measures {
		names = append(names, m.name)
	}
	return names
}
