package discordtest

import "maps"

func (s *Server) getGateway(*Call) (any, *refusal) {
	return object{"url": s.gatewayURL("/gateway/")}, nil
}

func (s *Server) getGatewayBot(*Call) (any, *refusal) {
	return object{
		"url": s.gatewayURL("/gateway/"), "shards": s.portal.shards,
		"session_start_limit": object{
			"total": 1000, "remaining": s.portal.starts, "reset_after": s.portal.reset.Milliseconds(), "max_concurrency": 16,
		},
	}, nil
}

func (s *Server) getMe(*Call) (any, *refusal) { return botUser(), nil }

// flags are the application's: whether it may read what people write, as one of few servers.
func (s *Server) flags() int {
	if s.portal.content {
		return 1<<19 | 1<<23
	}
	return 1 << 23
}

func (s *Server) getApplication(*Call) (any, *refusal) {
	app := object{
		"id": App, "name": "Verbatim", "icon": nil, "description": "", "bot_public": true, "bot_require_code_grant": false,
		"flags": s.flags(), "verify_key": "00", "bot": botUser(), "approximate_guild_count": len(s.guilds),
		"owner": object{"id": "1100000000000000003", "username": "owner", "discriminator": "0"}, "team": nil,
		"interactions_endpoint_url": nil, "integration_types_config": object{"0": object{}},
	}
	maps.Copy(app, s.portal.application)
	return app, nil
}

func (s *Server) getGuilds(*Call) (any, *refusal) {
	all := []any{}
	for _, g := range s.guilds {
		all = append(all, object{"id": g.ID, "name": g.Name, "icon": nil, "owner": false, "permissions": bits(g.granted), "features": []any{}})
	}
	return all, nil
}

func (s *Server) openDirect(c *Call) (any, *refusal) {
	id := text(c.Args, "recipient_id")
	for _, g := range s.guilds {
		if m := g.members[id]; m != nil {
			return s.direct(m.person).object(), nil
		}
	}
	return nil, unknownUser
}

func (s *Server) getGuild(c *Call) (any, *refusal) {
	if g := s.guilds[c.Guild]; g != nil {
		return g.object(), nil
	}
	return nil, unknownGuild
}

func (s *Server) getRoles(c *Call) (any, *refusal) {
	if g := s.guilds[c.Guild]; g != nil {
		return g.object()["roles"], nil
	}
	return nil, unknownGuild
}

func (s *Server) getChannels(c *Call) (any, *refusal) {
	if s.guilds[c.Guild] == nil {
		return nil, unknownGuild
	}
	all := []any{}
	for _, ch := range s.channels {
		if ch.guild != nil && ch.guild.ID == c.Guild && ch.kind != publicThread {
			all = append(all, ch.object())
		}
	}
	return all, nil
}

func (s *Server) getMember(c *Call) (any, *refusal) {
	g, id := s.guilds[c.Guild], c.path("user")
	switch {
	case g == nil:
		return nil, unknownGuild
	case id == Bot:
		return botMember(g), nil
	case g.members[id] == nil:
		return nil, unknownMember
	}
	return g.members[id].object(g), nil
}

// channel returns a channel in which the bot may do something.
func (s *Server) channel(id string, permissions uint64) (*channel, *refusal) {
	c := s.channels[id]
	switch {
	case c == nil, c.guild != nil && s.guilds[c.guild.ID] == nil:
		return nil, unknownChannel
	case !c.may(ViewChannel):
		return nil, missingAccess
	case !c.may(permissions):
		return nil, missingRights
	}
	return c, nil
}

func (s *Server) getChannel(c *Call) (any, *refusal) {
	ch, refused := s.channel(c.Channel, 0)
	if refused != nil {
		return nil, refused
	}
	return ch.object(), nil
}

// archive puts a thread into the archive, or takes it out.
func (s *Server) archive(c *Call) (any, *refusal) {
	ch, refused := s.channel(c.Channel, SendInThreads)
	switch {
	case refused != nil:
		return nil, refused
	case ch.kind != publicThread:
		return nil, missingRights
	}
	ch.archived = c.Args["archived"] == true
	return ch.object(), nil
}

func (s *Server) getMessage(c *Call) (any, *refusal) {
	if _, refused := s.channel(c.Channel, ReadHistory); refused != nil {
		return nil, refused
	}
	if m := s.messages[c.ID]; m != nil && m["channel_id"] == c.Channel {
		return m, nil
	}
	return nil, unknownMessage
}

func (s *Server) nothing(c *Call) (any, *refusal) {
	_, refused := s.channel(c.Channel, 0)
	return nil, refused
}

// openThread opens a thread from a message, whose id it then has too.
func (s *Server) openThread(c *Call) (any, *refusal) {
	ch, refused := s.channel(c.Channel, CreateThreads)
	switch {
	case refused != nil:
		return nil, refused
	case ch.kind != textChannel:
		return nil, notHere
	case s.messages[c.ID] == nil:
		return nil, unknownMessage
	case s.channels[c.ID] != nil:
		return nil, threadThere
	}
	thread := &channel{id: c.ID, name: text(c.Args, "name"), kind: publicThread, guild: ch.guild, parent: ch.id, denied: ch.denied}
	s.channels[thread.id] = thread
	o := thread.object()
	o["newly_created"] = true
	c.tell = func() { s.Tell(Event{"THREAD_CREATE", o}) }
	return thread.object(), nil
}
