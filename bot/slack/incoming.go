package slack

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"verbatim/bot"
)

// The kinds of payloads, as Socket Mode names them.
const (
	eventPayload       = "events_api"
	interactionPayload = "interactive"
	commandPayload     = "slash_commands"
)

// incoming is what a payload is to the bot.
type incoming struct {
	id      string // names it in its workspace, however often and whichever way Slack sends it
	team    team
	task    task
	message bot.Message // what a person says, where the task is to reply
	files   []file      // what is attached to it
	trigger string      // the trigger_id, which opens a form within 3 seconds
	fresh   bool        // it has come just now, and not before a restart
	since   time.Time   // when the last step of its way was done
	shown   showing     // what the person sees until there is a reply
	at      place
	space   *workspace
}

// task is what there is to do.
type task string

const (
	reply       task = "reply"
	showHome    task = "show App Home"
	showPrompts task = "suggest prompts"
)

// team is the workspace for which a payload is, and the organisation where the bot is
// installed in a whole one.
type team struct{ id, enterprise string }

// tenant names a workspace to the bot.
func (t team) tenant() string { return "slack:" + t.id }

// place is where a reply goes.
type place struct {
	channel, thread string // thread is empty for the channel itself
	name            string // the channel's, where Slack tells it
	begun           bool   // the thread was there before this reply
	user            string
	response        string // the response_url: 5 uses in 30 minutes
	direct          bool   // the person and the bot are alone there
	aside           bool   // what the person typed or pressed is seen by that person alone
	pressed         bool
	filled          bool // the person has sent a form
}

// seen returns the thread in which one person is shown something: a message without
// replies is no thread yet, and there Slack shows it nowhere.
func (p place) seen() string {
	if !p.begun {
		return ""
	}
	return p.thread
}

// conversation names what is answered in order: what one person sees alone is a
// conversation of that person.
func (in *incoming) conversation() string {
	who := ""
	if in.at.aside || in.at.channel == "" {
		who = in.at.user
	}
	return strings.Join([]string{in.team.id, in.at.channel, in.at.thread, who}, "/")
}

// read returns what a payload is to the bot; nil where it is nothing to it, and errForeign
// where it comes from a workspace that is none of ours.
func (all workspaces) read(kind string, payload []byte) (in *incoming, err error) {
	switch kind {
	case eventPayload:
		in, err = all.event(payload)
	case interactionPayload:
		in, err = all.interaction(payload)
	case commandPayload:
		in, err = all.command(payload)
	}
	if in == nil || err != nil {
		return nil, err
	}
	if in.id == "" {
		in.id = name(string(payload))
	}
	in.message.ID, in.message.Tenant = in.id, in.team.tenant()
	return in, nil
}

// name names something by what tells it from others.
func name(by ...string) string {
	h := sha256.New()
	for _, s := range by {
		fmt.Fprintf(h, "%q,", s)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// isDirect reports whether a channel is a conversation with one person; its id says so.
func isDirect(channel string) bool { return strings.HasPrefix(channel, "D") }
