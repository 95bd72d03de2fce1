package slacktest

import "strings"

// SetGroup says who belongs to a user group.
func (s *Server) SetGroup(id string, users ...string) {
	s.change(func() { s.groups[id] = users })
}

func (s *Server) groupList(*Call) (map[string]any, string) {
	all := []any{}
	for id := range s.groups {
		all = append(all, map[string]any{"id": id, "handle": strings.ToLower(id), "name": "Group " + id})
	}
	return map[string]any{"usergroups": all}, ""
}

func (s *Server) groupUsers(c *Call) (map[string]any, string) {
	users, known := s.groups[first(c.Args, "usergroup")]
	if !known {
		return nil, "no_such_subteam"
	}
	return map[string]any{"users": users}, ""
}
