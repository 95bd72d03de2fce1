package slack

import (
	"context"
	"sync"
	"time"

	"github.com/slack-go/slack"

	"verbatim/bot"
)

// showPace is when a person is shown how far long work is.
type showPace struct {
	first time.Duration // after the work tells of it for the first time: what is over by then needs no word
	each  time.Duration // after it was shown
}

var usualShowPace = showPace{1500 * time.Millisecond, 3 * time.Second}

const (
	showTime = 5 * time.Second // to show it once: the work does not wait longer
	showUses = 2               // of the response_url's, so that most are left for the reply
)

// showing is what stands in the place of a reply.
type showing struct {
	channel, ts string // of a post; ts is empty where there is none
	uses        int    // of the response_url
	alone       bool   // it stands there for the person alone
}

// shows reports whether a person can be shown anything that the reply takes the place of.
func (in *incoming) shows() bool {
	if in.at.aside {
		return in.at.response != "" && !in.at.pressed // whose response_url would replace what was pressed
	}
	return in.at.channel != "" && (in.at.direct || !in.message.Private)
}

// show puts into the place of a reply how far the work for it is.
func (p poster) show(ctx context.Context, in *incoming, r bot.Reply) error {
	posts := draw(r)
	if len(posts) == 0 {
		return nil
	}
	if in.at.aside {
		return p.showAlone(ctx, in, posts[0])
	}
	if in.shown.ts != "" {
		_, _, _, err := in.space.api.UpdateMessageContext(ctx, in.shown.channel, in.shown.ts, posts[0].options("")...)
		return err
	}
	var err error
	in.shown.channel, in.shown.ts, err = in.space.api.PostMessageContext(ctx, in.at.channel, posts[0].options(in.at.thread)...)
	return err
}

func (p poster) showAlone(ctx context.Context, in *incoming, m post) error {
	if in.shown.uses == showUses {
		return nil
	}
	in.shown.uses++
	said := m.response()
	said.ResponseType, said.ThreadTimestamp, said.ReplaceOriginal = slack.ResponseTypeEphemeral, in.at.seen(), in.shown.alone
	err := slack.PostWebhookCustomHTTPContext(ctx, in.at.response, p.hooks, said)
	in.shown.alone = in.shown.alone || err == nil
	return err
}

// clear takes away what stands where no reply has taken its place.
func (p poster) clear(ctx context.Context, in *incoming) error {
	if in.shown.ts != "" {
		_, _, err := in.space.api.DeleteMessageContext(ctx, in.shown.channel, in.shown.ts)
		in.shown.ts = ""
		return err
	}
	if in.shown.alone {
		in.shown.alone = false
		return slack.PostWebhookCustomHTTPContext(ctx, in.at.response, p.hooks, &slack.WebhookMessage{DeleteOriginal: true})
	}
	return nil
}

// progress shows the latest of what it is told, and not more often than that can be read.
type progress struct {
	pace showPace
	show func(bot.Reply)

	mu    sync.Mutex
	next  *bot.Reply    // which is not shown yet
	over  chan struct{} // closed when nothing more is to be shown
	ended chan struct{} // closed when nothing is being shown; nil before anything was told
}

func newProgress(p showPace, show func(bot.Reply)) *progress {
	return &progress{pace: p, show: show, over: make(chan struct{})}
}

// tell takes what is to be shown, and does not wait for that.
func (p *progress) tell(r bot.Reply) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.next = &r
	if p.ended == nil {
		p.ended = make(chan struct{})
		go p.run()
	}
}

func (p *progress) run() {
	defer close(p.ended)
	timer := time.NewTimer(p.pace.first)
	defer timer.Stop()
	for {
		select {
		case <-timer.C:
		case <-p.over:
			return
		}
		if r := p.take(); r != nil {
			p.show(*r)
		}
		timer.Reset(p.pace.each)
	}
}

func (p *progress) take() *bot.Reply {
	p.mu.Lock()
	defer p.mu.Unlock()
	r := p.next
	p.next = nil
	return r
}

// end returns when nothing is being shown, and nothing will be.
func (p *progress) end() {
	close(p.over)
	p.mu.Lock()
	ended := p.ended
	if ended == nil {
		p.ended = p.over // so that tell begins nothing any more
	}
	p.mu.Unlock()
	if ended != nil {
		<-ended
	}
}
