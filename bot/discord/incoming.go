package discord

import (
	"cmp"
	"encoding/json"
	"time"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// The kinds of events that may be for the bot, as the gateway names them.
const (
	messageEvent     = "MESSAGE_CREATE"
	interactionEvent = "INTERACTION_CREATE"
)

// delivery is an event with what is needed to understand it: what is noted on disk of it.
type delivery struct {
	Kind    string            `json:"kind"`
	Payload json.RawMessage   `json:"payload"`
	Us      string            `json:"us"`              // the bot, as a user
	Channel channel           `json:"channel"`         // of a message in a server
	Roles   map[string]string `json:"roles,omitempty"` // the names of those that the message mentions, by their ids
}

// incoming is what an event is to the bot.
type incoming struct {
	id      string
	guild   string      // the server it comes from; empty where that is none
	message bot.Message // whose tenant is not known yet where guild is empty
	at      place
	answer  *response // to an interaction

	attached []attachment
	progress *adapter.Progress // of the work for the reply
	shown    sent              // what shows that progress, in whose place the reply comes
	opened   bool              // the thread in which the reply belongs is there
	since    time.Time         // when the last step of its way was done
}

// place is where a reply goes.
type place struct {
	channel string // a thread is a channel too
	user    string
	direct  bool   // the person and the bot are alone there
	opens   bool   // a thread is to be opened there, at the message
	message string // the message that is answered
	call    *call  // set for an interaction, which is answered in a way of its own
}

// call is an interaction: its token lives for 15 minutes.
type call struct {
	id, app, token string
	pressed        bool     // something in a message, and not a command
	on             string   // that message
	sent           bool     // a form is sent off
	aside          bool     // what is answered is seen by the person alone
	shelf          string   // the name of the state of what is pressed
	keeper         bool     // the person may manage the server
	roles          []string // that the person has there
}

// directTenant is where is noted what comes from no server.
const directTenant = "discord:direct"

func tenantOf(guild string) string {
	if guild == "" {
		return directTenant
	}
	return "discord:" + guild
}

// tenant names to the bot where a message is noted.
func (in *incoming) tenant() string { return tenantOf(in.guild) }

// conversation names what is answered in order: what one person sees alone is a
// conversation of that person.
func (in *incoming) conversation() string {
	if in.at.call != nil {
		return in.at.channel + "/" + in.at.user
	}
	return in.at.channel
}

// read returns what an event is to the bot; nil where it is nothing to it.
func (d delivery) read() (in *incoming, err error) {
	switch d.Kind {
	case messageEvent:
		in, err = d.message()
	case interactionEvent:
		in, err = d.interaction()
	}
	if in == nil || err != nil {
		return nil, err
	}
	in.message.ID = in.id
	if in.guild != "" {
		in.message.Tenant = in.tenant()
	}
	return in, nil
}

// person is a user of Discord.
type person struct {
	ID     string `json:"id"`
	Name   string `json:"username"`
	Shown  string `json:"global_name"`
	Bot    bool   `json:"bot"`
	System bool   `json:"system"`
}

func (p person) name() string { return cmp.Or(p.Shown, p.Name) }

// named returns what finds the name of one of some people.
func named(people []person) func(id string) string {
	return func(id string) string {
		for _, p := range people {
			if p.ID == id {
				return p.name()
			}
		}
		return ""
	}
}
