package main

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestPercentile(t *testing.T) {
	var hundred []time.Duration
	for n := range 100 {
		hundred = append(hundred, time.Duration(99-n))
	}
	cases := []struct {
		times []time.Duration
		p     int
		want  time.Duration
	}{
		{nil, 50, 0}, {[]time.Duration{7}, 99, 7}, {hundred, 0, 0}, {hundred, 50, 50}, {hundred, 99, 99}, {hundred, 100, 99},
	}
	for _, c := range cases {
		if got := percentile(c.times, c.p); got != c.want {
			t.Errorf("p%d of %d: %d, want %d", c.p, len(c.times), got, c.want)
		}
	}
	if hundred[0] != 99 {
		t.Error("the times were put in another order")
	}
}

func TestTheBestOfEachQuestionIsKept(t *testing.T) {
	best := lesser(nil, []time.Duration{5, 9, 7})
	if best = lesser(best, []time.Duration{6, 1, 7}); !slices.Equal(best, []time.Duration{5, 1, 7}) {
		t.Errorf("got %v", best)
	}
}

func TestSpread(t *testing.T) {
	for _, c := range []struct {
		rounds []float64
		want   spread
	}{
		{nil, spread{}}, {[]float64{4}, spread{4, 4, 4}}, {[]float64{9, 1, 5}, spread{5, 1, 9}}, {[]float64{1, 2, 4, 9}, spread{3, 1, 9}},
	} {
		if got := spreadOf(c.rounds); got != c.want {
			t.Errorf("%v: %v, want %v", c.rounds, got, c.want)
		}
	}
}

// A machine that becomes twice as slow between two rounds leaves the ratio as it was.
func TestRatiosAreTakenWithinARound(t *testing.T) {
	m := &table{name: "answer", engines: []string{"verbatim", "bleve", "fts5"}}
	for _, slow := range []float64{1, 2} {
		m.add("verbatim", "p50", "ms", 1*slow)
		m.add("bleve", "p50", "ms", 4*slow)
	}
	lines := m.lines()
	if len(lines) != 2 {
		t.Fatalf("%d lines, want one for each engine that was measured", len(lines))
	}
	if r := lines[0].Ratio; r == nil || *r != (spread{.25, .25, .25}) {
		t.Errorf("ratio %v, want .25 throughout", r)
	}
	if lines[1].Ratio != nil {
		t.Error("bleve has a ratio to itself")
	}
}

func TestWithoutBleveTheLastEngineIsTheBase(t *testing.T) {
	m := &table{name: "answer", engines: []string{"verbatim", "before"}}
	m.add("verbatim", "p50", "ms", 1)
	m.add("before", "p50", "ms", 2)
	if r := m.lines()[0].Ratio; r == nil || r.Median != .5 {
		t.Errorf("ratio %v, want .5", r)
	}
}

func TestAFigureWithoutABaseHasNoRatio(t *testing.T) {
	m := &table{name: "answer", engines: []string{"verbatim", "bleve"}}
	m.add("verbatim", "allocations", "", 4)
	m.add("bleve", "allocations", "", 0)
	if r := m.lines()[0].Ratio; r != nil {
		t.Errorf("a ratio to nothing: %v", r)
	}
}

func TestATableIsForPeopleAndForPrograms(t *testing.T) {
	m := &table{name: "start", engines: []string{"verbatim", "bleve"}}
	m.add("verbatim", "heap then", "MiB", 12.3456)
	m.add("bleve", "heap then", "MiB", 1234.56)
	var people, programs strings.Builder
	if err := m.print(&people); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"start", "heap then, MiB", "verbatim", "12.3 ", "1235", "0.01"} {
		if !strings.Contains(people.String(), want) {
			t.Errorf("no %q in\n%s", want, &people)
		}
	}
	if err := m.write(&programs); err != nil {
		t.Fatal(err)
	}
	var first line
	if err := json.NewDecoder(strings.NewReader(programs.String())).Decode(&first); err != nil {
		t.Fatal(err)
	}
	if first.Engine != "verbatim" || first.Unit != "MiB" || math.Abs(first.Ratio.Median-.01) > 1e-9 {
		t.Errorf("got %+v", first)
	}
}

func TestGrowthIsReadAsItWasWritten(t *testing.T) {
	want := []growth{
		{1000, line{Measure: "answer", Figure: "p50", Unit: "ms", Engine: "verbatim", Value: spread{.25, .125, 2}}},
		{10_000, line{Measure: "load", Figure: "files", Unit: "× text", Engine: "bleve", Value: spread{1.5, 1.5, 1.5}}},
	}
	table := strings.Join(growthColumns, "\t") + "\n" + want[0].String() + "\n" + want[1].String() + "\n"
	got, err := readGrowth(strings.NewReader(table))
	if err != nil || !slices.EqualFunc(got, want, func(a, b growth) bool { return a == b }) {
		t.Errorf("got %v, %v; want %v", got, err, want)
	}
}

func TestWhatIsNoGrowthIsRefused(t *testing.T) {
	for _, text := range []string{"hello\n", "many\tverbatim\tanswer\tp50\tms\t1\t1\t1\n", "1000\tverbatim\tanswer\tp50\tms\t1\tone\t1\n"} {
		if _, err := readGrowth(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestPanelsNameTheEngineWhereThereAreSeveral(t *testing.T) {
	p50 := func(engine string, sentences int) growth {
		return growth{sentences, line{Measure: "answer", Figure: "p50", Unit: "ms", Engine: engine, Value: spread{1, 1, 1}}}
	}
	alone := panelsOf([]growth{p50("verbatim", 1000), p50("verbatim", 10_000)})[0].Lines
	if alone[0].Name != "p50" || len(alone[0].Points) != 2 || alone[0].Points[1].X != 10_000 {
		t.Errorf("alone: %+v", alone[0])
	}
	both := panelsOf([]growth{p50("verbatim", 1000), p50("bleve", 1000)})[0].Lines
	if both[0].Name != "verbatim p50" || both[1].Name != "bleve p50" || both[0].Colour == both[1].Colour {
		t.Errorf("both: %+v", both)
	}
}
