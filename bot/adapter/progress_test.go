package adapter

import (
	"strings"
	"testing"
	"time"

	"verbatim/bot"
)

// Of what is told faster than it is shown the latest is, and nothing after the end. Nobody
// who tells something waits for it to be shown.
func TestProgressShowsTheLatest(t *testing.T) {
	first, last, release := make(chan bool), make(chan bool), make(chan bool)
	var shown []string
	p := NewProgress(ShowPace{}, func(r bot.Reply) {
		shown = append(shown, string(r.Blocks[0].(bot.Paragraph)))
		if len(shown) == 1 {
			close(first)
			<-release
			return
		}
		last <- true
	})
	tell := func(words string) { p.Tell(bot.Reply{Blocks: []bot.Block{bot.Paragraph(words)}}) }
	tell("1")
	<-first
	tell("2")
	tell("3")
	close(release)
	<-last
	p.End()
	tell("4")
	p.End()
	if got := strings.Join(shown, " "); got != "1 3" {
		t.Errorf("it shows %s", got)
	}
}

func TestShortWorkIsNotShown(t *testing.T) {
	p := NewProgress(ShowPace{First: time.Hour}, func(bot.Reply) { t.Error("it is shown") })
	p.Tell(bot.Reply{})
	p.End()
	NewProgress(ShowPace{}, nil).End() // of which nothing was told
}
