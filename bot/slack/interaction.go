package slack

import (
	"encoding/json"
	"strings"

	"verbatim/bot"
)

// findSource is the callback_id of the message shortcut.
const findSource = "find_source"

// interaction is a button pressed or a shortcut chosen.
type interaction struct {
	Type       string `json:"type"`
	CallbackID string `json:"callback_id"`
	TriggerID  string `json:"trigger_id"`
	Response   string `json:"response_url"`
	Everywhere bool   `json:"is_enterprise_install"`
	Team       named  `json:"team"` // null where the bot is installed in a whole organisation
	Enterprise named  `json:"enterprise"`
	Channel    named  `json:"channel"`
	User       struct {
		ID       string `json:"id"`
		Username string `json:"username"`
		Name     string `json:"name"`
		TeamID   string `json:"team_id"`
	} `json:"user"`
	View struct {
		InstalledIn string `json:"app_installed_team_id"`
	} `json:"view"`
	Container struct {
		Channel   string `json:"channel_id"`
		TS        string `json:"message_ts"`
		ThreadTS  string `json:"thread_ts"`
		Ephemeral bool   `json:"is_ephemeral"`
	} `json:"container"`
	Message struct {
		Text     string `json:"text"`
		ThreadTS string `json:"thread_ts"`
		User     string `json:"user"`
		TeamID   string `json:"team"`
	} `json:"message"`
	Actions []struct {
		ID    string `json:"action_id"`
		Value string `json:"value"`
		URL   string `json:"url"`
	} `json:"actions"`
}

type named struct {
	ID string `json:"id"`
}

func (i *interaction) team() team {
	t := team{id: first(i.View.InstalledIn, i.Team.ID, i.User.TeamID)}
	if i.Everywhere || i.Team.ID == "" {
		t.enterprise = i.Enterprise.ID
	}
	return t
}

func (all workspaces) interaction(payload []byte) (*incoming, error) {
	var i interaction
	if err := json.Unmarshal(payload, &i); err != nil {
		return nil, err
	}
	pressed := i.Type == "block_actions" && len(i.Actions) > 0 && i.Actions[0].URL == "" // a link is followed, not answered
	chosen := i.Type == "message_action" && i.CallbackID == findSource
	if i.User.ID == "" || !pressed && !chosen {
		return nil, nil
	}
	t := i.team()
	space, err := all.of(t)
	if err != nil && pressed {
		t = team{id: i.Message.TeamID}
		space, err = all.author(i.Message.TeamID, i.Message.User)
	}
	if err != nil {
		return nil, err
	}
	in := &incoming{id: i.TriggerID, team: t, task: reply, space: space}
	in.message = bot.Message{User: bot.User{ID: i.User.ID, Name: first(i.User.Username, i.User.Name)}, Addressed: true}
	if chosen {
		i.choose(in)
	} else {
		i.press(in)
	}
	return in, nil
}

// choose completes a message shortcut: what the message claims is looked for, for the person alone.
func (i *interaction) choose(in *incoming) {
	thread := i.Message.ThreadTS
	in.at = place{channel: i.Channel.ID, thread: thread, begun: thread != "", user: i.User.ID, response: i.Response, aside: true}
	in.message.Channel, in.message.Thread = i.Channel.ID, thread
	in.message.Text = read(i.Message.Text, in.space.User).text
	in.message.Claim, in.message.Private = true, true
}

// press completes a press of a button. A message in a channel begins a thread with what
// follows it; one that a single person sees cannot.
func (i *interaction) press(in *incoming) {
	c := i.Container
	at := place{
		channel: first(c.Channel, i.Channel.ID), thread: first(c.ThreadTS, i.Message.ThreadTS),
		user: i.User.ID, response: i.Response, aside: c.Ephemeral, pressed: true,
	}
	at.begun = at.thread != ""
	at.direct = at.channel == "" || isDirect(at.channel)
	if at.thread == "" && !at.direct && !at.aside {
		at.thread = c.TS
	}
	name, _, _ := strings.Cut(i.Actions[0].ID, ":")
	in.message.Channel, in.message.Thread = at.channel, at.thread
	in.message.Private = c.Ephemeral
	in.message.Action = &bot.Pressed{Name: name, State: i.Actions[0].Value}
	if at.channel == "" { // App Home: what is said to its owner comes as a direct message
		at.channel = i.User.ID
	}
	in.at = at
}
