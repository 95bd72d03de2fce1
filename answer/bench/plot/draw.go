package plot

import (
	"bufio"
	"cmp"
	"fmt"
	"html"
	"slices"
	"strings"
)

// drawing writes elements; an error shows when it is flushed.
type drawing struct{ *bufio.Writer }

func (d drawing) f(format string, args ...any) { fmt.Fprintf(d, format+"\n", args...) }

func (d drawing) panel(p Panel, horizontal string) error {
	var xs, ys []float64
	for _, l := range p.Lines {
		for _, at := range l.Points {
			xs, ys = append(xs, at.X), append(ys, at.Y, at.Least, at.Most)
		}
	}
	x, err := scaleOf(xs, left, left+plotWidth)
	if err != nil {
		return fmt.Errorf("%s: %w", p.Title, err)
	}
	y, err := scaleOf(ys, top+plotHeight, top)
	if err != nil {
		return fmt.Errorf("%s: %w", p.Title, err)
	}
	d.f(`<text class="title" x="%d" y="22">%s</text>`, left, html.EscapeString(p.Title))
	d.axes(x, y, horizontal)
	for _, l := range p.Lines {
		d.line(l, x, y)
	}
	d.names(p.Lines, y)
	return nil
}

func (d drawing) axes(x, y scale, horizontal string) {
	for _, v := range x.ticks() {
		at := x.at(v)
		d.f(`<line class="grid" x1="%.1f" y1="%d" x2="%.1f" y2="%d"/>`, at, top, at, top+plotHeight)
		d.f(`<text x="%.1f" y="%d" text-anchor="middle">%s</text>`, at, top+plotHeight+17, tick(v))
	}
	for _, v := range y.ticks() {
		at := y.at(v)
		d.f(`<line class="grid" x1="%d" y1="%.1f" x2="%d" y2="%.1f"/>`, left, at, left+plotWidth, at)
		d.f(`<text x="%d" y="%.1f" text-anchor="end">%s</text>`, left-7, at+4, tick(v))
	}
	d.f(`<text x="%d" y="%d" text-anchor="middle">%s</text>`, left+plotWidth/2, top+plotHeight+36, html.EscapeString(horizontal))
}

// line draws a curve, its points, and a stroke from the least to the most of each.
func (d drawing) line(l Line, x, y scale) {
	colour := l.Colour % colours
	var path []string
	for _, p := range l.Points {
		path = append(path, fmt.Sprintf("%.1f,%.1f", x.at(p.X), y.at(p.Y)))
		d.f(`<line class="spread c%d" x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"/>`, colour, x.at(p.X), y.at(p.Least), x.at(p.X), y.at(p.Most))
		d.f(`<circle class="f%d" cx="%.1f" cy="%.1f" r="3"/>`, colour, x.at(p.X), y.at(p.Y))
	}
	d.f(`<polyline class="line c%d d%d" points="%s"/>`, colour, l.Dash%dashes, strings.Join(path, " "))
}

// names writes the name of each line beside its last point, and moves those down that would
// stand on another.
func (d drawing) names(lines []Line, y scale) {
	type name struct {
		text   string
		colour int
		at     float64
	}
	var all []name
	for _, l := range lines {
		if len(l.Points) > 0 {
			all = append(all, name{l.Name, l.Colour % colours, y.at(l.Points[len(l.Points)-1].Y) + 4})
		}
	}
	slices.SortStableFunc(all, func(a, b name) int { return cmp.Compare(a.at, b.at) })
	for i, n := range all {
		if i > 0 {
			n.at = max(n.at, all[i-1].at+lineGap)
			all[i] = n
		}
		d.f(`<text class="f%d" x="%d" y="%.1f">%s</text>`, n.colour, left+plotWidth+8, n.at, html.EscapeString(n.text))
	}
}
