package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"verbatim/answer/bench/plot"
)

// growth is a line of what was measured with so many sentences.
type growth struct {
	sentences int
	line
}

var growthColumns = []string{"sentences", "engine", "measure", "figure", "unit", "median", "least", "most"}

func (g growth) String() string {
	v := g.Value
	return fmt.Sprintf("%d\t%s\t%s\t%s\t%s\t%.5g\t%.5g\t%.5g", g.sentences, g.Engine, g.Measure, g.Figure, g.Unit, v.Median, v.Least, v.Most)
}

// readGrowth reads a table that grow wrote.
func readGrowth(r io.Reader) (all []growth, err error) {
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		fields := strings.Split(lines.Text(), "\t")
		if n == 1 && slices.Equal(fields, growthColumns) {
			continue
		}
		g, err := parseGrowth(fields)
		if err != nil {
			return nil, fmt.Errorf("line %d is not one of a table that grow wrote: %w", n, err)
		}
		all = append(all, g)
	}
	return all, lines.Err()
}

func parseGrowth(fields []string) (g growth, err error) {
	if len(fields) != len(growthColumns) {
		return g, fmt.Errorf("it has %d columns, not %d", len(fields), len(growthColumns))
	}
	g.Engine, g.Measure, g.Figure, g.Unit = fields[1], fields[2], fields[3], fields[4]
	g.sentences, err = strconv.Atoi(fields[0])
	for i, v := range []*float64{&g.Value.Median, &g.Value.Least, &g.Value.Most} {
		number, wrong := strconv.ParseFloat(fields[5+i], 64)
		*v, err = number, errors.Join(err, wrong)
	}
	return g, err
}

// panels are what is drawn of growth: each line is a figure of a measure, under a shorter name.
var panels = []struct {
	title string
	lines []curve
}{
	{"Time to an answer, ms", []curve{
		{"answer", "p50", "ms", "p50"},
		{"answer", "p99", "ms", "p99"},
		{"start", "open and first answer", "ms", "first"},
	}},
	{"Memory, MiB", []curve{
		{"load", "peak memory", "MiB", "loading"},
		{"start", "heap then", "MiB", "asking"},
	}},
	{"Files, × the text", []curve{{"load", "files", "× text", "files"}}},
	{"Load, MB of text a second", []curve{{"load", "text", "MB/s", "load"}}},
}

type curve struct{ measure, figure, unit, name string }

// drawGrowth draws a table that grow wrote, from one file into another.
func drawGrowth(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	all, err := readGrowth(in)
	if err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	return errors.Join(plot.Write(out, panelsOf(all), "sentences"), out.Close())
}

// panelsOf returns the panels of growth. Where there are several engines each has a colour, and
// lines have their names too.
func panelsOf(all []growth) []plot.Panel {
	var engines []string
	for _, g := range all {
		if !slices.Contains(engines, g.Engine) {
			engines = append(engines, g.Engine)
		}
	}
	var drawn []plot.Panel
	for _, p := range panels {
		panel := plot.Panel{Title: p.title}
		for i, c := range p.lines {
			for j, e := range engines {
				line := plot.Line{Name: c.name, Colour: i, Points: c.pointsOf(all, e)}
				if len(engines) > 1 {
					line.Name, line.Colour, line.Dash = e+" "+c.name, j, i
				}
				panel.Lines = append(panel.Lines, line)
			}
		}
		drawn = append(drawn, panel)
	}
	return drawn
}

func (c curve) pointsOf(all []growth, engine string) (points []plot.Point) {
	for _, g := range all {
		if g.Engine == engine && g.Measure == c.measure && g.Figure == c.figure && g.Unit == c.unit {
			points = append(points, plot.Point{X: float64(g.sentences), Y: g.Value.Median, Least: g.Value.Least, Most: g.Value.Most})
		}
	}
	return points
}
