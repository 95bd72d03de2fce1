package terminal

import (
	"context"
	"errors"
	"strings"
	"sync"

	"verbatim/bot"
)

// told is an errand on its way to the screen, and where it is told that it is there.
type told struct {
	errand bot.Errand
	shown  chan error
}

var (
	errGone      = errors.New("that conversation has ended")
	errElsewhere = errors.New("that conversation is in another chat")
)

// sessionMark begins the names of conversations at a terminal. Others of the same tenant are
// left to their chats.
const sessionMark = "terminal "

// correction stands before what takes the place of an earlier answer.
const correction = "An earlier answer is corrected:"

// attend has what the bot says of its own accord shown in this conversation, between what the
// person types. It returns what waits for the end of that.
func (c *Chat) attend(ctx context.Context) (wait func()) {
	var all sync.WaitGroup
	all.Go(func() {
		c.Bot.Attend(ctx, c.Tenant, c.run)
	})
	return all.Wait
}

// run has an errand of this conversation shown once the person has typed something.
func (c *Chat) run(ctx context.Context, e bot.Errand) error {
	switch where := e.Place + e.Sent; {
	case !strings.HasPrefix(where, sessionMark):
		return errElsewhere
	case where != c.session:
		return bot.Hopeless{Cause: errGone}
	}
	t := told{e, make(chan error, 1)}
	select {
	case c.errands <- t:
		return <-t.shown
	case <-ctx.Done():
		return ctx.Err()
	}
}

// hear shows what the bot has to say of its own accord by now.
func (c *Chat) hear(ctx context.Context) error {
	for {
		select {
		case t := <-c.errands:
			if t.errand.Sent != "" {
				t.errand.Reply.Blocks = append([]bot.Block{bot.Paragraph(correction)}, t.errand.Reply.Blocks...)
			}
			err := c.say(ctx, t.errand.Reply)
			if t.shown <- err; err != nil {
				return err
			}
		default:
			return nil
		}
	}
}

// progress returns what shows how far long work is; nil where nobody watches.
func (c *Chat) progress() func(bot.Reply) {
	if !c.Screen.Interactive() {
		return nil
	}
	return func(r bot.Reply) {
		_ = c.Screen.Draw(r, func(bot.Action) string { return "" }) // what comes after it tells whether the screen works
	}
}
