package slack

import (
	"cmp"
	"context"
	"encoding/json"

	"github.com/slack-go/slack"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// stranger is who typed or pressed something in a workspace of no token.
type stranger struct {
	Response string `json:"response_url"`
	TeamID   string `json:"team_id"` // of a command
	UserID   string `json:"user_id"`
	Team     named  `json:"team"` // of an interaction
	User     named  `json:"user"`
}

// turnAway tells somebody privately that the bot is not at work where they typed or pressed
// something. Nothing of what they wrote is read, and it takes no token.
func (c *chat) turnAway(d delivery) {
	var s stranger
	_ = json.Unmarshal(d.Payload, &s) // which was JSON before
	team := cmp.Or(s.TeamID, s.Team.ID)
	if _, told := c.foreign.LoadOrStore(team, true); !told {
		c.log.Warn("something comes from a workspace of which there is no token, and is not answered", "workspace", team)
	}
	if s.Response == "" || d.Kind == eventPayload {
		return
	}
	c.inbox.Refusing.Do(team+"/"+cmp.Or(s.UserID, s.User.ID), func() {
		if err := c.post.turnAway(c.work, s.Response); err != nil {
			c.log.Warn("a person is not told that this is another workspace", "workspace", team, "error", adapter.Bare(err))
		}
	})
}

func (p poster) turnAway(ctx context.Context, response string) error {
	for _, m := range draw(bot.NotHere.Reply()) {
		said := m.response()
		said.ResponseType = slack.ResponseTypeEphemeral
		if err := slack.PostWebhookCustomHTTPContext(ctx, response, p.hooks, said); err != nil {
			return err
		}
	}
	return nil
}
