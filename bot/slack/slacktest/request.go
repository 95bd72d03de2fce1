package slacktest

import (
	"fmt"
	"strconv"
	"strings"
)

// Request is something that Slack tells the app.
type Request struct {
	Type    string // events_api, slash_commands or interactive
	ID      string // the envelope's; one is made where it is empty
	Payload map[string]any
	Attempt int // for a delivery that is tried again: how often it was before, and why
	Reason  string
}

// With sets a field of the payload, such as "event.bot_id" or "authorizations.0.team_id",
// and returns the request.
func (r Request) With(path string, value any) Request {
	parts := strings.Split(path, ".")
	at := any(r.Payload)
	for _, part := range parts[:len(parts)-1] {
		at = child(at, part)
	}
	m, ok := at.(map[string]any)
	if !ok {
		panic(fmt.Sprintf("the payload has no %s", path))
	}
	m[parts[len(parts)-1]] = value
	return r
}

// Field returns a field of the payload, as With names it.
func (r Request) Field(path string) any {
	at := any(r.Payload)
	for _, part := range strings.Split(path, ".") {
		at = child(at, part)
	}
	return at
}

// TS returns the time of the message that an event tells of.
func (r Request) TS() string {
	ts, _ := r.Field("event.ts").(string)
	return ts
}

func child(at any, name string) any {
	switch at := at.(type) {
	case map[string]any:
		return at[name]
	case []any:
		if i, err := strconv.Atoi(name); err == nil && i < len(at) {
			return at[i]
		}
	}
	return nil
}
