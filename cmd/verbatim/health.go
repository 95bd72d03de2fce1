package main

import (
	"context"
	"log/slog"

	"verbatim/bot"
	"verbatim/cmd/verbatim/health"
	"verbatim/store"
)

// tellHealth tells at an address how well the bot is, until ctx ends.
func (a *app) tellHealth(ctx context.Context, log *slog.Logger, address string, b *bot.Bot, db *store.DB) error {
	v := b.Vitals()
	health.Measure(v, a.path())
	return health.Serve(ctx, log, address, v, nil)
}
