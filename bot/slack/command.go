package slack

import (
	"encoding/json"
	"strings"

	"verbatim/bot"
)

// command is a slash command. Over HTTP all of its fields are texts.
type command struct {
	Command    string `json:"command"`
	Text       string `json:"text"`
	TeamID     string `json:"team_id"`
	Enterprise string `json:"enterprise_id"`
	Everywhere any    `json:"is_enterprise_install"` // true, or "true"
	Channel    string `json:"channel_id"`
	Name       string `json:"channel_name"`
	User       string `json:"user_id"`
	UserName   string `json:"user_name"`
	Response   string `json:"response_url"`
	TriggerID  string `json:"trigger_id"`
}

func (c *command) team() team {
	if c.Everywhere == true || c.Everywhere == "true" {
		return team{c.TeamID, c.Enterprise}
	}
	return team{id: c.TeamID}
}

// id tells one command from another. The trigger_id alone may be used again, by what
// stands between Slack and the bot.
func (c *command) id() string {
	return name(c.TriggerID, c.TeamID, c.User, c.Channel, c.Command, c.Text, c.Response)
}

func (all workspaces) command(payload []byte) (*incoming, error) {
	var c command
	if err := json.Unmarshal(payload, &c); err != nil {
		return nil, err
	}
	if c.Command == "" || c.User == "" {
		return nil, nil
	}
	space, err := all.of(c.team())
	if err != nil {
		return nil, err
	}
	in := &incoming{id: c.id(), team: c.team(), task: reply, space: space, trigger: c.TriggerID}
	in.at = place{channel: c.Channel, name: c.Name, user: c.User, response: c.Response, direct: isDirect(c.Channel), aside: true}
	w := read(c.Text, space.User)
	in.message = bot.Message{
		Channel: c.Channel, User: bot.User{ID: c.User, Name: c.UserName},
		Text: strings.TrimSpace(c.Command + " " + w.text), Mentioned: w.mentioned, Addressed: true, Private: true,
	}
	return in, nil
}
