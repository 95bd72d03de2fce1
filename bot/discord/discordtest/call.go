package discordtest

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

// Call is something the app asked of the REST API.
type Call struct {
	Route  string // what was asked: "post", "edit", "callback", "followup", "original", "thread", "set commands"...
	Args   map[string]any
	Body   any // as sent, where it is no object
	Query  url.Values
	At     time.Time
	Status int    // with which it was refused
	Err    string // why it was refused; empty where it was done

	Guild, Channel string
	ID             string // of the message, or the thread, that it made or changed
	User           string // for what answers an interaction: whose it was
	Interaction    string // the interaction that it answers
	Kind           int    // of a callback: 4 says something, 5 and 6 put it off, 7 changes the message, 8 suggests, 9 opens a modal
	Ephemeral      bool   // it is for User alone
	ReplyTo        string // the message that it replies to
	Content        string
	Embeds         []any
	Components     []any
	Files          []File // that go with it

	path  func(string) string
	tell  func() // what Discord tells the app once it is done
	taken bool
	made  uint64 // how many ids were given out by then
}

// read takes what a message holds out of its JSON.
func (c *Call) read(message object) {
	c.Content, _ = message["content"].(string)
	c.Embeds, _ = message["embeds"].([]any)
	c.Components, _ = message["components"].([]any)
	if flags, _ := message["flags"].(float64); int(flags)&ephemeral != 0 {
		c.Ephemeral = true
	}
}

// ephemeral is the flag of a message that one person alone sees.
const ephemeral = 1 << 6

func (c Call) String() string {
	return strings.Join([]string{c.Route, c.Channel, c.User, fmt.Sprintf("%.60q", c.Content), c.Err}, " ")
}

// Says reports whether the call shows something to somebody.
func (c Call) Says() bool {
	switch c.Route {
	case "post", "edit", "followup", "original":
		return true
	case "callback":
		return c.Kind == 4 || c.Kind == 7
	}
	return false
}

// Shown returns all the words that a call shows, in their order: its content, its embeds,
// in braces the labels of what its menus offer, and in brackets those of its buttons.
func (c Call) Shown() string {
	lines := []string{c.Content}
	for _, e := range c.Embeds {
		e, _ := e.(object)
		lines = append(lines, text(e, "author", "name"), text(e, "title"), text(e, "description"))
		fields, _ := e["fields"].([]any)
		for _, f := range fields {
			lines = append(lines, text(f, "name"), text(f, "value"))
		}
		lines = append(lines, text(e, "footer", "text"))
	}
	for _, m := range Menu(c) {
		lines = append(lines, "{"+m.Label+"}")
	}
	for _, b := range Buttons(c) {
		lines = append(lines, "["+b.Label+"]")
	}
	return strings.Join(slices.DeleteFunc(lines, func(l string) bool { return l == "" }), "\n")
}

// text returns the text at a path in a JSON object; empty where there is none.
func text(at any, path ...string) string {
	for _, name := range path {
		o, _ := at.(object)
		at = o[name]
	}
	s, _ := at.(string)
	return s
}

// Calls returns all that was asked and not refused, in order.
func (s *Server) Calls() []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	var done []Call
	for _, c := range s.calls {
		if c.Err == "" {
			done = append(done, *c)
		}
	}
	return done
}

// Asked returns how many calls match, those that were refused too.
func (s *Server) Asked(match func(Call) bool) (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.calls {
		if match(*c) {
			n++
		}
	}
	return n
}

// Await returns the first call not yet returned by Await that was done and matches.
func (s *Server) Await(t testing.TB, match func(Call) bool) (found Call) {
	t.Helper()
	return s.first(t, "a call", func(c Call) bool { return c.Err == "" && match(c) })
}

// AwaitRefused returns the first call not yet returned that matches and was answered with a fault.
func (s *Server) AwaitRefused(t testing.TB, match func(Call) bool) (found Call) {
	t.Helper()
	return s.first(t, "a call that is refused", func(c Call) bool { return c.Err != "" && match(c) })
}

func (s *Server) first(t testing.TB, what string, match func(Call) bool) (found Call) {
	t.Helper()
	s.await(t, what, func() bool {
		for _, c := range s.calls {
			if !c.taken && match(*c) {
				c.taken, found = true, *c
				return true
			}
		}
		return false
	})
	return found
}

// AwaitCount returns once n calls, whether returned before or not, were done and match.
func (s *Server) AwaitCount(t testing.TB, n int, match func(Call) bool) {
	t.Helper()
	next, count := 0, 0 // where to go on: calls are only ever added
	s.await(t, fmt.Sprint(n, " calls"), func() bool {
		for ; next < len(s.calls); next++ {
			if c := s.calls[next]; c.Err == "" && match(*c) {
				count++
			}
		}
		return count >= n
	})
}

// To matches what everybody reads in a channel or a thread.
func To(channel string) func(Call) bool {
	return func(c Call) bool { return c.Says() && !c.Ephemeral && c.Channel == channel }
}

// OnlyTo matches what one person alone reads in a channel.
func OnlyTo(p *Person, channel string) func(Call) bool {
	return func(c Call) bool { return c.Says() && c.Ephemeral && c.User == p.ID && c.Channel == channel }
}

// Answering matches what is said to an interaction.
func Answering(e Event) func(Call) bool {
	return func(c Call) bool { return c.Says() && c.Interaction == e.ID() }
}

// Callback matches the first response to an interaction, whatever it is.
func Callback(e Event) func(Call) bool {
	return func(c Call) bool { return c.Route == "callback" && c.Interaction == e.ID() }
}

// Route matches the calls of one route.
func Route(name string) func(Call) bool { return func(c Call) bool { return c.Route == name } }
