package discord

import (
	"context"
	"sync"
	"time"

	"verbatim/bot"
)

// progressTime is how long it may take to show once how far work is.
const progressTime = 5 * time.Second

// progress shows a person how far work is: the latest word, every now and then, for as long
// as the work takes. It delays the work by nothing.
type progress struct {
	show  func(bot.Reply)
	every time.Duration
	ctx   context.Context // ends with the work
	over  context.CancelFunc

	mu     sync.Mutex
	latest *bot.Reply // that is not shown yet
	begun  bool
	news   chan struct{}
	all    sync.WaitGroup
}

func (c *chat) newProgress(in *incoming) *progress {
	p := &progress{every: c.pace.show, news: make(chan struct{}, 1)}
	p.ctx, p.over = context.WithCancel(c.work)
	p.show = func(r bot.Reply) {
		ctx, cancel := context.WithTimeout(c.work, progressTime)
		defer cancel()
		if err := c.showProgress(ctx, in, r); err != nil {
			c.log.Debug("how far work is cannot be shown", "tenant", in.tenant(), "message", in.id, "error", err)
		}
	}
	return p
}

// say has a word shown, unless the work is over. It does not wait.
func (p *progress) say(r bot.Reply) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ctx.Err() != nil {
		return
	}
	p.latest = &r
	if !p.begun {
		p.begun = true
		p.all.Go(p.run)
	}
	select {
	case p.news <- struct{}{}:
	default: // there is news already
	}
}

func (p *progress) run() {
	for {
		select {
		case <-p.news:
			p.show(p.take())
		case <-p.ctx.Done():
			return
		}
		if !pause(p.ctx, p.every) {
			return
		}
	}
}

func (p *progress) take() bot.Reply {
	p.mu.Lock()
	defer p.mu.Unlock()
	return *p.latest
}

// end ends it, and returns once nothing is being shown any more. Of none it does nothing.
func (p *progress) end() {
	if p == nil {
		return
	}
	p.mu.Lock()
	p.over()
	p.mu.Unlock()
	p.all.Wait()
}

// showProgress shows how far the work for a reply is, where that belongs. Of what takes
// several messages it shows the first.
func (c *chat) showProgress(ctx context.Context, in *incoming, r bot.Reply) error {
	all := messages(r, func(bot.Pressed) string { return "" })
	if len(all) == 0 {
		return nil
	}
	if in.answer != nil {
		return in.answer.meanwhile(ctx, all[0], r.Private)
	}
	channel, err := c.channelFor(ctx, in, r.Private)
	if err != nil {
		return err
	}
	m := all[0]
	if len(in.shown.Messages) > 0 {
		return c.api.change(ctx, in.shown.Channel, in.shown.Messages[0], m)
	}
	m.Answers = in.reference(channel)
	m.Nonce, m.OnlyOnce = nonce(in.id+"/meanwhile"), true // after a restart the same message is gone on with
	id, err := c.api.post(ctx, channel, m)
	if id != "" {
		in.shown = sent{Channel: channel, Messages: []string{id}}
	}
	return err
}

// inPlace puts a message in the place of what showed the progress, and returns its id;
// an empty one where nothing was shown in that channel.
func (c *chat) inPlace(ctx context.Context, in *incoming, channel string, m message) (string, error) {
	if len(in.shown.Messages) == 0 || in.shown.Channel != channel {
		c.takeBack(ctx, in)
		return "", nil
	}
	id := in.shown.Messages[0]
	err := c.api.change(ctx, channel, id, m)
	if refusedWith(err, unknownMessage) {
		return "", nil
	}
	return id, err
}

// takeBack removes what showed the progress, if anything did.
func (c *chat) takeBack(ctx context.Context, in *incoming) {
	for _, id := range in.shown.Messages {
		if err := c.api.remove(ctx, in.shown.Channel, id); err != nil {
			c.log.Warn("how far work was stays to be seen", "tenant", in.tenant(), "message", in.id, "error", err)
		}
	}
	in.shown = sent{}
}
