// Package terminal shows a Reply to a person at a terminal, and holds a conversation there.
package terminal

import (
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// widest is the longest line that is drawn, in columns: longer ones are hard to read.
const widest = 100

// Screen is where replies are drawn: wrapped and in colours on a terminal, plain
// text with a line a paragraph anywhere else.
type Screen struct {
	out   io.Writer
	width func() int // in columns; 0 for lines of any length
	look  look
}

// NewScreen draws on out. NO_COLOR and TERM=dumb in the environment keep it from
// sending escape sequences to a terminal (https://no-color.org).
func NewScreen(out io.Writer, getenv func(string) string) *Screen {
	if t, ok := out.(elsewhere); ok {
		return newScreenOf(t)
	}
	f, ok := out.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return &Screen{out, func() int { return 0 }, plain}
	}
	s := &Screen{out, func() int { return columns(f) }, coloured}
	if getenv("NO_COLOR") != "" || getenv("TERM") == "dumb" {
		s.look = plain
	}
	return s
}

// elsewhere is a writer to the terminal of another process, which knows its columns, 0 where
// that has none, and whether to draw in colours.
type elsewhere interface {
	io.Writer
	Terminal() (columns int, coloured bool)
}

func newScreenOf(out elsewhere) *Screen {
	width, inColours := out.Terminal()
	s := &Screen{out, func() int { return width }, plain}
	if inColours {
		s.look = coloured
	}
	return s
}

// Terminal tells how wide the terminal is, 0 where there is none, and whether it is drawn on
// in colours: so another process can draw for this one.
func (s *Screen) Terminal() (columns int, coloured bool) { return s.width(), s.look != plain }

// Interactive reports whether a person sees what is drawn.
func (s *Screen) Interactive() bool { return s.width() > 0 }

func columns(f *os.File) int {
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		return 80
	}
	return min(width, widest)
}

// look is how the parts of a reply are told apart: the mark at the left of a quote,
// and the sequences that start a style.
type look struct {
	bar                          string
	beside, marks, strong, faint string
	end                          string // ends any of the styles
}

var (
	plain    = look{bar: "> "}
	coloured = look{
		bar:    "▌ ",
		beside: "\x1b[36m",
		marks:  "\x1b[1;4m",
		strong: "\x1b[1m",
		faint:  "\x1b[2m",
		end:    "\x1b[0m",
	}
)

// in returns text in a style of l, or as it is where l has no styles or there is nothing to see.
func (l look) in(style, text string) string {
	if style == "" || strings.TrimSpace(text) == "" {
		return text
	}
	return style + text + l.end
}
