package slack

import (
	"github.com/slack-go/slack"

	"verbatim/bot"
)

// post is a message as it is sent.
type post struct {
	Text   string // what is read where blocks are not: a notification, a screen reader. It is mrkdwn, and escaped
	Blocks []slack.Block
}

// draw returns the posts that show a reply, in order, each within Slack's limits.
func draw(r bot.Reply) []post { return nil }

// drawHome returns the App Home that shows a reply.
func drawHome(r bot.Reply) slack.HomeTabViewRequest { return slack.HomeTabViewRequest{} }
