package discordtest

import (
	"fmt"
	"maps"
)

// Command is what Discord tells when a person gives a slash command, which has to be
// registered: "ask", or "articles list".
func (s *Server) Command(p *Person, channel, name string, options ...Option) Event {
	return s.interact(command, p, channel, func(i *interaction) object { return s.invoked(i, name, options) })
}

// Autocomplete is what Discord tells while a person types the last of these options of a command.
func (s *Server) Autocomplete(p *Person, channel, name string, options ...Option) Event {
	return s.interact(autocomplete, p, channel, func(i *interaction) object {
		data := s.invoked(i, name, options)
		given := data["options"].([]any)
		if under, ok := given[0].(object)["options"].([]any); ok {
			given = under
		}
		given[len(given)-1].(object)["focused"] = true
		return data
	})
}

// FindIn is what Discord tells when a person picks a command of the app in the menu of a
// message, by the message's id. The command has to be registered.
func (s *Server) FindIn(p *Person, name, message string) Event {
	s.mu.Lock()
	channel := text(s.messages[message], "channel_id")
	s.mu.Unlock()
	return s.interact(command, p, channel, func(i *interaction) object {
		data := s.invoked(i, name, nil)
		data["type"], data["target_id"] = 3, message
		data["resolved"] = object{"messages": object{message: maps.Clone(s.messages[message])}}
		return data
	})
}

// Press is what Discord tells when a person presses the first button with a label in what
// a call showed. There must be one.
func (s *Server) Press(p *Person, c Call, label string) Event {
	for _, b := range Buttons(c) {
		if b.Label == label {
			return s.PressButton(p, c, b)
		}
	}
	panic(fmt.Sprintf("there is no button %q in %q", label, c.Shown()))
}

// PressButton is Press for any one of the buttons.
func (s *Server) PressButton(p *Person, c Call, b Button) Event {
	e := s.interact(press, p, c.Channel, func(i *interaction) object {
		i.on = c.ID
		return object{"custom_id": b.CustomID, "component_type": 2, "id": 1}
	})
	s.mu.Lock()
	defer s.mu.Unlock()
	return e.With("message", maps.Clone(s.messages[c.ID]))
}

// Choose is what Discord tells when a person picks values of the first select menu in what a call showed.
func (s *Server) Choose(p *Person, c Call, values ...string) Event {
	for part := range parts(c.Components) {
		if part["type"] == 3.0 {
			chosen := []any{}
			for _, v := range values {
				chosen = append(chosen, v)
			}
			return s.PressButton(p, c, Button{CustomID: text(part, "custom_id")}).
				With("data.component_type", 3).With("data.values", chosen)
		}
	}
	panic(fmt.Sprintf("there is no menu in %q", c.Shown()))
}

// Menu returns what can be chosen in the menus of what was sent, in their order.
func Menu(c Call) []Button {
	var all []Button
	for part := range parts(c.Components) {
		options, _ := part["options"].([]any)
		for _, o := range options {
			all = append(all, Button{Label: text(o, "label"), CustomID: text(o, "value")})
		}
	}
	return all
}

// Submit is what Discord tells when a person sends off a modal that a call opened, with a
// value for each of its inputs by its custom id, or what stood there already, and with files
// where it takes some.
func (s *Server) Submit(p *Person, c Call, values map[string]string, files ...File) Event {
	e := s.interact(modal, p, c.Channel, func(*interaction) object {
		sent, resolved := []any{}, object{}
		for part := range parts(c.Components) {
			switch part["type"] {
			case 10.0:
				sent = append(sent, object{"type": 10, "id": 1})
			case 4.0:
				id := text(part, "custom_id")
				value, given := values[id]
				if !given {
					value = text(part, "value") // which stands there already
				}
				sent = append(sent, inLabel(object{"type": 4, "custom_id": id, "value": value}))
			case 19.0:
				ids := []any{}
				for _, f := range files {
					file := s.attachment(f)
					ids = append(ids, resolve(resolved, "attachments", text(file, "id"), file))
				}
				sent = append(sent, inLabel(object{"type": 19, "custom_id": part["custom_id"], "values": ids}))
			}
		}
		return object{"custom_id": c.Args["custom_id"], "components": sent, "resolved": resolved}
	})
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, i := range s.interactions {
		if i.id == c.Interaction && i.on != "" {
			return e.With("message", maps.Clone(s.messages[i.on])) // with whose button it was opened
		}
	}
	return e
}

func inLabel(field object) object { return object{"type": 18, "id": 1, "component": field} }

// interact makes an interaction; data, which holds all that differs, is called while the
// server is held still.
func (s *Server) interact(kind int, p *Person, in string, data func(*interaction) object) (e Event) {
	s.change(func() {
		i := &interaction{id: s.newID(), token: s.secret("interaction"), kind: kind, channel: s.channels[in], user: p.ID}
		s.interactions[i.token] = i
		o := object{
			"id": i.id, "application_id": App, "type": kind, "token": i.token, "version": 1, "data": data(i),
			"channel_id": in, "channel": i.channel.object(), "locale": "en-US", "entitlements": []any{}, "attachment_size_limit": 10 << 20,
		}
		g := i.channel.guild
		if g == nil {
			o["user"], o["context"], o["app_permissions"] = p.object(), 1, bits(botPermissions)
			o["authorizing_integration_owners"] = object{"0": "0"}
		} else {
			m := g.members[p.ID]
			who := m.object(g)
			who["permissions"] = m.permissions()
			o["member"], o["guild_id"], o["guild_locale"], o["context"] = who, g.ID, "en-US", 0
			o["guild"] = object{"id": g.ID, "locale": "en-US", "features": []any{}}
			o["app_permissions"] = bits(g.granted &^ i.channel.denied)
			o["authorizing_integration_owners"] = object{"0": g.ID}
		}
		e = Event{"INTERACTION_CREATE", o}
	})
	return e
}

// Button is a button in a message.
type Button struct {
	Label, CustomID, URL string
	Style                int
	Disabled             bool
}

// Buttons returns the buttons of what was sent, in their order.
func Buttons(c Call) []Button {
	var all []Button
	for part := range parts(c.Components) {
		if part["type"] == 2.0 {
			style, _ := part["style"].(float64)
			all = append(all, Button{text(part, "label"), text(part, "custom_id"), text(part, "url"), int(style), part["disabled"] == true})
		}
	}
	return all
}

// parts goes through components and what they hold.
func parts(components []any) func(func(object) bool) {
	return func(yield func(object) bool) { walk(components, yield) }
}

func walk(components []any, yield func(object) bool) bool {
	for _, c := range components {
		part, _ := c.(object)
		inside, _ := part["components"].([]any)
		for _, name := range []string{"accessory", "component"} {
			if one, ok := part[name]; ok {
				inside = append(inside[:len(inside):len(inside)], one)
			}
		}
		if !yield(part) || !walk(inside, yield) {
			return false
		}
	}
	return true
}
