// Package progress shows a person at a terminal how far a command is.
package progress

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"

	"verbatim/bot/terminal"
)

// Bars draws bars, where somebody looks: on a terminal.
type Bars struct {
	On    io.Writer
	Quiet bool // nobody looks, terminal or not
}

// Bytes shows how many bytes of something are done each time that tell is called, until end
// is. tell is nil where nobody looks.
func (b Bars) Bytes(does string) (tell func(done, total int64), end func()) { return b.follow(does) }

// Count is Bytes for what is counted; tell can be called where nobody looks too.
func (b Bars) Count(does string) (tell func(done, total int), end func()) {
	follow, end := b.follow(does, progressbar.OptionShowBytes(false))
	return func(done, total int) {
		if follow != nil {
			follow(int64(done), int64(total))
		}
	}, end
}

func (b Bars) follow(does string, more ...progressbar.Option) (tell func(done, total int64), end func()) {
	if !b.looked() {
		return nil, func() {}
	}
	var shown *progressbar.ProgressBar
	return func(done, total int64) {
		if shown == nil {
			shown = b.bar(does, total, more...)
		}
		_ = shown.Set64(done) // a bar that cannot be drawn must not end what it is of
	}, func() { wipe(shown) }
}

// looked reports whether somebody looks.
func (b Bars) looked() bool { return !b.Quiet && terminal.NewScreen(b.On, os.Getenv).Interactive() }

// bar returns a bar for something that is done with so many bytes, unless more says otherwise.
func (b Bars) bar(does string, total int64, more ...progressbar.Option) *progressbar.ProgressBar {
	return progressbar.NewOptions64(total, append([]progressbar.Option{
		progressbar.OptionSetWriter(b.On),
		progressbar.OptionSetDescription(does),
		progressbar.OptionShowBytes(true),
		progressbar.OptionShowCount(),
		progressbar.OptionUseIECUnits(true),
		progressbar.OptionSetWidth(20),
		progressbar.OptionThrottle(100 * time.Millisecond),
		progressbar.OptionClearOnFinish(),
	}, more...)...)
}

// wipe ends a bar, if there is one, and takes it off the screen.
func wipe(bar *progressbar.ProgressBar) {
	if bar != nil {
		_ = bar.Exit()
		_ = bar.Clear()
	}
}
