package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"
)

// table is what one measure shows, figure by figure.
type table struct {
	name    string
	engines []string
	figures []*figure
}

// figure is one number of each engine, as each round showed it.
type figure struct {
	name, unit string
	rounds     map[string][]float64 // by engine
}

// base returns the engine that the others' ratios are to: bleve, or else the last.
func (t *table) base() string {
	if slices.Contains(t.engines, bleve) {
		return bleve
	}
	return t.engines[len(t.engines)-1]
}

// add notes what a round showed.
func (t *table) add(engine, name, unit string, value float64) {
	i := slices.IndexFunc(t.figures, func(f *figure) bool { return f.name == name && f.unit == unit })
	if i < 0 {
		i = len(t.figures)
		t.figures = append(t.figures, &figure{name, unit, map[string][]float64{}})
	}
	rounds := t.figures[i].rounds
	rounds[engine] = append(rounds[engine], value)
}

// spread is the median of some rounds, and the least and the most.
type spread struct {
	Median float64 `json:"median"`
	Least  float64 `json:"least"`
	Most   float64 `json:"most"`
}

func spreadOf(rounds []float64) spread {
	if len(rounds) == 0 {
		return spread{}
	}
	sorted := slices.Sorted(slices.Values(rounds))
	return spread{(sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2, sorted[0], sorted[len(sorted)-1]}
}

// line is a figure of an engine. Ratios are taken within each round, which a machine that
// grows slower meanwhile does not change.
type line struct {
	Measure string  `json:"measure"`
	Figure  string  `json:"figure"`
	Unit    string  `json:"unit,omitempty"`
	Engine  string  `json:"engine"`
	Rounds  int     `json:"rounds"`
	Value   spread  `json:"value"`
	Ratio   *spread `json:"ratio,omitempty"` // to the base
}

// lines returns the lines of a table, the engines of each figure together.
func (t *table) lines() []line {
	var all []line
	for _, f := range t.figures {
		for _, e := range t.engines {
			rounds := f.rounds[e]
			if len(rounds) == 0 {
				continue
			}
			l := line{Measure: t.name, Figure: f.name, Unit: f.unit, Engine: e, Rounds: len(rounds), Value: spreadOf(rounds)}
			if ratios := ratiosOf(rounds, f.rounds[t.base()]); e != t.base() && ratios != nil {
				r := spreadOf(ratios)
				l.Ratio = &r
			}
			all = append(all, l)
		}
	}
	return all
}

// ratiosOf returns a/b round by round, nil where that cannot be told.
func ratiosOf(a, b []float64) []float64 {
	if len(a) != len(b) || slices.Contains(b, 0) {
		return nil
	}
	ratios := make([]float64, len(a))
	for i := range a {
		ratios[i] = a[i] / b[i]
	}
	return ratios
}

// print writes a table for people.
func (t *table) print(w io.Writer) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(out, "%s\t\tmedian\tleast\tmost\t× %s\tleast\tmost\t\n", t.name, t.base())
	last := ""
	for _, l := range t.lines() {
		name := l.Figure
		if l.Unit != "" {
			name += ", " + l.Unit
		}
		if name == last {
			name = ""
		} else {
			last = name
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t", name, l.Engine, l.Value)
		if l.Ratio != nil {
			fmt.Fprintf(out, "%s\t", *l.Ratio)
		} else {
			fmt.Fprint(out, "\t\t\t")
		}
		fmt.Fprintln(out)
	}
	fmt.Fprintln(out)
	return out.Flush()
}

func (s spread) String() string {
	return fmt.Sprintf("%s\t%s\t%s", short(s.Median), short(s.Least), short(s.Most))
}

// short writes a number with three digits that count.
func short(v float64) string {
	switch {
	case v == 0:
		return "0"
	case v >= 100:
		return fmt.Sprintf("%.0f", v)
	}
	return fmt.Sprintf("%.3g", v)
}

// write writes a table for programs, one JSON object a line.
func (t *table) write(w io.Writer) error {
	out := json.NewEncoder(w)
	for _, l := range t.lines() {
		if err := out.Encode(l); err != nil {
			return err
		}
	}
	return nil
}

// percentile returns the time below which p per cent of times are; 0 of none.
func percentile(times []time.Duration, p int) time.Duration {
	if len(times) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(times))
	return sorted[min(len(sorted)*p/100, len(sorted)-1)]
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func mebibytes[N int64 | uint64](n N) float64 { return float64(n) / (1 << 20) }
