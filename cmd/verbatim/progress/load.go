package progress

import (
	"fmt"
	"time"

	"github.com/dustin/go-humanize"
	"github.com/schollz/progressbar/v3"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/bot"
)

// Load is how far a load is, how fast it goes and when it will be done. The zero Load shows nothing.
type Load struct {
	bar      *progressbar.ProgressBar
	articles int64
	start    time.Time
}

// Load begins to show the load of what names stand for.
func (b Bars) Load(names []string) Load {
	if !b.looked() {
		return Load{}
	}
	total := load.Size(names)
	if total == 0 {
		total = -1 // not known: a spinner
	}
	return Load{start: time.Now(), bar: b.bar("Loading", total)}
}

// Add counts an item that has been dealt with.
func (l *Load) Add(item load.Item, outcome answer.Added) {
	if l.bar == nil {
		return
	}
	if item.Article != nil && outcome.Status != answer.Refused {
		l.articles++
		l.bar.Describe(pace(l.articles, time.Since(l.start)))
	}
	_ = l.bar.Add64(item.Bytes) // a bar that cannot be drawn must not end the load
}

// pace is "12,345 articles, 678 a second".
func pace(articles int64, took time.Duration) string {
	return fmt.Sprintf("%s, %s a second", bot.Numbered(int(articles), "article"), humanize.Comma(int64(float64(articles)/max(took.Seconds(), .001))))
}

// Interrupt runs f, which prints lines, with the bar out of the way.
func (l *Load) Interrupt(f func()) {
	if l.bar != nil {
		_ = l.bar.Clear()
	}
	f()
}

// End takes the bar off the screen.
func (l *Load) End() { wipe(l.bar) }
