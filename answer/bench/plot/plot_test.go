package plot

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

func TestADrawingIsWellFormedAndNamesItsLines(t *testing.T) {
	panels := []Panel{
		{Title: "Time & <more>", Lines: []Line{
			{Name: "p50", Points: []Point{{1000, .2, .1, .3}, {10_000, .4, .4, .4}}},
			{Name: "p99 <b>", Colour: 7, Dash: 5, Points: []Point{{1000, .21, .1, .3}, {10_000, .41, .4, .4}}},
			{Name: "none"},
		}},
		{Title: "Files", Lines: []Line{{Name: "files", Points: []Point{{1000, 3, 2, 4}}}}},
	}
	var out strings.Builder
	if err := Write(&out, panels, "sentences"); err != nil {
		t.Fatal(err)
	}
	words := wordsOf(t, out.String())
	for _, want := range []string{"Time & <more>", "p50", "p99 <b>", "files", "sentences", "0.1", "1,000", "10⁴"} {
		if !slices.Contains(words, want) {
			t.Errorf("%q is not written: %q", want, words)
		}
	}
	if slices.Contains(words, "none") {
		t.Error("a line without points has a name")
	}
}

// wordsOf returns what stands in the elements of a drawing.
func wordsOf(t *testing.T, svg string) (words []string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return words
		}
		if err != nil {
			t.Fatal(err)
		}
		if data, ok := token.(xml.CharData); ok {
			words = append(words, string(data))
		}
	}
}

func TestLogarithmicAxesHaveNoPlaceForZero(t *testing.T) {
	zero := Panel{Title: "Allocations", Lines: []Line{{Name: "a", Points: []Point{{1000, 0, 0, 0}}}}}
	for _, p := range []Panel{zero, {Title: "Allocations"}} {
		if err := Write(io.Discard, []Panel{p}, "sentences"); err == nil || !strings.Contains(err.Error(), "Allocations") {
			t.Errorf("got %v, want an error that names the panel", err)
		}
	}
}

func TestScalesSpanWholeDecades(t *testing.T) {
	cases := []struct {
		values []float64
		ticks  []float64
	}{
		{[]float64{.3, 40}, []float64{.1, 1, 10, 100}},
		{[]float64{2, 3}, []float64{1, 10, 2, 5}},
		{[]float64{100}, []float64{100, 1000, 200, 500}},
	}
	for _, c := range cases {
		s, err := scaleOf(c.values, 0, 300)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.ticks(); !slices.Equal(got, c.ticks) {
			t.Errorf("%v: ticks %v, want %v", c.values, got, c.ticks)
		}
		for _, v := range c.values {
			if at := s.at(v); at < 0 || at > 300 {
				t.Errorf("%v stands at %v", v, at)
			}
		}
	}
}

func TestTicksAreWrittenAsPeopleReadThem(t *testing.T) {
	for v, want := range map[float64]string{.001: "0.001", .5: "0.5", 1: "1", 200: "200", 1000: "1,000", 5000: "5,000", 10_000: "10⁴", 50_000: "5·10⁴", 1e6: "10⁶"} {
		if got := tick(v); got != want {
			t.Errorf("%v: %q, want %q", v, got, want)
		}
	}
}
