package discord

import "encoding/json"

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
