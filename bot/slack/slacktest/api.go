package slacktest

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
)

// method is a method of the Web API: the scope that it needs, and what it does. It is
// called with all that the server holds, and returns what is answered beside ok, or an error's name.
type method struct {
	scope string
	do    func(s *Server, c *Call) (map[string]any, string)
}

var methods map[string]method

func init() { // since they refer to themselves by way of Install
	methods = map[string]method{
		"auth.test":                             {"", (*Server).authTest},
		"apps.connections.open":                 {"", (*Server).openConnection},
		"chat.postMessage":                      {"chat:write", (*Server).post},
		"chat.postEphemeral":                    {"chat:write", (*Server).post},
		"chat.update":                           {"chat:write", (*Server).update},
		"chat.delete":                           {"chat:write", (*Server).remove},
		"conversations.open":                    {"im:write", (*Server).openDirect},
		"files.info":                            {"files:read", (*Server).fileInfo},
		"files.getUploadURLExternal":            {"files:write", (*Server).uploadURL},
		"files.completeUploadExternal":          {"files:write", (*Server).shareFiles},
		"usergroups.list":                       {"usergroups:read", (*Server).groupList},
		"usergroups.users.list":                 {"usergroups:read", (*Server).groupUsers},
		"views.open":                            {"", (*Server).openView},
		"views.publish":                         {"", (*Server).publish},
		"users.info":                            {"users:read", (*Server).usersInfo},
		"bots.info":                             {"users:read", (*Server).botsInfo},
		"assistant.threads.setSuggestedPrompts": {"assistant:write", (*Server).nothing},
	}
}

func (s *Server) serveAPI(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("method")
	c, err := decode(name, r)
	if err != nil {
		s.t.Errorf("%s was called with what cannot be read: %v", name, err)
		http.Error(w, "", http.StatusBadRequest)
		return
	}
	s.answer(w, r, c, func() (map[string]any, string) { return s.do(w.Header(), c) })
}

// do is what the server does with a call, while it holds everything still.
func (s *Server) do(h http.Header, c *Call) (map[string]any, string) {
	m, ok := methods[c.Method]
	if !ok {
		s.t.Errorf("%s is no method of this Slack's", c.Method)
		return nil, "unknown_method"
	}
	if c.Method == "apps.connections.open" {
		return m.do(s, c)
	}
	c.workspace, ok = s.workspaces[c.Token]
	if !ok {
		return nil, "invalid_auth"
	}
	if c.workspace.Refused != "" {
		return nil, c.workspace.Refused
	}
	h.Set("X-OAuth-Scopes", strings.Join(c.workspace.Scopes, ","))
	if !c.workspace.allows(m.scope) {
		return map[string]any{"needed": m.scope, "provided": strings.Join(c.workspace.Scopes, ",")}, "missing_scope"
	}
	return m.do(s, c)
}

func (s *Server) authTest(c *Call) (map[string]any, string) {
	w := c.workspace
	told := map[string]any{
		"url": "https://" + w.domain() + ".slack.com/", "team": w.Name, "user": "verbatim",
		"team_id": w.Team, "user_id": w.User, "bot_id": w.Bot, "is_enterprise_install": w.OrgWide,
	}
	if w.Enterprise != "" {
		told["enterprise_id"] = w.Enterprise
	}
	if w.OrgWide {
		told["team_id"] = w.Enterprise
	}
	return told, ""
}

func (s *Server) post(c *Call) (map[string]any, string) {
	if c.Channel == "" {
		return nil, "channel_not_found"
	}
	c.Ephemeral = c.Method == "chat.postEphemeral"
	c.TS = s.stampLocked()
	if refused := s.judge(c); refused != "" {
		return nil, refused
	}
	s.replyLocked(c)
	if c.Ephemeral {
		return map[string]any{"message_ts": c.TS}, ""
	}
	return map[string]any{"channel": c.Channel, "ts": c.TS, "message": message(c)}, ""
}

// replyLocked notes a reply in a thread, and that what one person is shown is shown: in
// the thread of a message without replies Slack shows it nowhere.
func (s *Server) replyLocked(c *Call) {
	switch {
	case c.Thread == "":
	case !c.Ephemeral:
		s.replied[c.Thread] = true
	case !s.replied[c.Thread]:
		s.t.Errorf("%s: nobody sees it, for %s has no replies", c.Method, c.Thread)
	}
}

func (s *Server) publish(c *Call) (map[string]any, string) {
	if c.User == "" || c.view == nil {
		return nil, "invalid_arguments"
	}
	c.view["id"] = s.nameLocked("V")
	return map[string]any{"view": c.view}, s.judge(c)
}

func (s *Server) usersInfo(c *Call) (map[string]any, string) {
	user := map[string]any{
		"id": c.User, "team_id": c.workspace.Team, "name": strings.ToLower(c.User), "real_name": "Person " + c.User,
		"is_bot": false, "is_admin": false, "is_owner": false, "is_primary_owner": false, "deleted": false,
	}
	for k, v := range s.users[c.User] {
		user[k] = v
	}
	return map[string]any{"user": user}, ""
}

func (s *Server) botsInfo(c *Call) (map[string]any, string) {
	w := c.workspace
	if c.Args["bot"] != w.Bot {
		return nil, "bot_not_found"
	}
	return map[string]any{"bot": map[string]any{"id": w.Bot, "app_id": w.App, "user_id": w.User, "name": "verbatim", "deleted": false}}, ""
}

func (s *Server) nothing(c *Call) (map[string]any, string) { return nil, "" }

type messageJSON struct {
	Text   string `json:"text"`
	Blocks []any  `json:"blocks,omitempty"`
}

// judge holds a message or a view to Slack's limits, and returns with which error Slack
// refuses it. It also gives the blocks their names.
func (s *Server) judge(c *Call) string {
	what := any(c.view)
	if c.view == nil {
		what = messageJSON{c.Text, c.Blocks}
	}
	var payload bytes.Buffer
	e := json.NewEncoder(&payload)
	e.SetEscapeHTML(false) // which would make it longer than it was
	if err := e.Encode(what); err != nil {
		s.t.Error(err)
	}
	broken := Limits(payload.Bytes())
	for _, b := range broken {
		s.t.Errorf("%s: %s", c.Method, b)
	}
	for _, b := range c.Blocks {
		if block, ok := b.(map[string]any); ok && block["block_id"] == nil {
			block["block_id"] = s.nameLocked("b")
		}
	}
	if len(broken) > 0 {
		return "invalid_blocks"
	}
	return ""
}

// message is how Slack tells of a message that the app posted.
func message(c *Call) map[string]any {
	m := map[string]any{
		"type": "message", "user": c.workspace.User, "bot_id": c.workspace.Bot, "app_id": c.workspace.App,
		"team": c.workspace.Team, "ts": c.TS, "text": c.Text, "blocks": c.Blocks,
	}
	if c.Thread != "" {
		m["thread_ts"] = c.Thread
	}
	return m
}
