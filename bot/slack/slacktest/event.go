package slacktest

import (
	"strings"
	"time"
)

// escaped is how Slack writes what a person typed.
var escaped = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// Event is an event with Slack's wrapper around it.
func (w *Workspace) Event(inner map[string]any) Request {
	if inner["event_ts"] == nil {
		inner["event_ts"] = w.server.stamp()
	}
	return Request{Type: "events_api", Payload: map[string]any{
		"token": "verification", "type": "event_callback", "api_app_id": w.App,
		"team_id": w.Team, "enterprise_id": orNull(w.Enterprise),
		"context_team_id": w.Team, "context_enterprise_id": orNull(w.Enterprise),
		"event": inner, "event_id": w.server.name("Ev"), "event_time": time.Now().Unix(),
		"event_context":         w.server.name("4-"),
		"is_ext_shared_channel": false,
		"authorizations": []any{map[string]any{
			"enterprise_id": orNull(w.Enterprise), "team_id": w.Team, "user_id": w.User,
			"is_bot": true, "is_enterprise_install": w.OrgWide,
		}},
	}}
}

// said is what the event of a message holds. The kind of channel is read off its first letter.
func (w *Workspace) said(kind, user, channel, thread, text string) map[string]any {
	ts := w.server.stamp()
	m := map[string]any{
		"type": kind, "user": user, "ts": ts, "event_ts": ts, "client_msg_id": w.server.name("c-"),
		"text": text, "team": w.Team, "channel": channel,
		"blocks": []any{map[string]any{"type": "rich_text", "block_id": w.server.name("b"), "elements": []any{
			map[string]any{"type": "rich_text_section", "elements": []any{map[string]any{"type": "text", "text": text}}},
		}}},
	}
	if thread != "" {
		m["thread_ts"] = thread
		m["parent_user_id"] = user
		w.server.change(func() { w.server.replied[thread] = true })
	}
	if kind == "message" {
		m["channel_type"] = channelTypes[channel[:1]]
	}
	return m
}

var channelTypes = map[string]string{"C": "channel", "G": "group", "D": "im", "M": "mpim"}

// Mention is what Slack sends when a person writes text after the bot's name, in a
// channel or, where there is one, a thread of it.
func (w *Workspace) Mention(user, channel, thread, text string) Request {
	return w.Event(w.said("app_mention", user, channel, thread, "<@"+w.User+"> "+escaped.Replace(text)))
}

// MentionAsMessage is the other event that Slack sends of a mention where the app hears
// the whole channel.
func (w *Workspace) MentionAsMessage(mention Request) Request {
	m := w.said("message", "", mention.Field("event.channel").(string), "", "")
	for _, same := range []string{"user", "ts", "event_ts", "client_msg_id", "text", "thread_ts", "blocks"} {
		if v := mention.Field("event." + same); v != nil {
			m[same] = v
		}
	}
	return w.Event(m)
}

// Message is what a person writes where the app only hears it: in a channel (C...), a
// private one (G...), or to the bot itself (D...).
func (w *Workspace) Message(user, channel, thread, text string) Request {
	return w.Event(w.said("message", user, channel, thread, escaped.Replace(text)))
}

// BotMessage is a message that another app posted.
func (w *Workspace) BotMessage(channel, thread, text string) Request {
	return w.Message("UROBOT", channel, thread, text).
		With("event.bot_id", "BROBOT").With("event.app_id", "AROBOT").
		With("event.bot_profile", map[string]any{"id": "BROBOT", "app_id": "AROBOT", "name": "robot", "deleted": false})
}

// Echo is the event of a message that this app itself posted.
func (w *Workspace) Echo(c Call) Request {
	m := message(&c)
	m["channel"], m["channel_type"], m["event_ts"] = c.Channel, channelTypes[c.Channel[:1]], c.TS
	return w.Event(m)
}

// Edited is the event of a change to a message that an event told of.
func (w *Workspace) Edited(message Request, text string) Request {
	before, _ := message.Field("event").(map[string]any)
	after := map[string]any{}
	for k, v := range before {
		after[k] = v
	}
	after["text"] = escaped.Replace(text)
	after["edited"] = map[string]any{"user": before["user"], "ts": w.server.stamp()}
	return w.hidden("message_changed", before, map[string]any{"message": after, "previous_message": before})
}

// Deleted is the event of the removal of a message that an event told of.
func (w *Workspace) Deleted(message Request) Request {
	before, _ := message.Field("event").(map[string]any)
	return w.hidden("message_deleted", before, map[string]any{"deleted_ts": before["ts"], "previous_message": before})
}

func (w *Workspace) hidden(subtype string, of, rest map[string]any) Request {
	rest["type"], rest["subtype"], rest["hidden"] = "message", subtype, true
	rest["channel"], rest["channel_type"], rest["ts"] = of["channel"], of["channel_type"], w.server.stamp()
	return w.Event(rest)
}

// HomeOpened is the event of a person opening a tab of the app: home or messages.
func (w *Workspace) HomeOpened(user, tab string) Request {
	return w.Event(map[string]any{"type": "app_home_opened", "user": user, "channel": "D" + user, "tab": tab})
}

// AssistantOpened is the event of a person opening the assistant's pane beside a channel.
func (w *Workspace) AssistantOpened(user, beside string) Request {
	return w.Event(map[string]any{"type": "assistant_thread_started", "assistant_thread": map[string]any{
		"user_id": user, "channel_id": "D" + user, "thread_ts": w.server.stamp(),
		"context": map[string]any{"channel_id": beside, "team_id": w.Team, "enterprise_id": orNull(w.Enterprise)},
	}})
}

// FromOtherSide makes an event one of a channel that is shared with another team, written by the other side.
func FromOtherSide(r Request, team string) Request {
	return r.With("team_id", team).With("context_team_id", team).With("event.team", team).
		With("event.user_team", team).With("event.source_team", team).With("is_ext_shared_channel", true)
}

// WithoutTeam makes an event or an interaction one of an app that is installed in a whole
// organisation: the authorization, or the interaction, names no workspace.
func WithoutTeam(r Request) Request {
	if r.Type == "interactive" {
		return r.With("team", nil).With("is_enterprise_install", true)
	}
	return r.With("authorizations.0.team_id", nil).With("authorizations.0.is_enterprise_install", true)
}
