package slack

import (
	"encoding/json"

	"verbatim/bot"
)

// mostUploaded is the most bytes of a file that Slack takes: 1 GB.
const mostUploaded = 1_000_000_000

// The names that Slack tells of channels that have none for everybody.
const (
	directName  = "directmessage"
	privateName = "privategroup"
)

// where tells people from where something comes.
func (p place) where() string {
	switch {
	case p.direct || p.name == directName:
		return bot.InDirect
	case p.name == privateName:
		return bot.InPrivate
	case p.name == "":
		return bot.InChannel
	}
	return "#" + p.name
}

// standing is where a reply stands, or is to stand: what Slack needs to find it again.
type standing struct {
	Channel string   `json:"channel"`
	Thread  string   `json:"thread,omitempty"`
	Posts   []string `json:"posts,omitempty"` // by their times, in order
}

func (s standing) String() string {
	b, _ := json.Marshal(s) // texts always have a JSON form
	return string(b)
}

// able completes a message with what can be done where it comes from.
func (c *chat) able(in *incoming) bot.Message {
	m := in.message
	m.User.Admin, m.User.In = in.admin, in.inGroup
	m.Files = in.space.attached(in.files)
	if m.Addressed {
		m.User.Called, m.Mentioned = in.called, in.named(c.work)
	}
	m.Forms = in.fresh && in.trigger != "" && !in.at.filled
	m.Largest = mostUploaded
	m.Where, m.Alone = in.at.where(), in.at.direct
	if !m.Private && !in.at.aside && in.at.channel != "" {
		m.Place = standing{Channel: in.at.channel, Thread: in.at.thread}.String()
	}
	return m
}
