package slack

import (
	"cmp"
	"encoding/json"
	"slices"

	"verbatim/bot"
)

// callback is an event with what Slack says of its delivery.
type callback struct {
	ID             string `json:"event_id"`
	TeamID         string `json:"team_id"`
	ContextTeamID  string `json:"context_team_id"` // through which workspace the event comes
	Enterprise     string `json:"enterprise_id"`
	Authorizations []struct {
		TeamID     string `json:"team_id"`
		Enterprise string `json:"enterprise_id"`
		Everywhere bool   `json:"is_enterprise_install"`
	} `json:"authorizations"`
	Event json.RawMessage `json:"event"`
}

// team returns for whom an event is. In a shared channel the team_id beside it can be the
// other side's; the authorization is the bot's own. Where that is an organisation's it may
// name no workspace, and what is pressed names one all the same.
func (c *callback) team() team {
	if len(c.Authorizations) == 0 {
		return team{c.TeamID, c.Enterprise}
	}
	a := c.Authorizations[0]
	if !a.Everywhere {
		return team{id: a.TeamID}
	}
	return team{cmp.Or(a.TeamID, c.ContextTeamID, a.Enterprise), a.Enterprise}
}

func (all workspaces) event(payload []byte) (*incoming, error) {
	var c callback
	var kind struct {
		Type string `json:"type"`
	}
	if err := json.Unmarshal(payload, &c); err != nil || !present(c.Event) {
		return nil, err
	}
	if err := json.Unmarshal(c.Event, &kind); err != nil {
		return nil, err
	}
	understand, ok := events[kind.Type]
	if !ok {
		return nil, nil
	}
	space, err := all.of(c.team())
	if err != nil {
		return nil, err
	}
	in := &incoming{id: c.ID, team: c.team(), space: space}
	if ours, err := understand(in, c.Event); !ours || err != nil {
		return nil, err
	}
	return in, nil
}

// events are the events that may be for the bot: each completes what comes in, and reports
// whether it is for the bot.
var events = map[string]func(in *incoming, event []byte) (bool, error){
	"app_mention":              mention,
	"message":                  message,
	"app_home_opened":          homeOpened,
	"assistant_thread_started": assistantOpened,
}

// said is an app_mention or a message.
type said struct {
	Subtype     string          `json:"subtype"`
	Channel     string          `json:"channel"`
	ChannelType string          `json:"channel_type"`
	User        string          `json:"user"`
	Text        string          `json:"text"`
	TS          string          `json:"ts"`
	ThreadTS    string          `json:"thread_ts"`
	BotID       string          `json:"bot_id"`
	AppID       string          `json:"app_id"`
	BotProfile  json.RawMessage `json:"bot_profile"`
	Edited      json.RawMessage `json:"edited"`
	Hidden      bool            `json:"hidden"`
	Files       []file          `json:"files"`
}

// speaking holds the subtypes of messages in which a person says something new.
var speaking = []string{"", "file_share", "thread_broadcast"}

// slackbot is the user that reminds and announces in every workspace.
const slackbot = "USLACKBOT"

// byPerson reports whether a person said it, for certain: a bot that answers bots may never end.
func (s *said) byPerson(us *workspace) bool {
	marked := s.BotID != "" || s.AppID != "" || present(s.BotProfile)
	return !marked && !s.Hidden && s.User != "" && s.User != us.User && s.User != slackbot && s.Channel != "" && s.TS != ""
}

// present reports whether a field was there and not null.
func present(field json.RawMessage) bool { return len(field) > 0 && string(field) != "null" }

// mention understands an app_mention. An edit is no new question, and in a direct message
// the message itself comes too.
func mention(in *incoming, event []byte) (bool, error) {
	var s said
	if err := json.Unmarshal(event, &s); err != nil {
		return false, err
	}
	if !slices.Contains(speaking, s.Subtype) || !s.byPerson(in.space) || present(s.Edited) || isDirect(s.Channel) {
		return false, nil
	}
	in.say(&s, read(s.Text, in.space.User), true)
	in.at.thread = cmp.Or(s.ThreadTS, s.TS)
	in.message.Thread = in.at.thread
	return true, nil
}

// message understands what is said to the bot alone, and what is said in threads, where it
// may follow up an answer. What mentions the bot comes as app_mention too.
func message(in *incoming, event []byte) (bool, error) {
	var s said
	if err := json.Unmarshal(event, &s); err != nil {
		return false, err
	}
	if !slices.Contains(speaking, s.Subtype) || !s.byPerson(in.space) || present(s.Edited) {
		return false, nil
	}
	direct := s.ChannelType == "im" || isDirect(s.Channel)
	w := read(s.Text, in.space.User)
	if !direct && w.us {
		return false, nil
	}
	in.say(&s, w, direct)
	in.at.direct = direct
	if !direct && s.ThreadTS == "" { // it begins a conversation
		in.at.thread, in.message.Thread, in.message.Forum = s.TS, s.TS, s.Channel
	}
	return true, nil
}

// say makes a message of what was said.
func (in *incoming) say(s *said, w words, addressed bool) {
	in.task = reply
	in.at = place{channel: s.Channel, thread: s.ThreadTS, begun: s.ThreadTS != "", user: s.User}
	in.message = bot.Message{
		Channel: s.Channel, Thread: s.ThreadTS, User: bot.User{ID: s.User},
		Text: w.text, Addressed: addressed, Others: w.others, Mentioned: w.mentioned,
	}
	in.files = s.Files
}

func homeOpened(in *incoming, event []byte) (bool, error) {
	var opened struct {
		User string `json:"user"`
		Tab  string `json:"tab"`
	}
	err := json.Unmarshal(event, &opened)
	in.task = showHome
	in.message.User.ID = opened.User // whose articles they may look after
	in.at = place{user: opened.User}
	return opened.User != "" && opened.Tab == "home", err
}

func assistantOpened(in *incoming, event []byte) (bool, error) {
	var opened struct {
		Thread struct {
			User    string `json:"user_id"`
			Channel string `json:"channel_id"`
			TS      string `json:"thread_ts"`
		} `json:"assistant_thread"`
	}
	err := json.Unmarshal(event, &opened)
	in.task = showPrompts
	in.at = place{channel: opened.Thread.Channel, thread: opened.Thread.TS, begun: true, user: opened.Thread.User, direct: true}
	return opened.Thread.Channel != "", err
}
