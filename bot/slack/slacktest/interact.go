package slacktest

import (
	"fmt"
	"strings"
)

// Command is what Slack sends when a person types a slash command.
func (w *Workspace) Command(user, channel, command, text string) Request {
	payload := map[string]any{
		"token": "verification", "team_id": w.Team, "team_domain": w.domain(),
		"channel_id": channel, "channel_name": strings.ToLower(channel),
		"user_id": user, "user_name": strings.ToLower(user),
		"command": command, "text": text, "api_app_id": w.App, "is_enterprise_install": fmt.Sprint(w.OrgWide),
		"response_url": w.server.hookURL(&hook{workspace: w, channel: channel, user: user}),
		"trigger_id":   w.server.trigger(user),
	}
	if w.Enterprise != "" {
		payload["enterprise_id"], payload["enterprise_name"] = w.Enterprise, "Organisation "+w.Enterprise
	}
	return Request{Type: "slash_commands", Payload: payload}
}

// Shortcut is what Slack sends when a person picks the app's shortcut in the menu of a
// message, which author wrote.
func (w *Workspace) Shortcut(callback, user, channel, thread, author, text string) Request {
	m := map[string]any{"type": "message", "user": author, "ts": w.server.stamp(), "team": w.Team, "text": escaped.Replace(text)}
	if thread != "" {
		m["thread_ts"] = thread
		w.server.change(func() { w.server.replied[thread] = true })
	}
	p := w.interaction("message_action", user)
	p["callback_id"], p["message"], p["message_ts"], p["action_ts"] = callback, m, m["ts"], w.server.stamp()
	p["channel"] = map[string]any{"id": channel, "name": strings.ToLower(channel)}
	p["response_url"] = w.server.hookURL(&hook{workspace: w, channel: channel, user: user})
	return Request{Type: "interactive", Payload: p}
}

// interaction is what all interactions hold.
func (w *Workspace) interaction(kind, user string) map[string]any {
	p := map[string]any{
		"type": kind, "token": "verification", "api_app_id": w.App, "trigger_id": w.server.trigger(user),
		"team":       map[string]any{"id": w.Team, "domain": w.domain()},
		"user":       map[string]any{"id": user, "username": strings.ToLower(user), "name": strings.ToLower(user), "team_id": w.Team},
		"enterprise": nil, "is_enterprise_install": w.OrgWide,
	}
	if w.Enterprise != "" {
		p["enterprise"] = map[string]any{"id": w.Enterprise, "name": "Organisation " + w.Enterprise}
	}
	return p
}

// Press is what Slack sends when a person presses the first button with a label in what a
// call posted, showed to them or published. There must be one.
func (w *Workspace) Press(user string, c Call, label string) Request {
	for _, b := range Buttons(c) {
		if b.Label == label {
			return w.PressButton(user, c, b)
		}
	}
	panic(fmt.Sprintf("there is no button %q in %q", label, c.Shown()))
}

// PressButton is Press for any one of the buttons.
func (w *Workspace) PressButton(user string, c Call, b Button) Request {
	p := w.interaction("block_actions", user)
	p["actions"] = []any{b.action(w.server.stamp())}
	if c.view != nil {
		p["container"] = map[string]any{"type": "view", "view_id": c.view["id"]}
		p["view"] = w.viewOf(c)
		return Request{Type: "interactive", Payload: p}
	}
	p["container"] = map[string]any{"type": "message", "message_ts": c.TS, "channel_id": c.Channel, "is_ephemeral": c.Ephemeral}
	p["channel"] = map[string]any{"id": c.Channel, "name": strings.ToLower(c.Channel)}
	p["state"] = map[string]any{"values": map[string]any{}}
	if c.Thread != "" {
		p["container"].(map[string]any)["thread_ts"] = c.Thread
	}
	if !c.Ephemeral { // of what only one person saw, Slack keeps nothing
		p["message"] = message(&c)
	}
	p["response_url"] = w.server.hookURL(&hook{workspace: w, channel: c.Channel, user: user, thread: c.Thread, ts: c.TS})
	return Request{Type: "interactive", Payload: p}
}

func (w *Workspace) viewOf(c Call) map[string]any {
	view := map[string]any{
		"team_id": w.Team, "app_id": w.App, "app_installed_team_id": w.Team, "bot_id": w.Bot,
		"root_view_id": c.view["id"], "previous_view_id": nil, "hash": w.server.name("hash."), "state": map[string]any{"values": map[string]any{}},
	}
	for k, v := range c.view {
		view[k] = v
	}
	return view
}

// Button is a button in a message or a view.
type Button struct {
	Label, ActionID, BlockID, Value, URL string
}

func (b Button) action(ts string) map[string]any {
	a := map[string]any{
		"type": "button", "action_id": b.ActionID, "block_id": b.BlockID, "action_ts": ts,
		"text": map[string]any{"type": "plain_text", "text": b.Label, "emoji": true},
	}
	if b.Value != "" {
		a["value"] = b.Value
	}
	return a
}

// Buttons returns the buttons of what was sent, in their order.
func Buttons(c Call) []Button {
	var all []Button
	for _, block := range c.Blocks {
		block, _ := block.(map[string]any)
		elements, _ := block["elements"].([]any)
		for _, e := range append(elements, block["accessory"]) {
			e, _ := e.(map[string]any)
			if e["type"] == "button" {
				all = append(all, Button{label(e), first(e, "action_id"), first(block, "block_id"), first(e, "value"), first(e, "url")})
			}
		}
	}
	return all
}

func label(button map[string]any) string {
	text, _ := button["text"].(map[string]any)
	return first(text, "text")
}
