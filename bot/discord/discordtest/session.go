package discordtest

import (
	"strconv"
	"strings"
)

// Tell has Discord tell the app something: at once where it is connected, and when it
// resumes where it is not. What it did not ask for by its intents it does not hear.
func (s *Server) Tell(e Event) {
	s.mu.Lock()
	sessions := s.sessions
	s.mu.Unlock()
	for _, n := range sessions {
		if n.hears(e.guild()) && n.wants(e) {
			n.tell(n.seen(e))
		}
	}
}

// hears reports whether a session is of the shard of a server, or of direct chats.
func (n *session) hears(guild string) bool {
	id, _ := strconv.ParseUint(guild, 10, 64)
	return id>>22%n.shard[1] == n.shard[0]
}

// wants reports whether a session asked for events of this kind.
func (n *session) wants(e Event) bool {
	if strings.HasPrefix(e.Name, "MESSAGE_") {
		if e.guild() == "" {
			return n.intents&DirectMessages != 0
		}
		return n.intents&GuildMessages != 0
	}
	return e.Name == "INTERACTION_CREATE" || n.intents&Guilds != 0
}

// seen is an event as a session sees it: without the intent, what people write to each
// other is kept from it.
func (n *session) seen(e Event) Event {
	if n.intents&MessageContent != 0 || !strings.HasPrefix(e.Name, "MESSAGE_") || e.guild() == "" || e.ofTheBot() {
		return e
	}
	kept := object{}
	for k, v := range e.Data {
		kept[k] = v
	}
	kept["content"] = ""
	for _, list := range []string{"attachments", "embeds", "components"} {
		kept[list] = []any{}
	}
	return Event{e.Name, kept}
}

// tell numbers and sends an event.
func (n *session) tell(e Event) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.say(e)
}

func (n *session) say(e Event) {
	n.told = append(n.told, object{"op": opDispatch, "t": e.Name, "s": n.gone + len(n.told) + 1, "d": e.Data})
	if n.socket != nil {
		n.socket.write(n.told[len(n.told)-1])
	}
}

// rejoin makes a connection the one of a session, and tells again what came behind a number.
func (c *Socket) rejoin(n *session, seq int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.socket, c.session = c, n
	for _, again := range n.told[seq-n.gone:] {
		c.write(again)
	}
	n.say(Event{"RESUMED", object{"_trace": []any{"gateway"}}})
}

func (n *session) resumable(seq int) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return !n.over && seq >= n.gone && seq <= n.gone+len(n.told)
}

// part ends a connection of a session; for good where the app closed it so.
func (n *session) part(c *Socket, forGood bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.socket == c {
		n.socket = nil
	}
	n.over = n.over || forGood
}

// Again tells all that the session was told once more, with the same numbers.
func (c *Socket) Again() {
	c.session.mu.Lock()
	defer c.session.mu.Unlock()
	for _, told := range c.session.told {
		if told["t"] != "READY" {
			c.write(told)
		}
	}
}
