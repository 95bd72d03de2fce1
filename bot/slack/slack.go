// Package slack is the bot on Slack: what Slack sends becomes a bot.Message, and the
// bot's Reply is drawn and sent as Slack's own apps do.
package slack

import (
	"context"
	"log/slog"

	"verbatim/bot"
)

// Config is what an operator gives for Slack.
type Config struct {
	BotTokens     []string // xoxb-..., one for each workspace, or one for an organisation
	AppToken      string   // xapp-..., for Socket Mode
	SigningSecret string   // for events over HTTP
	HTTP          string   // the address to listen on for these, as in ":3000"; empty for Socket Mode
	API           string   // the Web API's address with its closing slash; empty for slack.com
}

// Run is the bot on Slack until ctx ends: then it answers what has been received and returns nil.
func Run(ctx context.Context, log *slog.Logger, b *bot.Bot, c Config) error { return nil }
