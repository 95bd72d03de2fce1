package discord

import "sync"

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

// told reports whether all shards have told of their servers.
func (s *servers) told() bool {
	select {
	case <-s.whole:
		return true
	default:
		return false
	}
}

// count returns in how many servers the bot is.
func (s *servers) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.all)
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
