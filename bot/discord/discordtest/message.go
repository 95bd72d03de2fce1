package discordtest

import (
	"maps"
	"strconv"
)

// needs are the permissions without which a message is refused.
func (c *Call) needs(ch *channel) uint64 {
	needed := SendMessages
	if ch.kind == publicThread {
		needed = SendInThreads
	}
	if len(c.Embeds) > 0 {
		needed |= EmbedLinks
	}
	return needed
}

// post makes a message of the bot's in a channel.
func (s *Server) post(c *Call) (any, *refusal) {
	ch, refused := s.channel(c.Channel, 0)
	switch {
	case refused != nil:
		return nil, refused
	case !ch.may(c.needs(ch)):
		return nil, missingRights
	case ch.kind == forumChannel:
		return nil, notHere
	case !s.reachable(ch):
		return nil, cannotReach
	}
	c.ReplyTo = text(c.Args, "message_reference", "message_id")
	if there := s.messages[c.ReplyTo]; c.ReplyTo != "" && (there == nil || there["channel_id"] != ch.id) {
		if reference, _ := c.Args["message_reference"].(object); reference["fail_if_not_exists"] != false {
			return nil, badForm
		}
		c.ReplyTo = ""
	}
	nonce := text(c.Args, "nonce")
	if there := s.messages[s.nonces[ch.id+" "+nonce]]; there != nil && nonce != "" && c.Args["enforce_nonce"] == true {
		c.ID, c.Err = text(there, "id"), "it was there already"
		return there, nil
	}
	ch.archived = false // what is posted takes a thread out of the archive
	said := s.show(c, ch)
	s.nonces[ch.id+" "+nonce] = c.ID
	return said, nil
}

// reachable reports whether the bot shares a server with whom it writes to.
func (s *Server) reachable(ch *channel) bool {
	if ch.guild != nil {
		return true
	}
	for _, g := range s.guilds {
		if g.members[ch.recipient.ID] != nil {
			return true
		}
	}
	return false
}

// show makes what a call says a message of the channel. Where others see it too, the app
// is told of it like everybody.
func (s *Server) show(c *Call, ch *channel) object {
	c.ID = s.newID()
	m := s.newMessage(c.ID, botUser(), ch.id, c.Content)
	m["application_id"] = App
	c.Channel = ch.id
	if ch.guild != nil {
		c.Guild = ch.guild.ID
	}
	s.fill(m, c)
	if there := s.messages[c.ReplyTo]; there != nil {
		m["type"], m["referenced_message"] = 19, there
		m["message_reference"] = object{"type": 0, "message_id": c.ReplyTo, "channel_id": ch.id, "guild_id": orNull(c.Guild)}
	}
	s.messages[c.ID] = m
	if !c.Ephemeral {
		told := Event{"MESSAGE_CREATE", s.inGuild(m, ch, nil)}
		c.tell = func() { s.Tell(told) }
	}
	return m
}

// fill puts into a message what a call says of it; what it leaves out stays.
func (s *Server) fill(m object, c *Call) {
	for _, field := range []string{"content", "embeds", "components"} {
		if v, ok := c.Args[field]; ok {
			m[field] = v
		}
	}
	if c.Ephemeral {
		m["flags"] = ephemeral
	}
	if _, ok := c.Args["attachments"]; ok {
		m["attachments"] = s.attachments(c.Files)
	}
	for field, empty := range map[string]any{"content": "", "embeds": []any{}, "components": []any{}} {
		if m[field] == nil {
			m[field] = empty
		}
	}
	c.Content, _ = m["content"].(string)
	c.Embeds, _ = m["embeds"].([]any)
	c.Components, _ = m["components"].([]any)
}

// newMessage is what every message holds.
func (s *Server) newMessage(id string, author object, channel, text string) object {
	return object{
		"id": id, "type": 0, "channel_id": channel, "author": author, "content": text, "timestamp": stamp(), "edited_timestamp": nil,
		"tts": false, "mention_everyone": false, "mentions": []any{}, "mention_roles": []any{}, "attachments": []any{},
		"embeds": []any{}, "components": []any{}, "pinned": false, "flags": 0,
	}
}

// inGuild is a message as an event tells of it: with the server and the member, if there are.
func (s *Server) inGuild(m object, ch *channel, who *member) object {
	told := maps.Clone(m)
	if ch.guild == nil {
		told["channel_type"] = directChat
		return told
	}
	told["guild_id"], told["channel_type"] = ch.guild.ID, ch.kind
	if who != nil {
		told["member"] = partial(who.object(ch.guild))
	}
	return told
}

// own returns a message that the bot wrote.
func (s *Server) own(id string) object {
	if m := s.messages[id]; m != nil && text(m, "author", "id") == Bot {
		return m
	}
	return nil
}

func (s *Server) edit(c *Call) (any, *refusal) {
	m, refused := s.changeable(c)
	if refused != nil {
		return nil, refused
	}
	return s.edited(m, c), nil
}

// changeable returns a message of the bot's in a channel that is not archived.
func (s *Server) changeable(c *Call) (object, *refusal) {
	ch, refused := s.channel(c.Channel, 0)
	m := s.own(c.ID)
	switch {
	case refused != nil:
		return nil, refused
	case m == nil || m["channel_id"] != c.Channel:
		return nil, unknownMessage
	case ch.archived:
		return nil, archived
	case ch.guild != nil:
		c.Guild = ch.guild.ID
	}
	return m, nil
}

// edited is a message with what a call changes.
func (s *Server) edited(m object, c *Call) object {
	s.fill(m, c)
	m["edited_timestamp"] = stamp()
	return m
}

func (s *Server) remove(c *Call) (any, *refusal) {
	if _, refused := s.changeable(c); refused != nil {
		return nil, refused
	}
	delete(s.messages, c.ID)
	return nil, nil
}

// bits are permissions as Discord writes them.
func bits(permissions uint64) string { return strconv.FormatUint(permissions, 10) }

// orNull returns what JSON says of an id that may be missing.
func orNull(id string) any {
	if id == "" {
		return nil
	}
	return id
}

// Shows reports whether a message is still there.
func (s *Server) Shows(id string) (is bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.messages[id] != nil
}
