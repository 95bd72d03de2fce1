package discord

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
)

// sent is where a reply went, for it to be found again.
type sent struct {
	Channel  string   `json:"channel"`
	Messages []string `json:"messages"`
	Alone    bool     `json:"alone,omitempty"` // it went to a person who writes to the bot alone
}

// receipt tells the bot where a reply went that it wants to find again. Without that the
// reply is as good, and stays as it is.
func (c *chat) receipt(ctx context.Context, guild, receipt string, went sent) {
	went.Messages = slices.DeleteFunc(went.Messages, func(id string) bool { return id == "" })
	if receipt == "" || len(went.Messages) == 0 {
		return
	}
	where, err := json.Marshal(went)
	if err == nil {
		err = c.bot.Sent(ctx, tenantOf(guild), receipt, string(where))
	}
	if err != nil {
		c.log.Error("a reply cannot be found again", "tenant", tenantOf(guild), "error", err)
	}
}

// spot is where a reply goes, for something to be said there later.
type spot struct {
	Channel string `json:"channel"`
	Message string `json:"message,omitempty"` // the message that is answered, where it is none of a thread
	Opens   bool   `json:"opens,omitempty"`   // in a thread that is opened at it
	Title   string `json:"title,omitempty"`   // of that thread
	User    string `json:"user,omitempty"`    // who writes to the bot alone there
}

// placed names where the reply to a message goes; empty where one person sees it of several
// who are there. Whose articles answer is known without it: what is asked is kept with them.
func (in *incoming) placed() string {
	if in.message.Private {
		return ""
	}
	s := spot{Channel: in.at.channel}
	switch {
	case in.at.direct:
		s.User = in.at.user
	case in.at.call == nil && in.message.Thread == "" || in.at.opens:
		s.Message, s.Opens = in.at.message, in.at.opens
	}
	if in.at.opens {
		s.Title = threadName(in.message.Text)
	}
	where, err := json.Marshal(s)
	if err != nil {
		return "" // texts can always be written
	}
	return string(where)
}

// incoming returns what stands for the message that was answered at a spot.
func (s spot) incoming(id, guild string) *incoming {
	in := &incoming{id: id, guild: guild, at: place{channel: s.Channel, message: s.Message, opens: s.Opens}}
	in.message.Text = s.Title
	if s.User != "" { // there what is pressed names no server
		in.guild, in.at.user, in.at.direct = "", s.User, true
		return in
	}
	if s.Opens || s.Message == "" {
		in.message.Thread = cmp.Or(s.Message, s.Channel) // which has the id of the message
	}
	return in
}
