package discord

import (
	"encoding/json"
	"slices"
	"strings"
)

// told is what the gateway tells of servers and channels, in all of its events about them.
type told struct {
	channel
	ID          string          `json:"id"`
	GuildID     string          `json:"guild_id"`
	Unavailable bool            `json:"unavailable"`
	Channels    []toldChannel   `json:"channels"`
	Threads     []toldChannel   `json:"threads"`
	Roles       json.RawMessage `json:"roles"` // of a server, and of a person in one
	Role        role            `json:"role"`
	RoleID      string          `json:"role_id"`
	Archive     struct {
		Archived bool `json:"archived"`
	} `json:"thread_metadata"`
}

type toldChannel struct {
	channel
	ID string `json:"id"`
}

// note keeps what an event tells of servers and channels; of other events it keeps nothing.
func (s *servers) note(shard int, kind string, data []byte) error {
	if kind == "READY" {
		return s.begin(shard, data)
	}
	if !strings.HasPrefix(kind, "GUILD_") && !strings.HasPrefix(kind, "CHANNEL_") && !strings.HasPrefix(kind, "THREAD_") {
		return nil
	}
	var t told
	if err := json.Unmarshal(data, &t); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch kind {
	case "GUILD_CREATE", "GUILD_UPDATE":
		s.join(shard, t)
	case "GUILD_DELETE":
		if !t.Unavailable { // or else Discord only cannot reach it
			delete(s.all, t.ID)
		}
	case "CHANNEL_CREATE", "CHANNEL_UPDATE", "THREAD_CREATE", "THREAD_UPDATE":
		s.put(t.GuildID, t.ID, t.channel, t.Archive.Archived)
	case "CHANNEL_DELETE", "THREAD_DELETE":
		s.put(t.GuildID, t.ID, t.channel, true)
	case "GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE":
		s.putRole(t)
	case "THREAD_LIST_SYNC":
		for _, c := range t.Threads {
			s.put(t.GuildID, c.ID, c.channel, false)
		}
	}
	return nil
}

// begin takes the servers of a shard from its READY; their names and channels come later.
func (s *servers) begin(shard int, data []byte) error {
	var begun struct {
		User struct {
			ID string `json:"id"`
		} `json:"user"`
		Application struct {
			ID string `json:"id"`
		} `json:"application"`
		Guilds []told `json:"guilds"`
		Shard  []int  `json:"shard"`
	}
	if err := json.Unmarshal(data, &begun); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.us, s.app = begun.User.ID, begun.Application.ID
	for id, g := range s.all {
		if g.shard == shard && !slices.ContainsFunc(begun.Guilds, func(t told) bool { return t.ID == id }) {
			delete(s.all, id)
		}
	}
	for _, t := range begun.Guilds {
		s.join(shard, t)
	}
	s.ready[shard] = true
	if s.shards = 1; len(begun.Shard) == 2 {
		s.shards = begun.Shard[1]
	}
	if len(s.ready) == s.shards {
		select {
		case <-s.whole:
		default:
			close(s.whole)
		}
	}
	return nil
}

func (s *servers) join(shard int, t told) {
	g := s.all[t.ID]
	if g == nil {
		g = &server{shard: shard, channels: map[string]channel{}, roles: map[string]string{}}
		s.all[t.ID] = g
	}
	if t.Name != "" {
		g.name = t.Name
	}
	if t.Channels != nil { // it tells of all there are: what went meanwhile is not kept for good
		clear(g.channels)
	}
	for _, c := range slices.Concat(t.Channels, t.Threads) {
		g.channels[c.ID] = c.channel
	}
	var roles []role
	if json.Unmarshal(t.Roles, &roles) == nil {
		for _, r := range roles {
			g.roles[r.ID] = r.Name
		}
	}
}

func (s *servers) putRole(t told) {
	g := s.all[t.GuildID]
	switch {
	case g == nil:
	case t.RoleID != "":
		delete(g.roles, t.RoleID)
	default:
		g.roles[t.Role.ID] = t.Role.Name
	}
}

// rolesOf returns the names of some roles of a server, as far as they are known.
func (s *servers) rolesOf(guild string, ids []string) map[string]string {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := s.all[guild]
	if g == nil || len(ids) == 0 {
		return nil
	}
	names := map[string]string{}
	for _, id := range ids {
		names[id] = g.roles[id]
	}
	return names
}

func (s *servers) put(guild, id string, c channel, gone bool) {
	g := s.all[guild]
	switch {
	case g == nil:
	case gone:
		delete(g.channels, id)
	default:
		g.channels[id] = c
	}
}
