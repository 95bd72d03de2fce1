package slacktest

import (
	"slices"
	"strings"
)

// Workspace is a team in which the app is installed. Its fields are changed with Change.
type Workspace struct {
	Team, Name string
	Enterprise string // the organisation's id, if it belongs to one
	OrgWide    bool   // the token is the whole organisation's
	Token      string
	App        string // the app's id
	User       string // the bot's id as a person
	Bot        string // and as a bot
	Scopes     []string
	Refused    string // why the token is not taken; empty while it is

	server  *Server
	altered map[string]map[string]any // by file: what files.info tells beside the usual
}

// hearing are the scopes without which Slack sends no event of these kinds, and no command.
var hearing = []string{"app_mentions:read", "channels:history", "commands", "groups:history", "im:history", "mpim:history"}

// Install installs the app in a workspace, with every scope that a method or a request
// here needs.
func (s *Server) Install(team string) *Workspace {
	w := &Workspace{
		Team:   team,
		Name:   "Workspace " + team,
		Token:  "xoxb-" + team + "-canary",
		App:    "A0VERBATIM",
		User:   "UBOT" + team,
		Bot:    "BBOT" + team,
		Scopes: slices.Clone(hearing),
		server: s, altered: map[string]map[string]any{},
	}
	for _, m := range methods {
		if m.scope != "" && !slices.Contains(w.Scopes, m.scope) {
			w.Scopes = append(w.Scopes, m.scope)
		}
	}
	s.change(func() { s.workspaces[w.Token] = w })
	return w
}

// Change changes a workspace. The next call finds it so.
func (w *Workspace) Change(f func(*Workspace)) { w.server.change(func() { f(w) }) }

// SetUser says what users.info tells of a person beside the usual: is_admin, is_bot, deleted.
func (s *Server) SetUser(id string, fields map[string]any) {
	s.change(func() { s.users[id] = fields })
}

func (w *Workspace) allows(scope string) bool {
	return scope == "" || slices.Contains(w.Scopes, scope)
}

// domain is the workspace's place in an address.
func (w *Workspace) domain() string { return strings.ToLower(w.Team) }

// orNull returns what JSON says of an id that may be missing.
func orNull(id string) any {
	if id == "" {
		return nil
	}
	return id
}
