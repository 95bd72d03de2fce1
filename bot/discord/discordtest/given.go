package discordtest

import (
	"fmt"
	"strings"
)

// Option is what a person gave for an option of a command: a text, a number, a truth, a
// File, a *Person or a Role.
type Option struct {
	Name  string
	Value any
}

// invoked is the data of a command, which is named with the one under it, if any: "articles list".
func (s *Server) invoked(i *interaction, name string, options []Option) object {
	guild := ""
	if i.channel.guild != nil {
		guild = i.channel.guild.ID
	}
	name, sub, _ := strings.Cut(name, " ")
	if s.registered(name, guild) == nil {
		name, sub = name+" "+sub, "" // of the menu of a message
	}
	c := s.registered(name, guild)
	if c == nil {
		panic(fmt.Sprintf("there is no command %q", name))
	}
	data := object{"id": c["id"], "name": name, "type": 1}
	resolved := object{}
	if sub != "" {
		under := optionNamed(c, sub)
		data["options"] = []any{object{"name": sub, "type": under["type"], "options": s.given(under, options, resolved)}}
	} else {
		data["options"] = s.given(c, options, resolved)
	}
	if len(resolved) > 0 {
		data["resolved"] = resolved
	}
	return data
}

// given are values for options of a command, as Discord sends them; what their ids stand
// for goes into resolved.
func (s *Server) given(command object, options []Option, resolved object) []any {
	all := []any{}
	for _, o := range options {
		value := o.Value
		switch v := o.Value.(type) {
		case File:
			file := s.attachment(v)
			value = resolve(resolved, "attachments", text(file, "id"), file)
		case *Person:
			value = resolve(resolved, "users", v.ID, v.object())
		case Role:
			value = resolve(resolved, "roles", v.ID, object{"id": v.ID, "name": v.Name})
		}
		all = append(all, object{"name": o.Name, "type": optionNamed(command, o.Name)["type"], "value": value})
	}
	return all
}

func resolve(resolved object, kind, id string, what object) string {
	of, _ := resolved[kind].(object)
	if of == nil {
		of = object{}
		resolved[kind] = of
	}
	of[id] = what
	return id
}

// optionNamed is an option of a command, which has to have it.
func optionNamed(command object, name string) object {
	options, _ := command["options"].([]any)
	for _, o := range options {
		if o := o.(object); o["name"] == name {
			return o
		}
	}
	panic(fmt.Sprintf("/%v has no option %q", command["name"], name))
}
