package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The workers of a comparison are this program again, which in a test is the test's.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == workerCommand {
		main()
		return
	}
	os.Exit(m.Run())
}

func TestEveryMeasureIsTakenOfEveryEngine(t *testing.T) {
	quiet(t)
	dir := t.TempDir()
	out := filepath.Join(dir, "out.jsonl")
	databases := filepath.Join(dir, "databases")
	args := []string{"-n", "40", "-paragraphs", "2", "-asks", "6", "-adds", "4", "-rounds", "1", "-dir", databases, "-o", out}
	if err := run(context.Background(), args); err != nil {
		t.Fatal(err)
	}
	seen := figuresIn(t, out)
	for _, measure := range measureNames() {
		for _, engine := range []string{"verbatim", "bleve", "fts5"} {
			if seen[measure+" "+engine] == 0 {
				t.Errorf("%s: nothing was measured of %s", measure, engine)
			}
		}
	}
	if left, _ := filepath.Glob(filepath.Join(databases, "*.*")); len(left) != 2 {
		t.Errorf("beside the databases there are %v, want the articles and a note of them", left)
	}
}

// mayBeNone are figures that can be 0: allocations are counted by the runtime some at a time, so of few not always any.
var mayBeNone = []string{"answered", "allocations"}

// figuresIn counts the figures of each measure and engine, all others of which have a value.
func figuresIn(t *testing.T, path string) map[string]int {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	seen := map[string]int{}
	for lines := json.NewDecoder(f); lines.More(); {
		var l line
		if err := lines.Decode(&l); err != nil {
			t.Fatal(err)
		}
		if seen[l.Measure+" "+l.Engine]++; l.Value.Median <= 0 && !slices.Contains(mayBeNone, l.Figure) {
			t.Errorf("%+v has no value", l)
		}
	}
	return seen
}

func TestDatabasesThatStandThereAreOfTheSameArticles(t *testing.T) {
	quiet(t)
	args := []string{"-engines", "verbatim", "-only", "answer", "-asks", "2", "-rounds", "1", "-dir", t.TempDir()}
	if err := run(context.Background(), append(args, "-n", "20")); err != nil {
		t.Fatal(err)
	}
	if err := run(context.Background(), append(args, "-n", "20")); err != nil {
		t.Errorf("again: %v", err)
	}
	if err := run(context.Background(), append(args, "-n", "21")); err == nil || !strings.Contains(err.Error(), "other articles") {
		t.Errorf("with others: %v", err)
	}
}

func TestWrongUsageIsSaidInALine(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-articles", "a.jsonl"}, "-questions"},
		{[]string{"-engines", "grep"}, "bleve"},
		{[]string{"-only", "everything"}, "reader"},
		{[]string{"-rounds", "0"}, "-rounds"},
		{[]string{"fast"}, "fast"},
		{[]string{"grow", "-engines", ""}, "verbatim"},
		{[]string{"plot", "growth.tsv"}, "two files"},
	} {
		err := run(context.Background(), c.args)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%v: %v, want a line with %q", c.args, err, c.want)
		}
	}
}

func TestGrowthIsMeasuredAndDrawn(t *testing.T) {
	dir := t.TempDir()
	table, svg := filepath.Join(dir, "growth.tsv"), filepath.Join(dir, "growth.svg")
	out, err := os.Create(table)
	if err != nil {
		t.Fatal(err)
	}
	quiet(t)
	os.Stdout = out
	if err := run(context.Background(), []string{"grow", "-max", "1000", "-asks", "4", "-rounds", "1"}); err != nil {
		t.Fatal(err)
	}
	if err := run(context.Background(), []string{"plot", table, svg}); err != nil {
		t.Fatal(err)
	}
	drawn, err := os.ReadFile(svg)
	if err != nil || !strings.Contains(string(drawn), "p99") {
		t.Errorf("%v, %.200s", err, drawn)
	}
}

// quiet keeps what a run prints out of the test's output.
func quiet(t *testing.T) {
	t.Helper()
	out, err := os.Stdout, os.Stderr
	null, failed := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if failed != nil {
		t.Fatal(failed)
	}
	os.Stdout, os.Stderr = null, null
	t.Cleanup(func() {
		os.Stdout, os.Stderr = out, err
		null.Close()
	})
}
