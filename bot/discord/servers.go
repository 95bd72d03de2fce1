package discord

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"
)

// servers is what the gateway has told of the servers that the bot is in.
type servers struct {
	mu     sync.Mutex
	us     string // the bot, as a user
	app    string // the application
	all    map[string]*server
	ready  map[int]bool // by shard: it has told which servers there are
	shards int
	whole  chan struct{} // closed once all have
}

type server struct {
	name     string
	shard    int
	channels map[string]channel
	roles    map[string]string // their names, by id
}

// channel is what is to be known of a channel to answer in it.
type channel struct {
	Kind   int    `json:"type"`
	Parent string `json:"parent_id"`
	Name   string `json:"name"`
}

// The kinds of channels that make a difference.
const (
	textChannel   = 0
	newsChannel   = 5
	newsThread    = 10
	publicThread  = 11
	privateThread = 12
)

func (c channel) isThread() bool {
	return c.Kind == newsThread || c.Kind == publicThread || c.Kind == privateThread
}

// opensThreads reports whether threads can be opened at the messages of a channel.
func (c channel) opensThreads() bool { return c.Kind == textChannel || c.Kind == newsChannel }

func newServers() *servers {
	return &servers{all: map[string]*server{}, ready: map[int]bool{}, whole: make(chan struct{})}
}

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

// keep keeps what was asked for of a channel.
func (s *servers) keep(guild, id string, c channel) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.put(guild, id, c, false)
}

// channel returns what is known of a channel.
func (s *servers) channel(guild, id string) (c channel, known bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if g := s.all[guild]; g != nil {
		c, known = g.channels[id]
	}
	return c, known
}

// has reports whether the bot is in a server.
func (s *servers) has(guild string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all[guild] != nil
}

// ids returns who the bot is, as a user and as an application.
func (s *servers) ids() (us, app string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.us, s.app
}

// names returns the servers with their names.
func (s *servers) names() map[string]string {
	s.mu.Lock()
	defer s.mu.Unlock()
	names := map[string]string{}
	for id, g := range s.all {
		if names[id] = g.name; g.name == "" {
			names[id] = id
		}
	}
	return names
}
