package main

import (
	"fmt"
	"os"
	"time"

	"github.com/dustin/go-humanize"
	"github.com/schollz/progressbar/v3"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/bot/terminal"
)

// progress shows a person how far a load is, how fast it goes and when it will be done. The zero progress shows nothing.
type progress struct {
	bar      *progressbar.ProgressBar
	articles int64
	start    time.Time
}

// newProgress shows the progress of loading names on standard error, if that is a terminal.
func (a *app) newProgress(names []string) progress {
	if !a.showsProgress() {
		return progress{}
	}
	total := load.Size(names)
	if total == 0 {
		total = -1 // not known: a spinner
	}
	return progress{start: time.Now(), bar: a.newBar("Loading", total)}
}

// showsProgress reports whether a person looks at standard error.
func (a *app) showsProgress() bool {
	return !a.json && terminal.NewScreen(a.errs, os.Getenv).Interactive()
}

// newBar returns a bar on standard error for something that is done with so many bytes, unless more says otherwise.
func (a *app) newBar(does string, total int64, more ...progressbar.Option) *progressbar.ProgressBar {
	return progressbar.NewOptions64(total, append([]progressbar.Option{
		progressbar.OptionSetWriter(a.errs),
		progressbar.OptionSetDescription(does),
		progressbar.OptionShowBytes(true),
		progressbar.OptionShowCount(),
		progressbar.OptionUseIECUnits(true),
		progressbar.OptionSetWidth(20),
		progressbar.OptionThrottle(100 * time.Millisecond),
		progressbar.OptionClearOnFinish(),
	}, more...)...)
}

// following shows a person how many bytes of something are done, unless more says otherwise,
// each time that tell is called. tell is nil where nobody looks.
func (a *app) following(does string, more ...progressbar.Option) (tell func(done, total int64), end func()) {
	if !a.showsProgress() {
		return nil, func() {}
	}
	var p progress
	return func(done, total int64) {
		if p.bar == nil {
			p.bar = a.newBar(does, total, more...)
		}
		_ = p.bar.Set64(done) // a bar that cannot be drawn must not end what it is of
	}, func() { p.end() }
}

// counting is following for articles; tell can be called where nobody looks too.
func (a *app) counting(does string) (tell func(done, total int), end func()) {
	follow, end := a.following(does, progressbar.OptionShowBytes(false))
	return func(done, total int) {
		if follow != nil {
			follow(int64(done), int64(total))
		}
	}, end
}

// add counts an item that has been dealt with.
func (p *progress) add(item load.Item, outcome answer.Added) {
	if p.bar == nil {
		return
	}
	if item.Article != nil && outcome.Status != answer.Refused {
		p.articles++
		p.bar.Describe(pace(p.articles, time.Since(p.start)))
	}
	_ = p.bar.Add64(item.Bytes) // a bar that cannot be drawn must not end the load
}

// pace is "12,345 articles, 678 a second".
func pace(articles int64, took time.Duration) string {
	return fmt.Sprintf("%s, %s a second", counted(int(articles), "article"), humanize.Comma(int64(float64(articles)/max(took.Seconds(), .001))))
}

// interrupt runs f, which prints lines, with the bar out of the way.
func (p *progress) interrupt(f func()) {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	f()
}

func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Exit()
		_ = p.bar.Clear()
	}
}
