package discord

import (
	"context"
	"encoding/json"
	"errors"

	"verbatim/bot"
)

// idOf returns the id of what an event tells of.
func idOf(data []byte) string {
	var of struct {
		ID string `json:"id"`
	}
	_ = json.Unmarshal(data, &of) // or it has none
	return of.ID
}

// locate completes a message in a server with what is known of its channel. Where that is
// nothing the channel is taken for a thread, so that nothing is dropped.
func (c *chat) locate(d *delivery) (known bool) {
	var at struct {
		Channel string   `json:"channel_id"`
		Guild   string   `json:"guild_id"`
		Roles   []string `json:"mention_roles"`
	}
	if d.Kind != messageEvent || json.Unmarshal(d.Payload, &at) != nil || at.Guild == "" {
		return true
	}
	d.Roles = c.servers.rolesOf(at.Guild, at.Roles)
	if d.Channel, known = c.servers.channel(at.Guild, at.Channel); !known {
		d.Channel = channel{Kind: publicThread, Parent: at.Channel}
	}
	return known
}

// unreadable says what is wrong with JSON without a word of it.
func unreadable(err error) string {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return "the field " + kind.Field + " is of another kind"
	}
	return "it is no JSON"
}

// note has a message on disk, and reports whether it is new. What the disk does not take
// is answered all the same.
func (c *chat) note(in *incoming, d delivery) bool {
	ctx, cancel := context.WithTimeout(c.work, noteTime)
	defer cancel()
	raw, err := json.Marshal(d)
	fresh := true
	if err == nil {
		fresh, err = c.bot.Receive(ctx, in.tenant(), bot.Received{ID: in.id, Raw: raw})
	}
	if err != nil {
		c.log.Error("a message is not noted on disk", "tenant", in.tenant(), "message", in.id, "error", err)
	}
	return fresh
}
