package slack

import (
	"sync"
	"time"

	"verbatim/bot"
)

// showPace is when a person is shown how far long work is.
type showPace struct {
	first time.Duration // after the work tells of it for the first time: what is over by then needs no word
	each  time.Duration // after it was shown
}

var usualShowPace = showPace{1500 * time.Millisecond, 3 * time.Second}

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
