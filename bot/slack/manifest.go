package slack

import (
	"slices"

	"verbatim/bot"
)

// eventsPath is where Slack sends everything over HTTP, below the bot's address.
const eventsPath = "/slack/events"

// object is a JSON object.
type object map[string]any

// botScopes are what the bot may do: what its events and the methods it calls need.
var botScopes = []string{
	"app_mentions:read", "assistant:write", "channels:history", "chat:write", "commands",
	"files:read", "files:write", "groups:history", "im:history", "im:write", "mpim:history",
	"usergroups:read", "users:read",
}

// botEvents are what Slack tells the bot of.
var botEvents = []string{
	"app_home_opened", "app_mention", "assistant_thread_started",
	"message.channels", "message.groups", "message.im", "message.mpim",
}

// Manifest returns what Slack makes the app from, to be encoded as JSON. The app uses
// Socket Mode, or events over HTTP where the bot's public address is given, without a
// closing slash.
func Manifest(public string) any {
	interactivity, subscriptions := object{"is_enabled": true}, object{"bot_events": botEvents}
	if public != "" {
		interactivity["request_url"] = public + eventsPath
		subscriptions["request_url"] = public + eventsPath
	}
	return object{
		"display_information": object{
			"name":             "Verbatim",
			"description":      "Answers questions with the exact words of your articles, and their source.",
			"long_description": longDescription,
			"background_color": "#1f3a4d",
		},
		"features": object{
			"bot_user": object{"display_name": "Verbatim", "always_online": true},
			"app_home": object{
				"home_tab_enabled": true, "messages_tab_enabled": true, "messages_tab_read_only_enabled": false,
			},
			"assistant_view": object{"assistant_description": "Ask a question, get the exact words of your articles, with their source."},
			"shortcuts": []object{
				inMenu("Find the source", findSource, "Looks in the articles for what this message claims"),
				inMenu("Load this", loadThis, "Loads the files and links of this message as articles"),
			},
			"slash_commands": slashCommands(public),
		},
		"oauth_config": object{"scopes": object{"bot": botScopes}},
		"settings": object{
			"event_subscriptions":    subscriptions,
			"interactivity":          interactivity,
			"org_deploy_enabled":     false,
			"socket_mode_enabled":    public == "",
			"token_rotation_enabled": false,
		},
	}
}

const longDescription = "Verbatim answers questions with the exact words of the articles it was given, says who spoke them, " +
	"and links to where they stand. It writes nothing about the subject itself: there is no language model in it. " +
	"When the articles do not answer, it says so. Mention it in a channel, write to it, or type /ask."

// inMenu is a shortcut, which stands in the menu of each message.
func inMenu(name, id, about string) object {
	return object{"name": name, "type": "message", "callback_id": id, "description": about}
}

// slashCommands are the commands of the bot that everybody finds by a slash. Names of
// people reach it as they were typed, but with ids where a command is about people.
func slashCommands(public string) []object {
	var all []object
	for _, c := range bot.Commands() {
		if !c.Slash {
			continue
		}
		one := object{"command": "/" + c.Name, "description": c.About, "should_escape": isAbout(c, bot.Someone)}
		if takes := c.Takes(); takes != "" {
			one["usage_hint"] = takes
		}
		if public != "" {
			one["url"] = public + eventsPath
		}
		all = append(all, one)
	}
	return all
}

// isAbout reports whether a command, or one under it, takes an option of a kind.
func isAbout(c bot.Command, kind bot.Kind) bool {
	return slices.ContainsFunc(c.Options, func(o bot.Option) bool { return o.Kind == kind }) ||
		slices.ContainsFunc(c.Subs, func(sub bot.Command) bool { return isAbout(sub, kind) })
}
