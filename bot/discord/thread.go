package discord

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"verbatim/bot"
)

// A thread is named by the question, and leaves the list of the channel after a day.
const (
	longestName = 100     // characters
	threadLives = 24 * 60 // minutes
)

// channelFor returns the channel in which a reply belongs: a thread that is opened at the
// question, or the channel where the bot may open none, or a direct one for what is for the
// person alone.
func (c *chat) channelFor(ctx context.Context, in *incoming, private bool) (string, error) {
	switch {
	case private && !in.at.direct:
		return c.directChannel(ctx, in.at.user)
	case in.at.opens && in.message.Thread != "" && !in.opened:
		return c.openThread(ctx, in)
	case in.at.opens && in.message.Thread != "":
		return in.message.Thread, nil
	}
	return in.at.channel, nil
}

func (c *chat) directChannel(ctx context.Context, user string) (string, error) {
	var direct struct {
		ID string `json:"id"`
	}
	body := map[string]any{"recipient_id": user}
	err := c.api.do(ctx, request{method: http.MethodPost, path: "/users/@me/channels", body: body}, &direct)
	return direct.ID, err
}

// openThread opens a thread at a message, if there is none.
func (c *chat) openThread(ctx context.Context, in *incoming) (string, error) {
	path := "/channels/" + in.at.channel + "/messages/" + in.at.message + "/threads"
	thread := map[string]any{"name": threadName(in.message.Text), "auto_archive_duration": threadLives}
	err := c.api.do(ctx, request{method: http.MethodPost, path: path, body: thread}, nil)
	switch {
	case err == nil || refusedWith(err, threadIsThere):
		in.opened = true
		return in.message.Thread, nil
	case errors.As(err, new(refused)):
		in.message.Thread = ""
		return in.at.channel, nil
	}
	return "", err
}

func threadName(asked string) string {
	return shortened(strings.Join(strings.Fields(bot.Visible(asked)), " "), longestName)
}
