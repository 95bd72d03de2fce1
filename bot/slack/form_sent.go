package slack

import (
	"encoding/json"
	"maps"
	"slices"

	"verbatim/bot"
)

// view is a modal, or App Home, as an interaction holds it.
type view struct {
	ID          string `json:"id"`
	Hash        string `json:"hash"`
	CallbackID  string `json:"callback_id"`
	Metadata    string `json:"private_metadata"`
	InstalledIn string `json:"app_installed_team_id"`
	State       struct {
		Values map[string]map[string]filled `json:"values"` // by block, then by element
	} `json:"state"`
}

// filled is what stands in a field.
type filled struct {
	Value string `json:"value"`
	Files []file `json:"files"`
}

// submit completes what a form brings, to be answered to the person alone; it reports false
// of what is no form of the bot's. The state in it was sealed: here it is only handed back.
func (v *view) submit(in *incoming) bool {
	var o origin
	if json.Unmarshal([]byte(v.Metadata), &o) != nil {
		return false
	}
	if in.space.Everywhere && o.Team != "" { // of which Slack may name the organisation alone
		in.team.id = o.Team
	}
	user := in.message.User.ID
	in.at = place{
		channel: o.Channel, name: o.Name, thread: o.Thread, begun: o.Begun, user: user,
		response: o.Response, direct: isDirect(o.Channel), aside: true, pressed: o.Pressed, filled: true,
	}
	if in.at.channel == "" { // App Home: what is said to its owner comes as a direct message
		in.at.channel, in.at.direct, in.at.aside = user, true, false
	}
	in.message.Channel, in.message.Thread, in.message.Private = o.Channel, o.Thread, true
	in.message.Action = &bot.Pressed{Name: v.CallbackID, State: o.State}
	in.message.Fields = map[string]string{}
	for _, block := range slices.Sorted(maps.Keys(v.State.Values)) {
		for name, is := range v.State.Values[block] {
			if in.files = append(in.files, is.Files...); is.Files == nil {
				in.message.Fields[name] = is.Value
			}
		}
	}
	return true
}
