// Package discord is the bot on Discord: what Discord sends becomes a bot.Message, and the
// bot's Reply is drawn and sent as Discord's own apps do.
package discord

import (
	"context"
	"log/slog"

	"verbatim/bot"
)

// Config is what an operator gives for Discord.
type Config struct {
	Token  string
	API    string // the address of Discord's API without a path, as in http://HOST; empty for discord.com
	Shards int    // 0 for as many as Discord recommends
}

// Run is the bot on Discord until ctx ends: then it answers what has been received and returns nil.
func Run(ctx context.Context, log *slog.Logger, b *bot.Bot, c Config) error { return nil }
