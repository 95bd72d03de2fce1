package slacktest

import (
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// Call is something the app asked of the Web API, or sent to a response_url.
type Call struct {
	Method string // such as "chat.postMessage", or "response_url"
	Token  string
	Args   map[string]any // as sent; JSON in a form is decoded
	Err    string         // why it was refused; empty where it was done

	Channel, Thread, User, Text string
	TS                          string // of the message that it made or changed
	Ephemeral                   bool   // the message is for User alone
	Blocks                      []any  // of the message or the view, with the block_id that Slack gives

	workspace *Workspace
	view      map[string]any
	taken     bool
	made      int   // how many names were given out by then
	now       *Call // what the message was changed to, last
	gone      bool  // the message was deleted
}

func (c Call) String() string {
	return strings.Join([]string{c.Method, c.Channel, c.Thread, c.User, fmt.Sprintf("%.60q", c.Text), c.Err}, " ")
}

// Shown returns all the words in a call's blocks, in their order: a line for each block,
// labels of buttons in brackets.
func (c Call) Shown() string {
	var lines []string
	for _, b := range c.Blocks {
		var line strings.Builder
		words(&line, b)
		lines = append(lines, line.String())
	}
	return strings.Join(lines, "\n")
}

func words(to *strings.Builder, part any) {
	switch part := part.(type) {
	case []any:
		for _, p := range part {
			words(to, p)
		}
	case map[string]any:
		if part["type"] == "button" {
			fmt.Fprintf(to, "[%s]", label(part))
			return
		}
		if text, ok := part["text"].(string); ok {
			to.WriteString(text)
		}
		for _, inside := range []string{"text", "fields", "elements"} {
			words(to, part[inside])
		}
	}
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

// To matches what is posted or shown in a channel and a thread; an empty thread stands for any.
func To(channel, thread string) func(Call) bool {
	return func(c Call) bool {
		return (strings.HasPrefix(c.Method, "chat.post") || c.Method == "response_url") && c.Channel == channel && (thread == "" || c.Thread == thread)
	}
}

// Method matches the calls of one method.
func Method(name string) func(Call) bool { return func(c Call) bool { return c.Method == name } }

// decode reads a request as Slack does: a form, or JSON. The token may be in either, or
// in a header.
func decode(method string, r *http.Request) (*Call, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	args, err := arguments(r.Header.Get("Content-Type"), body)
	if err != nil {
		return nil, err
	}
	c := &Call{Method: method, Args: args, Token: strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")}
	if in, ok := args["token"].(string); ok {
		c.Token = in
		delete(args, "token")
	}
	c.view, _ = args["view"].(map[string]any)
	c.Channel = first(args, "channel", "channel_id")
	c.Thread = first(args, "thread_ts")
	c.User = first(args, "user", "user_id")
	c.Text = first(args, "text")
	c.TS = first(args, "ts")
	c.Blocks, _ = args["blocks"].([]any)
	if c.view != nil {
		c.Blocks, _ = c.view["blocks"].([]any)
	}
	return c, nil
}

func arguments(contentType string, body []byte) (map[string]any, error) {
	args := map[string]any{}
	if len(body) == 0 {
		return args, nil
	}
	if kind, _, _ := mime.ParseMediaType(contentType); kind == "application/json" {
		return args, json.Unmarshal(body, &args)
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, err
	}
	for name := range form {
		args[name] = form.Get(name)
		switch name {
		case "blocks", "view", "prompts", "files":
			var inside any
			if err := json.Unmarshal([]byte(form.Get(name)), &inside); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			args[name] = inside
		}
	}
	return args, nil
}

// first returns the first of the named arguments that is there.
func first(args map[string]any, names ...string) string {
	for _, name := range names {
		if v, ok := args[name].(string); ok && v != "" {
			return v
		}
	}
	return ""
}
