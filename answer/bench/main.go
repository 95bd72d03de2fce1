// Command bench measures Verbatim beside bleve and SQLite's FTS5: the same articles and
// questions, in turn, in one run.
//
//	go run .                                  on articles that it makes up
//	go run . -articles A.jsonl -questions Q   on given ones
//	go run . grow > growth.tsv                what an answer costs as the articles grow
//	go run . plot growth.tsv growth.svg       draws that
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, os.Args[1:])
	if ctx.Err() != nil {
		err = errors.New("interrupted")
	}
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run does what the first argument names, or compares.
func run(ctx context.Context, args []string) error {
	var command string
	if len(args) > 0 {
		command = args[0]
	}
	switch {
	case command == workerCommand && len(args) == 3:
		return work(ctx, args[1], args[2], os.Stdin, os.Stdout)
	case command == "grow":
		return grow(ctx, args[1:])
	case command == "plot" && len(args) == 3:
		return drawGrowth(args[1], args[2])
	case command == "plot":
		return errors.New("plot takes two files: what grow wrote, and the .svg to draw")
	}
	return compare(ctx, args)
}
