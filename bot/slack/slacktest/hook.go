package slacktest

import "net/http"

// hookUses is how often Slack takes something at a response_url.
const hookUses = 5

// usedURL is what Slack says then.
const usedURL = "used_url"

// hook is a response_url: where an answer to one command or press may go.
type hook struct {
	workspace     *Workspace
	channel, user string
	thread, ts    string // of the message that was pressed, if any
	last          string // the time of the message that was made last
	uses          int
}

// hookURL makes a response_url.
func (s *Server) hookURL(h *hook) string {
	id := s.name("hook")
	s.change(func() { s.hooks[id] = h })
	return s.URL + "/hook/" + id
}

func (s *Server) serveHook(w http.ResponseWriter, r *http.Request) {
	c, err := decode("response_url", r)
	if err != nil {
		s.t.Errorf("a response_url got what cannot be read: %v", err)
		http.Error(w, "", http.StatusBadRequest)
		return
	}
	if c.Token != "" {
		s.t.Error("a response_url got a token, which it does not need")
	}
	s.answer(w, r, c, func() (map[string]any, string) {
		h, ok := s.hooks[r.PathValue("id")]
		if !ok || h.uses == hookUses {
			return nil, usedURL
		}
		h.uses++
		return s.respond(h, c)
	})
}

// respond shows what an app answers at a response_url.
func (s *Server) respond(h *hook, c *Call) (map[string]any, string) {
	c.workspace, c.Channel, c.User = h.workspace, h.channel, h.user
	c.Ephemeral = c.Args["response_type"] != "in_channel"
	c.TS = s.stampLocked()
	if c.Args["replace_original"] == true || c.Args["delete_original"] == true {
		if c.TS = h.ts; c.TS == "" { // of a command: what was answered before
			c.TS = h.last
		}
	}
	h.last = c.TS
	if c.Args["delete_original"] == true {
		return nil, ""
	}
	s.replyLocked(c)
	return nil, s.judge(c)
}
