package slack

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/slack-go/slack"

	"verbatim/bot/vitals"
)

// watchTokens asks Slack time and again until ctx ends whether it takes each token still. One that
// is revoked ends no connection: without this nothing shows it before somebody asks, and has
// no answer.
func (c Config) watchTokens(ctx context.Context, log *slog.Logger, spaces workspaces, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			for _, w := range spaces {
				c.watchToken(ctx, log, w.number)
			}
		case <-ctx.Done():
			return
		}
	}
}

// watchToken notes whether Slack takes a token. Where it cannot be asked, or says nothing of
// that, what was known stays.
func (c Config) watchToken(ctx context.Context, log *slog.Logger, i int) {
	_, err := c.authTest(ctx, c.BotTokens[i])
	switch {
	case err == nil:
		if vitals.Of(ctx).Bar(i, nil) {
			log.Info("Slack takes a token again", "token", c.botTokenName(i))
		}
	case errors.As(err, new(slack.SlackErrorResponse)) && hopeless(err):
		why := explain(err, c.botTokenName(i))
		if vitals.Of(ctx).Bar(i, why) {
			log.Error("Slack takes a token no more: nobody is answered there", "error", why)
		}
	}
}
