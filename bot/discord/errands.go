package discord

import (
	"context"
	"sync"

	"golang.org/x/time/rate"

	"verbatim/bot"
)

// startsASecond is for how many servers a second errands begin to be run, each of which
// looks at first what there is to do.
const startsASecond = 20

// errands runs the errands of each server that the bot is in.
type errands struct {
	ctx    context.Context // ends when none is to be run any more
	chat   *chat
	starts *rate.Limiter

	mu  sync.Mutex
	all map[string]context.CancelFunc // by server
	run sync.WaitGroup
}

func newErrands(ctx context.Context, c *chat) *errands {
	return &errands{ctx: ctx, chat: c, starts: rate.NewLimiter(startsASecond, startsASecond), all: map[string]context.CancelFunc{}}
}

// attend has errands run in the servers that the bot is in now, and in no other.
func (e *errands) attend() {
	e.mu.Lock()
	defer e.mu.Unlock()
	servers := e.chat.servers.names()
	for guild, end := range e.all {
		if _, still := servers[guild]; !still {
			end()
			delete(e.all, guild)
		}
	}
	for guild := range servers {
		if e.all[guild] != nil || e.ctx.Err() != nil {
			continue
		}
		ctx, end := context.WithCancel(e.ctx)
		e.all[guild] = end
		e.run.Go(func() { e.in(ctx, guild) })
	}
}

// changed has errands begin or end in a server that the bot has joined or left.
func (e *errands) changed(guild string) {
	e.mu.Lock()
	attended := e.all[guild] != nil
	e.mu.Unlock()
	if attended != e.chat.servers.has(guild) {
		e.attend()
	}
}

// in runs the errands of a server.
func (e *errands) in(ctx context.Context, guild string) {
	if e.starts.Wait(ctx) != nil {
		return
	}
	e.chat.bot.Attend(ctx, tenantOf(guild), func(ctx context.Context, errand bot.Errand) error {
		return e.chat.errand(ctx, guild, errand)
	})
}
