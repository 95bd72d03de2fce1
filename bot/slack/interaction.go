package slack

import (
	"cmp"
	"encoding/json"
	"strings"

	"verbatim/bot"
)

// The callback_ids of the message shortcuts.
const (
	findSource = "find_source"
	loadThis   = "load_this"
)

// interaction is a button pressed, a shortcut chosen or a form sent.
type interaction struct {
	Type       string `json:"type"`
	CallbackID string `json:"callback_id"`
	TriggerID  string `json:"trigger_id"`
	ActionTS   string `json:"action_ts"`
	MessageTS  string `json:"message_ts"`
	Response   string `json:"response_url"`
	Everywhere bool   `json:"is_enterprise_install"`
	Team       named  `json:"team"` // null where the bot is installed in a whole organisation
	Enterprise named  `json:"enterprise"`
	Channel    named  `json:"channel"`
	View       view   `json:"view"`
	User       struct {
		ID       string `json:"id"`
		Username string `json:"username"`
		Name     string `json:"name"`
		TeamID   string `json:"team_id"`
	} `json:"user"`
	Container struct {
		Channel   string `json:"channel_id"`
		TS        string `json:"message_ts"`
		ThreadTS  string `json:"thread_ts"`
		Ephemeral bool   `json:"is_ephemeral"`
	} `json:"container"`
	Message struct {
		content
		TS       string `json:"ts"`
		ThreadTS string `json:"thread_ts"`
		User     string `json:"user"`
		TeamID   string `json:"team"`
	} `json:"message"`
	Actions []struct {
		ID    string `json:"action_id"`
		Value string `json:"value"`
		URL   string `json:"url"`
		TS    string `json:"action_ts"`
	} `json:"actions"`
}

type named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// id tells one press or choice from another. The trigger_id alone may be used again, by
// what stands between Slack and the bot.
func (i *interaction) id() string {
	by := []string{
		i.TriggerID, i.Type, i.CallbackID, i.Team.ID, i.User.ID, i.Channel.ID, i.Response,
		i.ActionTS, i.MessageTS, i.Container.TS, i.Message.TS, i.View.ID, i.View.Hash,
	}
	for _, a := range i.Actions {
		by = append(by, a.ID, a.Value, a.TS)
	}
	return name(by...)
}

// team returns the workspace that an interaction names itself.
func (i *interaction) team() team {
	t := team{id: cmp.Or(i.View.InstalledIn, i.Team.ID, i.User.TeamID)}
	if i.Everywhere || i.Team.ID == "" {
		t.enterprise = i.Enterprise.ID
	}
	return t
}

// of returns the workspace of an interaction. What the bot wrote tells for sure whose it is:
// in a shared channel, who presses may be of another workspace, even of another of ours.
func (i *interaction) of(all workspaces) (team, *workspace, error) {
	if t, space := all.author(i.Message.TeamID, i.Message.User); space != nil {
		return t, space, nil
	}
	t := i.team()
	space, err := all.of(t)
	return t, space, err
}

func (all workspaces) interaction(payload []byte) (*incoming, error) {
	var i interaction
	if err := json.Unmarshal(payload, &i); err != nil {
		return nil, err
	}
	pressed := i.Type == "block_actions" && len(i.Actions) > 0 && i.Actions[0].URL == "" // a link is followed, not answered
	chosen := i.Type == "message_action" && (i.CallbackID == findSource || i.CallbackID == loadThis)
	sent := i.Type == "view_submission"
	if i.User.ID == "" || !pressed && !chosen && !sent {
		return nil, nil
	}
	in := &incoming{id: i.id(), task: reply, trigger: i.TriggerID}
	var err error
	if pressed {
		in.team, in.space, err = i.of(all)
	} else {
		in.team = i.team()
		in.space, err = all.of(in.team)
	}
	if err != nil {
		return nil, err
	}
	in.message = bot.Message{User: bot.User{ID: i.User.ID, Name: cmp.Or(i.User.Username, i.User.Name)}, Addressed: true}
	switch {
	case chosen:
		i.choose(in)
	case sent:
		if !i.View.submit(in) {
			return nil, nil
		}
	default:
		i.press(in)
	}
	return in, nil
}

// choose completes a message shortcut: what the message claims is looked for, or what it
// holds is loaded, for the person alone.
func (i *interaction) choose(in *incoming) {
	thread := i.Message.ThreadTS
	in.at = place{
		channel: i.Channel.ID, name: i.Channel.Name, thread: thread, begun: thread != "",
		user: i.User.ID, response: i.Response, aside: true,
	}
	in.message.Channel, in.message.Thread, in.message.Private = i.Channel.ID, thread, true
	if i.CallbackID == loadThis {
		in.message.Load, in.message.Text = true, readLinks(i.Message.withShared(), in.space.User).text
		in.files = i.Message.files()
		return
	}
	in.message.Claim, in.message.Text = true, read(i.Message.words(), in.space.User).text
}

// press completes a press of a button. A message in a channel begins a thread with what
// follows it; one that a single person sees cannot.
func (i *interaction) press(in *incoming) {
	c := i.Container
	at := place{
		channel: cmp.Or(c.Channel, i.Channel.ID), name: i.Channel.Name, thread: cmp.Or(c.ThreadTS, i.Message.ThreadTS),
		user: i.User.ID, response: i.Response, aside: c.Ephemeral, pressed: true,
	}
	at.begun = at.thread != ""
	at.direct = at.channel == "" || isDirect(at.channel)
	if at.thread == "" && !at.direct && !at.aside {
		at.thread = c.TS
	}
	action, _, _ := strings.Cut(i.Actions[0].ID, ":")
	in.message.Channel, in.message.Thread = at.channel, at.thread
	in.message.Private = c.Ephemeral
	in.message.Action = &bot.Pressed{Name: action}
	if i.Message.User == "" || i.Message.User == in.space.User { // on what somebody else wrote no button is the bot's
		in.message.Action.State = i.Actions[0].Value
	}
	if at.channel == "" { // App Home: what is said to its owner comes as a direct message
		at.channel = i.User.ID
	}
	in.at = at
}
