package adapter

import (
	"context"
	"sync"
	"time"

	"verbatim/bot"
)

// Progress shows a person how far long work is: the latest of what it is told, and not more
// often than that can be read. It delays the work by nothing.
type Progress struct {
	pace ShowPace
	show func(bot.Reply)
	ctx  context.Context // ends with the work
	over context.CancelFunc

	mu     sync.Mutex
	latest bot.Reply
	begun  bool
	news   chan struct{} // holds one where the latest is not shown yet
	all    sync.WaitGroup
}

// ShowPace is when a person is shown how far long work is.
type ShowPace struct {
	First time.Duration // after the work tells of it for the first time: what is over by then needs no word
	Each  time.Duration // after it was shown
}

// NewProgress returns one that calls show, which is never called twice at a time.
func NewProgress(pace ShowPace, show func(bot.Reply)) *Progress {
	p := &Progress{pace: pace, show: show, news: make(chan struct{}, 1)}
	p.ctx, p.over = context.WithCancel(context.Background())
	return p
}

// Tell has a word shown, unless the work is over. It does not wait.
func (p *Progress) Tell(r bot.Reply) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ctx.Err() != nil {
		return
	}
	p.latest = r
	select {
	case p.news <- struct{}{}:
	default: // there is news already
	}
	if !p.begun {
		p.begun = true
		p.all.Go(p.run)
	}
}

func (p *Progress) run() {
	for wait := p.pace.First; Pause(p.ctx, wait); wait = p.pace.Each {
		select {
		case <-p.news:
			p.show(p.take())
		case <-p.ctx.Done():
			return
		}
	}
}

func (p *Progress) take() bot.Reply {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.latest
}

// End returns when nothing is being shown, and nothing will be. Of none it does nothing.
func (p *Progress) End() {
	if p == nil {
		return
	}
	p.mu.Lock()
	p.over()
	p.mu.Unlock()
	p.all.Wait()
}
