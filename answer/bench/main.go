// Command bench compares Verbatim with bleve and with SQLite's FTS5.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

var (
	workerOf  = flag.String("worker", "", "")
	dir       = flag.String("dir", "", "keep the databases in this folder, and use those that stand there")
	articles  = flag.String("articles", "", "file of articles")
	questions = flag.String("questions", "", "file of questions")
	asks      = flag.Int("asks", 500, "questions to ask")
	rounds    = flag.Int("rounds", 5, "times that each question is asked")
	names     = flag.String("engines", "verbatim,bleve,fts5", "the engines")
)

func run(ctx context.Context) error {
	flag.Parse()
	if *workerOf != "" {
		return work(ctx, *workerOf, *dir, os.Stdin, os.Stdout)
	}
	qs, err := questionsOf(*questions, *asks)
	if err != nil {
		return err
	}
	list := strings.Split(*names, ",")
	ws := map[string]*worker{}
	for _, n := range list {
		d := filepath.Join(*dir, n)
		_, err := os.Stat(d)
		built := err == nil
		if err := os.MkdirAll(d, 0o700); err != nil {
			return err
		}
		w, err := startWorker(ctx, n, d)
		if err != nil {
			return err
		}
		if !built {
			o, err := w.do(task{Do: "load", File: *articles})
			if err != nil {
				return err
			}
			peak, err := w.end()
			if err != nil {
				return err
			}
			fmt.Printf("%-9s load %d articles %.1fs, peak %d MiB\n", n, o.Articles, o.All.Seconds(), peak>>20)
			if w, err = startWorker(ctx, n, d); err != nil {
				return err
			}
		}
		ws[n] = w
	}
	for _, threads := range []int{1, 2} {
		took := map[string][]time.Duration{}
		wall := map[string]time.Duration{}
		p50s, p99s := map[string][]time.Duration{}, map[string][]time.Duration{}
		for r := range *rounds + 1 {
			one := map[string][]time.Duration{}
			for at := 0; at < len(qs); at += 50 {
				for _, n := range list {
					o, err := ws[n].do(task{Do: "ask", Questions: qs[at:min(at+50, len(qs))], Threads: threads})
					if err != nil {
						return err
					}
					if r > 0 {
						one[n] = append(one[n], o.Took...)
						wall[n] += o.All
					}
				}
			}
			for n, t := range one {
				took[n] = append(took[n], t...)
				p50s[n] = append(p50s[n], percentile(t, 50))
				p99s[n] = append(p99s[n], percentile(t, 99))
			}
		}
		b50, b99 := percentile(took["bleve"], 50), percentile(took["bleve"], 99)
		for _, n := range list {
			p50, p99 := percentile(took[n], 50), percentile(took[n], 99)
			fmt.Printf("%-9s threads %d p50 %8.3f ms (x %.3f of bleve; rounds %.3f-%.3f)  p99 %8.3f ms (x %.3f; %.3f-%.3f)  %.0f q/s\n", n, threads,
				p50.Seconds()*1e3, ratio(p50, b50), percentile(p50s[n], 0).Seconds()*1e3, percentile(p50s[n], 100).Seconds()*1e3,
				p99.Seconds()*1e3, ratio(p99, b99), percentile(p99s[n], 0).Seconds()*1e3, percentile(p99s[n], 100).Seconds()*1e3,
				float64(len(took[n]))/wall[n].Seconds())
		}
	}
	for _, w := range ws {
		if _, err := w.end(); err != nil {
			return err
		}
	}
	return nil
}

func ratio(a, b time.Duration) float64 { return float64(a) / float64(max(b, 1)) }
