package slacktest

import "slices"

// update changes a message that the app posted.
func (s *Server) update(c *Call) (map[string]any, string) {
	was := s.standing(c)
	if was == nil {
		return nil, "message_not_found"
	}
	if refused := s.judge(c); refused != "" {
		return nil, refused
	}
	was.now, c.Thread = c, was.Thread
	return map[string]any{"channel": c.Channel, "ts": c.TS, "text": c.Text}, ""
}

func (s *Server) remove(c *Call) (map[string]any, string) {
	was := s.standing(c)
	if was == nil {
		return nil, "message_not_found"
	}
	was.gone = true
	return map[string]any{"channel": c.Channel, "ts": c.TS}, ""
}

// standing returns the call that made the message which another is about, if it still stands.
func (s *Server) standing(c *Call) *Call {
	at := slices.IndexFunc(s.calls, func(made *Call) bool {
		return made.Method == "chat.postMessage" && made.Err == "" && !made.gone &&
			made.Channel == c.Channel && made.TS == c.TS && made.workspace == c.workspace
	})
	if at < 0 {
		return nil
	}
	return s.calls[at]
}

// Standing returns what is read now in a channel of what the app has posted there, in order.
func (s *Server) Standing(channel string) []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []Call
	for _, c := range s.calls {
		if c.Method != "chat.postMessage" || c.Err != "" || c.Channel != channel || c.gone {
			continue
		}
		if all = append(all, *c); c.now != nil {
			all[len(all)-1] = *c.now
		}
	}
	return all
}

// Delete deletes a message, as somebody may who looks after the workspace.
func (s *Server) Delete(c Call) {
	s.change(func() {
		if was := s.standing(&c); was != nil {
			was.gone = true
		}
	})
}
