package discordtest

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// Commands returns the commands that are registered for a server, or for all where it is empty.
func (s *Server) Commands(guild string) []map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.commands[guild])
}

// AwaitCommands returns once there is a command of each of these names.
func (s *Server) AwaitCommands(t testing.TB, names ...string) {
	t.Helper()
	s.await(t, "commands", func() bool {
		for _, name := range names {
			if s.registered(name, "") == nil {
				return false
			}
		}
		return true
	})
}

// registered returns the command of a name that a server has.
func (s *Server) registered(name, guild string) object {
	for _, where := range []string{guild, ""} {
		for _, c := range s.commands[where] {
			if c["name"] == name {
				return c
			}
		}
	}
	return nil
}

func (s *Server) getCommands(c *Call) (any, *refusal) {
	all := []any{}
	for _, command := range s.commands[c.Guild] {
		if c.Query.Get("with_localizations") != "true" {
			command = unlocalized(command).(object)
		}
		all = append(all, command)
	}
	return all, nil
}

// unlocalized is a command without its translations, which Discord tells only who asks for them.
func unlocalized(part any) any {
	switch part := part.(type) {
	case []any:
		kept := []any{}
		for _, p := range part {
			kept = append(kept, unlocalized(p))
		}
		return kept
	case object:
		kept := object{}
		for k, v := range part {
			if !strings.HasSuffix(k, "_localizations") {
				kept[k] = unlocalized(v)
			}
		}
		return kept
	}
	return part
}

func (s *Server) setCommands(c *Call) (any, *refusal) {
	wanted, _ := c.Body.([]any)
	all := []object{}
	for _, w := range wanted {
		all = append(all, s.register(c, w.(object)))
	}
	s.commands[c.Guild] = all
	return all, nil
}

func (s *Server) addCommand(c *Call) (any, *refusal) {
	made := s.register(c, c.Args)
	s.commands[c.Guild] = append(s.without(c.Guild, made["id"]), made)
	return made, nil
}

func (s *Server) removeCommand(c *Call) (any, *refusal) {
	left := s.without(c.Guild, c.path("command"))
	if len(left) == len(s.commands[c.Guild]) {
		return nil, unknownCommand
	}
	s.commands[c.Guild] = left
	return nil, nil
}

func (s *Server) without(guild string, id any) []object {
	return slices.DeleteFunc(slices.Clone(s.commands[guild]), func(o object) bool { return o["id"] == id })
}

// register is a command as Discord keeps it: with all that was left out. One of the same
// name and type keeps its id.
func (s *Server) register(c *Call, wanted object) object {
	made := object{
		"type": 1.0, "description": "", "default_member_permissions": nil, "nsfw": false, "dm_permission": true,
		"contexts": nil, "integration_types": []any{0.0}, "name_localizations": nil, "description_localizations": nil,
	}
	maps.Copy(made, wanted)
	if p, ok := made["default_member_permissions"].(float64); ok {
		made["default_member_permissions"] = bits(uint64(p)) // it is told as a text, however it was sent
	}
	made["id"], made["application_id"], made["version"] = s.newID(), App, s.newID()
	if c.Guild != "" {
		made["guild_id"] = c.Guild
	}
	for _, there := range s.commands[c.Guild] {
		if there["name"] == made["name"] && there["type"] == made["type"] {
			made["id"] = there["id"]
		}
	}
	return made
}
