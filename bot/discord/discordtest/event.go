package discordtest

import (
	"maps"
	"strconv"
	"strings"
)

// Event is something that Discord tells the app: its name, such as MESSAGE_CREATE, and
// what it holds.
type Event struct {
	Name string
	Data map[string]any
}

// With sets a field of the data, such as "author.bot" or "mentions.0.id", and returns the event.
func (e Event) With(path string, value any) Event {
	parts := strings.Split(path, ".")
	at := any(e.Data)
	for _, part := range parts[:len(parts)-1] {
		at = child(at, part)
	}
	at.(object)[parts[len(parts)-1]] = value
	return e
}

// Field returns a field of the data, as With names it.
func (e Event) Field(path string) any {
	at := any(e.Data)
	for _, part := range strings.Split(path, ".") {
		at = child(at, part)
	}
	return at
}

func child(at any, name string) any {
	switch at := at.(type) {
	case object:
		return at[name]
	case []any:
		if i, err := strconv.Atoi(name); err == nil && i < len(at) {
			return at[i]
		}
	}
	return nil
}

// ID is the id of the message, the interaction or the thread that the event tells of.
func (e Event) ID() string { return text(e.Data, "id") }

func (e Event) guild() string {
	if strings.HasPrefix(e.Name, "GUILD_") {
		return e.ID()
	}
	return text(e.Data, "guild_id")
}

// ofTheBot reports whether the content of a message is for the bot even without the
// intent: where it is mentioned, and where it wrote it.
func (e Event) ofTheBot() bool {
	mentions, _ := e.Data["mentions"].([]any)
	for _, m := range mentions {
		if text(m, "id") == Bot {
			return true
		}
	}
	return text(e.Data, "author", "id") == Bot
}

// Message is what Discord tells when a person writes in a channel, a thread or, where the
// channel is a direct one, to the bot alone.
func (s *Server) Message(p *Person, channel, text string) Event {
	return s.written(p.object(), channel, func(m object) { m["content"] = text })
}

// Mention is a message that begins with the bot's name.
func (s *Server) Mention(p *Person, channel, text string) Event {
	return s.written(p.object(), channel, func(m object) {
		m["content"], m["mentions"] = "<@"+Bot+"> "+text, []any{mentioned(botUser())}
	})
}

// MentionOf is a message that names another person.
func (s *Server) MentionOf(other, p *Person, channel, text string) Event {
	return s.written(p.object(), channel, func(m object) {
		m["content"], m["mentions"] = "<@"+other.ID+"> "+text, []any{mentioned(other.object())}
	})
}

// Reply is a message that replies to another, by its id; as Discord's apps do unless the
// person turns that off, it pings whom it replies to.
func (s *Server) Reply(p *Person, to, text string) Event { return s.reply(p, to, text, true) }

// SilentReply is a reply with the ping turned off.
func (s *Server) SilentReply(p *Person, to, text string) Event { return s.reply(p, to, text, false) }

func (s *Server) reply(p *Person, to, said string, ping bool) Event {
	s.mu.Lock()
	first := maps.Clone(s.messages[to])
	s.mu.Unlock()
	return s.written(p.object(), text(first, "channel_id"), func(m object) {
		m["type"], m["content"], m["referenced_message"] = 19, said, first
		m["message_reference"] = object{"type": 0, "message_id": to, "channel_id": first["channel_id"]}
		if author := first["author"].(object); ping {
			m["mentions"] = []any{mentioned(author)}
		}
	})
}

// mentioned is a user as a mention tells of one.
func mentioned(user object) object { return maps.Clone(user) }

// written keeps a message, which f completes, and returns what Discord tells of it.
func (s *Server) written(author object, in string, f func(m object)) (e Event) {
	s.change(func() {
		ch := s.channels[in]
		m := s.newMessage(s.newID(), author, in, "")
		f(m)
		s.messages[text(m, "id")] = m
		var who *member
		if ch.guild != nil {
			who = ch.guild.members[text(author, "id")]
		}
		e = Event{"MESSAGE_CREATE", s.inGuild(m, ch, who)}
	})
	return e
}

// BotMessage is a message that another app posted.
func (s *Server) BotMessage(channel, text string) Event {
	robot := (&Person{"1100000000000000077", "Robot"}).object()
	robot["bot"] = true
	return s.written(robot, channel, func(m object) {
		m["content"], m["application_id"] = text, "1100000000000000078"
	})
}

// WebhookMessage is a message that a webhook posted.
func (s *Server) WebhookMessage(channel, text string) Event {
	hook := object{"id": "1100000000000000079", "username": "Hook", "discriminator": "0000", "avatar": nil, "bot": true}
	return s.written(hook, channel, func(m object) { m["content"], m["webhook_id"] = text, hook["id"] })
}

// System is a message of Discord's own, such as of kind 7: somebody joined.
func (s *Server) System(p *Person, channel string, kind int) Event {
	return s.written(p.object(), channel, func(m object) { m["type"] = kind })
}

// Edited is what Discord tells of a change to a message.
func (s *Server) Edited(message Event, text string) Event {
	changed := maps.Clone(message.Data)
	changed["content"], changed["edited_timestamp"] = text, stamp()
	return Event{"MESSAGE_UPDATE", changed}
}

// Deleted is what Discord tells of the removal of a message.
func (s *Server) Deleted(message Event) Event {
	return Event{"MESSAGE_DELETE", object{
		"id": message.ID(), "channel_id": message.Field("channel_id"), "guild_id": message.Field("guild_id"),
	}}
}

// ForumPost is what Discord tells when a person opens a post in a forum: a thread of that
// title, and its first message, which has the same id.
func (s *Server) ForumPost(p *Person, forum, title, text string) (thread, message Event) {
	s.change(func() {
		in := s.channels[forum]
		ch := &channel{id: s.newID(), name: title, kind: publicThread, guild: in.guild, parent: forum, denied: in.denied}
		s.channels[ch.id] = ch
		o := ch.object()
		o["owner_id"], o["newly_created"] = p.ID, true
		m := s.newMessage(ch.id, p.object(), ch.id, text)
		s.messages[ch.id] = m
		thread = Event{"THREAD_CREATE", o}
		message = Event{"MESSAGE_CREATE", s.inGuild(m, ch, in.guild.members[p.ID])}
	})
	return thread, message
}
