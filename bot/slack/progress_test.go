package slack

import (
	"strings"
	"testing"
	"time"

	"verbatim/bot"
)

func TestProgressShowsTheLatestAndEnds(t *testing.T) {
	showing, shown := make(chan bool), make(chan bot.Reply, 10)
	p := newProgress(showPace{0, 0}, func(r bot.Reply) { showing <- true; shown <- r })
	p.tell(says("1"))
	<-showing // 1 is being shown, or was
	p.tell(says("2"))
	p.tell(says("3"))
	<-showing
	p.end()
	p.tell(says("4"))
	close(shown)
	var words []string
	for r := range shown {
		words = append(words, string(r.Blocks[0].(bot.Paragraph)))
	}
	if got := strings.Join(words, ""); got != "13" {
		t.Errorf("it shows %s", got)
	}
}

func TestShortWorkIsNotShown(t *testing.T) {
	p := newProgress(showPace{time.Hour, time.Hour}, func(bot.Reply) { t.Error("it is shown") })
	p.tell(says("1"))
	p.end()
	newProgress(showPace{}, nil).end() // of which nothing was told
}
