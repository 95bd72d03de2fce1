package slack

import (
	"errors"
	"strings"
	"testing"

	"github.com/slack-go/slack"
)

func TestReadDrops(t *testing.T) {
	for name, c := range map[string]struct{ kind, payload string }{
		"an edited mention":               {eventPayload, eventOf(`{"type":"app_mention","channel":"C1","user":"U1","ts":"9.1","text":"<@UBOT> who?","edited":{"user":"U1","ts":"9.2"}}`)},
		"a mention by a bot":              {eventPayload, eventOf(`{"type":"app_mention","channel":"C1","user":"U2","bot_id":"B2","ts":"9.1","text":"<@UBOT> who?"}`)},
		"a mention in a direct message":   {eventPayload, eventOf(`{"type":"app_mention","channel":"D1","user":"U1","ts":"9.1","text":"<@UBOT> who?"}`)},
		"the message of a mention":        {eventPayload, threadMessage(`,"text":"<@UBOT> who?"`)},
		"an edit":                         {eventPayload, threadMessage(`,"subtype":"message_changed","hidden":true`)},
		"a deletion":                      {eventPayload, threadMessage(`,"subtype":"message_deleted"`)},
		"somebody joins":                  {eventPayload, threadMessage(`,"subtype":"channel_join"`)},
		"a subtype that is not known":     {eventPayload, threadMessage(`,"subtype":"frobnicated"`)},
		"a bot's message":                 {eventPayload, threadMessage(`,"subtype":"bot_message"`)},
		"what has a bot_id":               {eventPayload, threadMessage(`,"bot_id":"B2"`)},
		"what has a bot_profile":          {eventPayload, threadMessage(`,"bot_profile":{"id":"B2"}`)},
		"what has an app_id":              {eventPayload, threadMessage(`,"app_id":"A2"`)},
		"the bot's own":                   {eventPayload, threadMessage(`,"user":"UBOT"`)},
		"slackbot's":                      {eventPayload, threadMessage(`,"user":"USLACKBOT"`)},
		"what is nobody's":                {eventPayload, threadMessage(`,"user":""`)},
		"what has no time":                {eventPayload, threadMessage(`,"ts":""`)},
		"the messages of App Home":        {eventPayload, eventOf(`{"type":"app_home_opened","user":"U1","channel":"D1","tab":"messages"}`)},
		"another context beside the pane": {eventPayload, eventOf(`{"type":"assistant_thread_context_changed","assistant_thread":{"channel_id":"D1"}}`)},
		"another event":                   {eventPayload, eventOf(`{"type":"channel_created","channel":{"id":"C1"}}`)},
		"an event of the app's own":       {eventPayload, `{"type":"app_rate_limited","team_id":"T1"}`},
		"another shortcut":                {interactionPayload, strings.Replace(shortcut, "find_source", "burn", 1)},
		"a link that is followed":         {interactionPayload, strings.Replace(pressed, `"value":"state"`, `"url":"https://example.org"`, 1) + `"channel":{"id":"C1"}}`},
		"a press of nothing":              {interactionPayload, `{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"actions":[]}`},
		"a view":                          {interactionPayload, `{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"}}`},
		"a command of nobody":             {commandPayload, `{"ssl_check":"1"}`},
		"another kind":                    {"options", `{}`},
	} {
		if in, err := ours.read(c.kind, []byte(c.payload)); in != nil || err != nil {
			t.Errorf("%s: read gives %+v, %v", name, in, err)
		}
	}
}

func TestReadSaysWhatCannotBeRead(t *testing.T) {
	for _, kind := range []string{eventPayload, interactionPayload, commandPayload} {
		for _, payload := range []string{``, `{`, `[]`, `{"event":[],"user":[],"team_id":[]}`} {
			if in, err := ours.read(kind, []byte(payload)); in != nil || err == nil {
				t.Errorf("%s of %q: read gives %+v, %v", kind, payload, in, err)
			}
		}
	}
}

func TestTheTenantIsWhereTheBotIsInstalled(t *testing.T) {
	const mention = `"event_id":"Ev1","event":{"type":"app_mention","channel":"C1","user":"U1","ts":"9.1","text":"<@UBOT> who?"}}`
	const press = `{"type":"block_actions","user":{"id":"U1","team_id":"%s"},"actions":[{"action_id":"more","value":"s"}],`
	for _, c := range []struct{ name, kind, payload, want string }{
		{"an event", eventPayload, `{"team_id":"T1",` + mention, "slack:T1"},
		{"an event of a channel shared with others", eventPayload, `{"team_id":"T2","authorizations":[{"team_id":"T1"}],` + mention, "slack:T1"},
		{"an event that is another's by its authorization", eventPayload, `{"team_id":"T1","authorizations":[{"team_id":"T2"}],` + mention, ""},
		{"an event of a workspace of the organisation", eventPayload, `{"team_id":"T2","authorizations":[{"team_id":"T9","enterprise_id":"E1","is_enterprise_install":true}],` + mention, "slack:T9"},
		{"an event of the organisation itself", eventPayload, `{"team_id":null,"authorizations":[{"team_id":null,"enterprise_id":"E1","is_enterprise_install":true}],` + mention, "slack:E1"},
		{"an event of the organisation, through a workspace", eventPayload, `{"team_id":"T2","context_team_id":"T9","authorizations":[{"team_id":null,"enterprise_id":"E1","is_enterprise_install":true}],` + mention, "slack:T9"},
		{"an event of a workspace that installed the app for itself", eventPayload, `{"authorizations":[{"team_id":"T9","enterprise_id":"E1"}],` + mention, ""},
		{"an event of another organisation", eventPayload, `{"authorizations":[{"team_id":"T9","enterprise_id":"E2","is_enterprise_install":true}],` + mention, ""},
		{"an event of nobody", eventPayload, `{"team_id":null,` + mention, ""},
		{"a press", interactionPayload, strings.Replace(press, "%s", "T2", 1) + `"team":{"id":"T1"}}`, "slack:T1"},
		{"a press in a view", interactionPayload, strings.Replace(press, "%s", "T2", 1) + `"team":{"id":"T2"},"view":{"app_installed_team_id":"T1"}}`, "slack:T1"},
		{"a press in an organisation", interactionPayload, strings.Replace(press, "%s", "T9", 1) + `"team":null,"enterprise":{"id":"E1"},"is_enterprise_install":true}`, "slack:T9"},
		{"a press in another organisation", interactionPayload, strings.Replace(press, "%s", "T9", 1) + `"team":null,"enterprise":{"id":"E2"},"is_enterprise_install":true}`, ""},
		{"a press from elsewhere", interactionPayload, strings.Replace(press, "%s", "T2", 1) + `"team":{"id":"T2"},"enterprise":{"id":"E1"}}`, ""},
		{"a press from another company, on what the bot said in a shared channel", interactionPayload, strings.Replace(press, "%s", "T2", 1) + `"team":{"id":"T2"},"message":{"user":"UBOT","team":"T1"}}`, "slack:T1"},
		{"a press from elsewhere on what somebody else said", interactionPayload, strings.Replace(press, "%s", "T2", 1) + `"team":{"id":"T2"},"message":{"user":"U5","team":"T1"}}`, ""},
		{"a press from elsewhere on what a bot said there", interactionPayload, strings.Replace(press, "%s", "T2", 1) + `"team":{"id":"T2"},"message":{"user":"UBOT","team":"T2"}}`, ""},
		{"a press from another workspace of ours, on what the bot said in a shared channel", interactionPayload, strings.Replace(press, "%s", "T3", 1) + `"team":{"id":"T3"},"message":{"user":"UBOT","team":"T1"}}`, "slack:T1"},
		{"a press from another workspace of the organisation", interactionPayload, strings.Replace(press, "%s", "T10", 1) + `"team":null,"enterprise":{"id":"E1"},"is_enterprise_install":true,"message":{"user":"UORG","team":"T9"}}`, "slack:T9"},
		{"a command", commandPayload, `{"command":"/ask","user_id":"U1","team_id":"T1"}`, "slack:T1"},
		{"a command in an organisation", commandPayload, `{"command":"/ask","user_id":"U1","team_id":"T9","enterprise_id":"E1","is_enterprise_install":"true"}`, "slack:T9"},
		{"a command from elsewhere", commandPayload, `{"command":"/ask","user_id":"U1","team_id":"T9","enterprise_id":"E1","is_enterprise_install":"false"}`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			in, err := ours.read(c.kind, []byte(c.payload))
			switch {
			case c.want == "" && !errors.Is(err, errForeign):
				t.Errorf("read gives %+v, %v", in, err)
			case c.want != "" && (err != nil || in == nil):
				t.Errorf("read gives %+v, %v", in, err)
			case c.want != "" && in.message.Tenant != c.want:
				t.Errorf("the tenant is %s, want %s", in.message.Tenant, c.want)
			}
		})
	}
}

func TestWhatHasNoNameIsNamedByWhatItSays(t *testing.T) {
	name := func(text string) string {
		in, err := ours.read(commandPayload, []byte(`{"command":"/ask","user_id":"U1","team_id":"T1","text":"`+text+`"}`))
		if err != nil {
			t.Fatal(err)
		}
		return in.id
	}
	first, again, other := name("who?"), name("who?"), name("what?")
	if first == "" || first != again || first == other {
		t.Errorf("a command, the same and another are named %q, %q and %q", first, again, other)
	}
}

func TestOneActIsToldFromAnother(t *testing.T) {
	press := pressed + `"container":{"channel_id":"C1","message_ts":"9.9"}}`
	seen := map[string]string{}
	for _, c := range []struct{ kind, payload string }{
		{commandPayload, slashAsk},
		{commandPayload, strings.Replace(slashAsk, "founded", "leads", 1)},
		{commandPayload, strings.Replace(slashAsk, "https://r/1", "https://r/2", 1)},
		{commandPayload, strings.Replace(slashAsk, "U1", "U2", 1)},
		{interactionPayload, shortcut},
		{interactionPayload, strings.Replace(shortcut, `"8.0"`, `"8.1"`, 1)},
		{interactionPayload, press},
		{interactionPayload, strings.Replace(press, "state", "other", 1)},
		{interactionPayload, strings.Replace(press, "more:b1", "context:b1", 1)},
		{interactionPayload, strings.Replace(press, `"value"`, `"action_ts":"3.0","value"`, 1)},
		{interactionPayload, strings.Replace(press, "9.9", "9.8", 1)},
	} {
		in, err := ours.read(c.kind, []byte(c.payload))
		again, _ := ours.read(c.kind, []byte(c.payload))
		if err != nil || in.id != again.id {
			t.Errorf("%s: named %q and %q, %v", c.payload, in.id, again.id, err)
		}
		if other, ok := seen[in.id]; ok {
			t.Errorf("%s\nand %s\nhave one name", c.payload, other)
		}
		seen[in.id] = c.payload
	}
}

func TestNoButtonOnWhatSomebodyElseWroteIsTheBots(t *testing.T) {
	for author, want := range map[string]string{"": "state", "UBOT": "state", "U5": ""} {
		in, err := ours.read(interactionPayload, []byte(pressed+`"container":{"channel_id":"C1"},"message":{"team":"T1","user":"`+author+`"}}`))
		if err != nil || in.message.Action.State != want {
			t.Errorf("on what %q wrote: %+v, %v", author, in, err)
		}
	}
}

func TestAnAdminIsOneOfTheWorkspace(t *testing.T) {
	one, org := &incoming{team: team{id: "T1"}, space: ours[0]}, &incoming{team: team{"T9", "E1"}, space: ours[1]}
	in := func(team, enterprise string) *slack.User {
		return &slack.User{TeamID: team, Enterprise: slack.EnterpriseUser{EnterpriseID: enterprise}}
	}
	stranger := in("T1", "")
	stranger.IsStranger = true
	for _, c := range []struct {
		name string
		in   *incoming
		user *slack.User
		want bool
	}{
		{"of the workspace", one, in("T1", ""), true},
		{"of one that is not told", one, in("", ""), true},
		{"of another", one, in("T2", ""), false},
		{"a stranger", one, stranger, false},
		{"of the organisation", org, in("T10", "E1"), true},
		{"of another organisation", org, in("T9", "E2"), false},
		{"of another workspace, and no organisation", org, in("T2", ""), false},
	} {
		if got := c.in.hosts(c.user); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(0, eventOf(`{"type":"message","channel":"D1","user":"U1","ts":"9.1","text":"<@UBOT> <#C1|x> who?"}`))
	f.Add(0, eventOf(`{"type":"app_home_opened","user":"U1","tab":"home"}`))
	f.Add(1, pressed+`"container":{"channel_id":"C1","message_ts":"9.9","is_ephemeral":true}}`)
	f.Add(1, shortcut)
	f.Add(2, slashAsk)
	f.Fuzz(func(t *testing.T, kind int, payload string) {
		kinds := []string{eventPayload, interactionPayload, commandPayload}
		in, err := ours.read(kinds[uint(kind)%3], []byte(payload))
		if in == nil {
			return
		}
		if space, foreign := ours.of(in.team); err != nil || foreign != nil || space != in.space || in.id == "" || in.at.user == in.space.User {
			t.Errorf("%q is taken as %+v, %v", payload, in, err)
		}
	})
}
