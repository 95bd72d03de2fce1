package slacktest

import (
	"fmt"
	"maps"
)

// openView opens a modal for who has just typed, pressed or chosen something: once for each time.
func (s *Server) openView(c *Call) (map[string]any, string) {
	trigger := first(c.Args, "trigger_id")
	user, known := s.triggers[trigger]
	switch {
	case !known:
		return nil, "invalid_trigger_id"
	case user == "":
		return nil, "exchanged_trigger_id"
	case c.view == nil || c.view["type"] != "modal":
		return nil, "invalid_arguments"
	}
	s.triggers[trigger] = ""
	c.User = user
	c.view["id"] = s.nameLocked("V")
	return map[string]any{"view": c.view}, s.judge(c)
}

// trigger returns a trigger_id for a person.
func (s *Server) trigger(user string) string {
	id := s.name("trigger.")
	s.change(func() { s.triggers[id] = user })
	return id
}

// Submit is what Slack sends when the person for whom a modal was opened fills it in and
// sends it. What is required has to be filled in.
func (w *Workspace) Submit(opened Call, fields map[string]string, files ...map[string]any) Request {
	p := w.interaction("view_submission", opened.User)
	view := w.viewOf(opened)
	view["state"] = map[string]any{"values": fill(opened, fields, files)}
	p["view"], p["response_urls"] = view, []any{}
	return Request{Type: "interactive", Payload: p}
}

// fill returns the state of a modal's fields, and panics where Slack would not let it be sent.
func fill(opened Call, fields map[string]string, files []map[string]any) map[string]any {
	values, left := map[string]any{}, maps.Clone(fields)
	for _, b := range opened.Blocks {
		block, _ := b.(map[string]any)
		element, ok := block["element"].(map[string]any)
		if !ok {
			continue
		}
		id := first(element, "action_id")
		state := map[string]any{"type": element["type"]}
		value, given := fields[id]
		delete(left, id)
		if element["type"] == "file_input" {
			state["files"], given = files, len(files) > 0
		} else if state["value"] = first(element, "initial_value"); given {
			state["value"] = value
		}
		if state["value"] == "" {
			state["value"] = nil
		}
		if block["optional"] != true && !given && state["value"] == nil {
			panic(fmt.Sprintf("the field %q is required", id))
		}
		values[first(block, "block_id")] = map[string]any{id: state}
	}
	if len(left) > 0 {
		panic(fmt.Sprintf("the form has no field for %v", left))
	}
	return values
}
