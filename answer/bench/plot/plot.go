// Package plot draws small line plots on two logarithmic axes, side by side in one SVG that is
// legible on light and on dark pages.
package plot

import (
	"bufio"
	"io"
)

// Panel is one plot. All of its values are above 0.
type Panel struct {
	Title string
	Lines []Line
}

// Line is a curve with its name at its end.
type Line struct {
	Name   string
	Colour int     // lines of one colour belong together; there are six
	Dash   int     // 0 for a whole line, then one that is broken more and more; there are three
	Points []Point // in the order of X
}

// Point is a value with how far it was seen to go.
type Point struct{ X, Y, Least, Most float64 }

// Sizes in pixels.
const (
	panelWidth  = 430
	panelHeight = 270
	columns     = 2
	left        = 52
	right       = 108 // for the names of the lines
	top         = 40
	bottom      = 44
	plotWidth   = panelWidth - left - right
	plotHeight  = panelHeight - top - bottom
	lineGap     = 15 // between the names of two lines
	colours     = 6
	dashes      = 3
)

const style = `
text { font: 12px system-ui, sans-serif; fill: #57606a }
.title { font-size: 14px; font-weight: 600; fill: #1f2328 }
.page { fill: #ffffff }
.grid { stroke: #d0d7de; stroke-width: 1 }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round }
.d1 { stroke-dasharray: 7 5 } .d2 { stroke-dasharray: 1 6 }
.spread { stroke-width: 1; opacity: .6 }
.c0 { stroke: #0969da } .c1 { stroke: #bc4c00 } .c2 { stroke: #1a7f37 } .c3 { stroke: #8250df } .c4 { stroke: #9a6700 } .c5 { stroke: #bf3989 }
.f0 { fill: #0969da } .f1 { fill: #bc4c00 } .f2 { fill: #1a7f37 } .f3 { fill: #8250df } .f4 { fill: #9a6700 } .f5 { fill: #bf3989 }
@media (prefers-color-scheme: dark) {
text { fill: #9198a1 }
.title { fill: #f0f6fc }
.page { fill: #0d1117 }
.grid { stroke: #30363d }
.c0 { stroke: #58a6ff } .c1 { stroke: #f0883e } .c2 { stroke: #3fb950 } .c3 { stroke: #bc8cff } .c4 { stroke: #d29922 } .c5 { stroke: #f778ba }
.f0 { fill: #58a6ff } .f1 { fill: #f0883e } .f2 { fill: #3fb950 } .f3 { fill: #bc8cff } .f4 { fill: #d29922 } .f5 { fill: #f778ba }
}
`

// Write draws panels whose horizontal axes have one name.
func Write(w io.Writer, panels []Panel, horizontal string) error {
	rows := (len(panels) + columns - 1) / columns
	width, height := columns*panelWidth, rows*panelHeight
	d := drawing{bufio.NewWriter(w)}
	d.f(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img"><style>%s</style>`, width, height, width, height, style)
	d.f(`<rect class="page" width="%d" height="%d" rx="6"/>`, width, height)
	for i, p := range panels {
		d.f(`<g transform="translate(%d %d)">`, i%columns*panelWidth, i/columns*panelHeight)
		if err := d.panel(p, horizontal); err != nil {
			return err
		}
		d.f(`</g>`)
	}
	d.f(`</svg>`)
	return d.Flush()
}
