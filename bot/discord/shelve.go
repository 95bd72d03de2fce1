package discord

import "verbatim/bot"

// shelve puts the states of a reply's actions on the shelf, and returns what finds what a
// button sends back. Without a shelf there are no buttons. What is said to a person alone
// is answered from the server that goes with the state.
func (c *chat) shelve(in *incoming, guild string, r bot.Reply) func(bot.Pressed) string {
	states := statesOf(r)
	shelved := make([]string, len(states))
	for i, s := range states {
		if shelved[i] = s; in.guild == "" {
			shelved[i] = guild + " " + s
		}
	}
	names := map[string]string{}
	if len(states) > 0 {
		found, err := c.bot.Shelve(in.tenant(), shelved...)
		if err != nil {
			c.log.ErrorContext(c.of(in), "an answer goes without buttons", "tenant", in.tenant(), "message", in.id, "error", err)
			found = nil
		}
		for i, name := range found {
			names[states[i]] = name
		}
	}
	return func(p bot.Pressed) string {
		if names[p.State] == "" {
			return ""
		}
		return p.Name + ":" + names[p.State]
	}
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
