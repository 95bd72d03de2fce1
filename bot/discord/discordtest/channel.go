package discordtest

// The kinds of channels, by Discord's numbers.
const (
	textChannel  = 0
	directChat   = 1
	publicThread = 11
	forumChannel = 15
)

type channel struct {
	id, name  string
	kind      int
	guild     *Guild // nil for a direct chat
	parent    string // of a thread
	recipient *Person
	denied    uint64 // what the bot may not do here
	archived  bool   // a thread in which nothing can be changed
}

// Archive puts a thread into the archive.
func (s *Server) Archive(thread string) { s.change(func() { s.channels[thread].archived = true }) }

// Channel returns the id of a new text channel.
func (g *Guild) Channel(name string) string {
	return g.server.open(&channel{name: name, kind: textChannel, guild: g}, "CHANNEL_CREATE")
}

// Forum returns the id of a new forum.
func (g *Guild) Forum(name string) string {
	return g.server.open(&channel{name: name, kind: forumChannel, guild: g}, "CHANNEL_CREATE")
}

// Thread returns the id of a new thread that a person opened in a channel.
func (g *Guild) Thread(parent, name string) string {
	return g.server.open(&channel{name: name, kind: publicThread, guild: g, parent: parent}, "THREAD_CREATE")
}

// Direct returns the id of the channel in which a person writes to the bot alone.
func (s *Server) Direct(p *Person) (id string) {
	s.change(func() { id = s.direct(p).id })
	return id
}

func (s *Server) direct(p *Person) *channel {
	for _, c := range s.channels {
		if c.recipient != nil && c.recipient.ID == p.ID {
			return c
		}
	}
	c := &channel{id: s.newID(), kind: directChat, recipient: p}
	s.channels[c.id] = c
	return c
}

// Deny takes permissions from the bot in a channel.
func (s *Server) Deny(channel string, permissions uint64) {
	s.change(func() { s.channels[channel].denied = permissions })
}

// open adds a channel and tells the bot of it.
func (s *Server) open(c *channel, event string) string {
	s.change(func() {
		c.id = s.newID()
		s.channels[c.id] = c
	})
	s.Tell(Event{event, c.object()})
	return c.id
}

// may reports whether the bot has permissions in a channel.
func (c *channel) may(permissions uint64) bool {
	return c.guild == nil || c.guild.granted&^c.denied&permissions == permissions
}

func (c *channel) object() object {
	o := object{"id": c.id, "type": c.kind, "flags": 0, "last_message_id": nil}
	switch {
	case c.guild == nil:
		o["recipients"] = []any{c.recipient.object()}
		return o
	case c.kind == publicThread:
		o["owner_id"], o["message_count"], o["member_count"], o["total_message_sent"] = Bot, 0, 1, 0
		o["thread_metadata"] = object{"archived": c.archived, "auto_archive_duration": 1440, "archive_timestamp": stamp(), "locked": false}
	default:
		o["topic"], o["nsfw"], o["position"] = nil, false, 0
		o["permission_overwrites"] = []any{object{"id": Bot, "type": 1, "allow": "0", "deny": bits(c.denied)}}
	}
	o["name"], o["guild_id"], o["parent_id"] = c.name, c.guild.ID, orNull(c.parent)
	return o
}
