package discordtest

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// Guild is a server that the bot is in.
type Guild struct {
	ID, Name string

	server                    *Server
	owner, botRole, adminRole string // ids
	granted                   uint64 // to the bot, by its role
	members                   map[string]*member
}

// Person is a user of Discord.
type Person struct{ ID, Name string }

type member struct {
	person *Person
	admin  bool
	roles  []string // other than that of admins
}

// Permissions, by Discord's bits.
const (
	Administrator  uint64 = 1 << 3
	ManageGuild    uint64 = 1 << 5
	ViewChannel    uint64 = 1 << 10
	SendMessages   uint64 = 1 << 11
	EmbedLinks     uint64 = 1 << 14
	AttachFiles    uint64 = 1 << 15
	ReadHistory    uint64 = 1 << 16
	CreateThreads  uint64 = 1 << 35
	SendInThreads  uint64 = 1 << 38
	botPermissions        = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadHistory | CreateThreads | SendInThreads
)

// Join puts the bot into a new server, and tells it so if it is connected.
func (s *Server) Join(name string) *Guild {
	g := &Guild{Name: name, server: s, granted: botPermissions, members: map[string]*member{}}
	s.change(func() {
		g.ID, g.owner, g.botRole, g.adminRole = s.newID(), s.newID(), s.newID(), s.newID()
		s.guilds[g.ID] = g
	})
	s.Tell(Event{"GUILD_CREATE", s.guildObject(g)})
	return g
}

// Guilds returns the servers that the bot is in, in no order.
func (s *Server) Guilds() []*Guild {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Collect(maps.Values(s.guilds))
}

// Leave takes the bot out of a server, and tells it so.
func (g *Guild) Leave() {
	g.server.change(func() { delete(g.server.guilds, g.ID) })
	g.server.Tell(Event{"GUILD_DELETE", object{"id": g.ID}})
}

// Person returns a new user, of no server.
func (s *Server) Person(name string) *Person { return &Person{s.ID(), name} }

// Person returns a new member of the server.
func (g *Guild) Person(name string) *Person {
	p := g.server.Person(name)
	g.Add(p)
	return p
}

// Add makes a user a member.
func (g *Guild) Add(p *Person) { g.server.change(func() { g.members[p.ID] = &member{person: p} }) }

// Remove has a member leave the server.
func (g *Guild) Remove(p *Person) { g.server.change(func() { delete(g.members, p.ID) }) }

// SetAdmin says whether a member may manage the server.
func (g *Guild) SetAdmin(p *Person, admin bool) {
	g.server.change(func() { g.members[p.ID] = &member{person: p, admin: admin} })
}

// Role gives a new role to members, and tells the bot of it.
func (g *Guild) Role(name string, to ...*Person) Role {
	r := Role{g.server.ID(), name}
	g.server.change(func() {
		for _, p := range to {
			g.members[p.ID].roles = append(g.members[p.ID].roles, r.ID)
		}
	})
	g.server.Tell(Event{"GUILD_ROLE_CREATE", object{"guild_id": g.ID, "role": object{"id": r.ID, "name": name}}})
	return r
}

// Grant says what the bot's role allows it, instead of all that it asked for.
func (g *Guild) Grant(permissions uint64) { g.server.change(func() { g.granted = permissions }) }

func (p *Person) object() object {
	return object{
		"id": p.ID, "username": strings.ToLower(p.Name), "global_name": p.Name, "discriminator": "0",
		"avatar": nil, "public_flags": 0, "bot": false,
	}
}

func botUser() object {
	return object{
		"id": Bot, "username": "verbatim", "global_name": nil, "discriminator": "4711", "avatar": nil,
		"public_flags": 1 << 16, "bot": true, "verified": true, "mfa_enabled": true, "flags": 0,
	}
}

func (m *member) object(g *Guild) object {
	roles := []any{}
	if m.admin {
		roles = append(roles, g.adminRole)
	}
	for _, id := range m.roles {
		roles = append(roles, id)
	}
	return object{
		"user": m.person.object(), "nick": nil, "avatar": nil, "roles": roles, "joined_at": stamp(),
		"deaf": false, "mute": false, "pending": false, "flags": 0,
	}
}

// partial is a member as it stands beside the user in an event.
func partial(m object) object {
	o := object{}
	for k, v := range m {
		if k != "user" {
			o[k] = v
		}
	}
	return o
}

func (m *member) permissions() string {
	if m.admin {
		return bits(1<<53 - 1)
	}
	return bits(ViewChannel | SendMessages | ReadHistory | 1<<31)
}

func botMember(g *Guild) object {
	return object{"user": botUser(), "nick": nil, "roles": []any{g.botRole}, "joined_at": stamp(), "deaf": false, "mute": false, "flags": 0}
}

func (s *Server) guildObject(g *Guild) object {
	s.mu.Lock()
	defer s.mu.Unlock()
	o := g.object()
	channels, threads := []any{}, []any{}
	for _, c := range s.channels {
		switch {
		case c.guild != g:
		case c.kind == publicThread:
			threads = append(threads, c.object())
		default:
			channels = append(channels, c.object())
		}
	}
	o["channels"], o["threads"], o["members"], o["presences"] = channels, threads, []any{botMember(g)}, []any{}
	o["joined_at"], o["large"], o["unavailable"], o["member_count"] = stamp(), false, false, len(g.members)+1
	return o
}

func (g *Guild) object() object {
	role := func(id, name string, permissions uint64) object {
		return object{"id": id, "name": name, "permissions": bits(permissions), "position": 0, "color": 0, "hoist": false, "managed": false, "mentionable": false, "flags": 0}
	}
	return object{
		"id": g.ID, "name": g.Name, "icon": nil, "owner_id": g.owner, "preferred_locale": "en-US",
		"features": []any{"COMMUNITY"}, "emojis": []any{}, "stickers": []any{}, "roles": []any{
			role(g.ID, "@everyone", 0),
			role(g.botRole, "Verbatim", g.granted), role(g.adminRole, "Admins", Administrator),
		},
	}
}

// stamp is a time as Discord writes it.
func stamp() string { return time.Now().UTC().Format("2006-01-02T15:04:05.000000+00:00") }
