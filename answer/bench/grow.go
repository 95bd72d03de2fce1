package main

import (
	"context"
	"flag"
	"fmt"
	"math"
	"strings"

	"verbatim/answer/bench/engine"
)

const (
	fewSentences = 1000 // the least that growth is measured with; each step has ten times as many
	grownArticle = 20   // paragraphs of an article, as in a newspaper
)

// grow measures made-up articles of more and more sentences, and writes a table of what the
// measures show to standard output, its columns between tabs.
func grow(ctx context.Context, args []string) error {
	f := flag.NewFlagSet("bench grow", flag.ContinueOnError)
	most := f.Int("max", 1_000_000, "go up to so many `sentences`, from 1,000 on ten times as many each step; a million take some 600 MB of disk")
	engines := f.String("engines", "verbatim", "measure these `engines` of "+strings.Join(engine.Names, ", "))
	asks := f.Int("asks", 300, "ask so many questions, each once a round")
	rounds := f.Int("rounds", 3, "measure so often, but begin no round after two minutes")
	if err := f.Parse(args); err != nil {
		return err
	}
	o := options{n: math.MaxInt, paragraphs: grownArticle, asks: *asks, adds: 1, rounds: *rounds, engines: *engines, only: "load,answer,start"}
	if err := o.check(f.Args()); err != nil {
		return err
	}
	fmt.Println(strings.Join(growthColumns, "\t"))
	for o.sentences = fewSentences; o.sentences <= *most; o.sentences *= 10 {
		err := o.measure(ctx, func(t *table) error {
			for _, l := range t.lines() {
				fmt.Println(growth{o.sentences, l})
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
