package discord

import (
	"strings"

	"verbatim/bot"
)

// ofServer is between the name of a state and its server, in a button that stands in none.
const ofServer = "@"

// shelve puts the states of a reply's actions on the shelf of the server that says it, whose
// settings hold for the words in them, and returns what finds what a button sends back. Without
// a shelf there are no buttons.
func (c *chat) shelve(in *incoming, guild string, r bot.Reply) func(bot.Pressed) string {
	states, of := statesOf(r), ""
	shelved := make([]string, len(states))
	for i, s := range states {
		switch shelved[i] = s; {
		case in.guild == "" && guild == "":
			shelved[i] = " " + s // behind no server
		case in.guild == "":
			of = ofServer + guild
		}
	}
	names := map[string]string{}
	if len(states) > 0 {
		found, err := c.bot.Shelve(tenantOf(guild), shelved...)
		if err != nil {
			c.log.ErrorContext(c.of(in), "an answer goes without buttons", "tenant", in.tenant(), "message", in.id, "error", err)
			found = nil
		}
		for i, name := range found {
			names[states[i]] = name + of
		}
	}
	return func(p bot.Pressed) string {
		if names[p.State] == "" {
			return ""
		}
		return p.Name + ":" + names[p.State]
	}
}

// shelved returns the state that goes with what is pressed, where a person writes to the bot alone
// behind the server that said it and a space. Older ones are on a shelf with these, and of no server.
func (c *chat) shelved(in *incoming) (state string, err error) {
	name, guild, of := strings.Cut(in.at.call.shelf, ofServer)
	if in.guild != "" || !of {
		guild = in.guild
	}
	state, err = c.bot.Shelved(tenantOf(guild), name)
	if of {
		state = guild + " " + state
	}
	return state, err
}

// statesOf returns the states of all actions of a reply.
func statesOf(r bot.Reply) (states []string) {
	for _, a := range r.Offers() {
		states = append(states, a.State)
	}
	if r.Form != nil {
		states = append(states, r.Form.State)
	}
	return states
}
