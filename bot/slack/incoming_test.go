package slack

import (
	"cmp"
	"reflect"
	"strings"
	"testing"

	"verbatim/bot"
)

// ours is a workspace with a token of its own, and an organisation with one for all of its workspaces.
var ours = workspaces{
	{TeamID: "T1", User: "UBOT", Bot: "BBOT"},
	{TeamID: "T8", User: "UORG", Enterprise: "E1", Everywhere: true},
}

// eventOf wraps an event as Slack does, for the workspace T1.
func eventOf(inner string) string {
	return `{"type":"event_callback","event_id":"Ev1","team_id":"T1","authorizations":[{"team_id":"T1","enterprise_id":null,"is_enterprise_install":false}],"event":` + inner + `}`
}

// threadMessage is a message in a thread, with further fields, or others in the place of its own.
func threadMessage(fields string) string {
	return eventOf(`{"type":"message","channel":"C1","channel_type":"channel","user":"U1","ts":"9.1","thread_ts":"5.0","text":"and what about NATO?"` + fields + `}`)
}

// The interactions of these tests, without what differs.
const (
	pressed  = `{"type":"block_actions","trigger_id":"tr1","team":{"id":"T1"},"user":{"id":"U1","username":"ada","team_id":"T1"},"response_url":"https://r/1","actions":[{"action_id":"more:b1","value":"state"}],`
	shortcut = `{"type":"message_action","trigger_id":"tr1","callback_id":"find_source","team":{"id":"T1"},"user":{"id":"U1","name":"ada"},"channel":{"id":"C1"},"response_url":"https://r/1","message":{"user":"U2","bot_id":"B2","text":"&lt;5&gt; from <@U3|bo>","ts":"8.0"}}`
	slashAsk = `{"command":"/ask","text":" who founded <#C9|huawei>? ","team_id":"T1","channel_id":"C1","user_id":"U1","user_name":"ada","response_url":"https://r/1","trigger_id":"tr1","is_enterprise_install":"false"}`
)

// sentForm is a modal that is sent, and held what is given here.
func sentForm(held string) string {
	return `{"type":"view_submission","trigger_id":"tr1","team":{"id":"T1"},"user":{"id":"U1","username":"ada","team_id":"T1"},
		"view":{"id":"V1","type":"modal","callback_id":"loaded","app_installed_team_id":"T1","private_metadata":"` + held + `","state":{"values":{
		"title":{"title":{"type":"plain_text_input","value":"The moon"}},"link":{"link":{"type":"plain_text_input","value":null}},
		"files":{"files":{"type":"file_input","files":[{"name":"a.txt"}]}}}}}}`
}

// spokenTo is what is said to the bot, in an event.
func spokenTo(m bot.Message) bot.Message {
	m.ID, m.Tenant, m.Addressed = "Ev1", "slack:T1", true
	m.User = bot.User{ID: "U1"}
	return m
}

// byAda is what Ada types or presses, who is named beside that.
func byAda(m bot.Message) bot.Message {
	m = spokenTo(m)
	m.User.Name = "ada"
	return m
}

func notAddressed(m bot.Message) bot.Message {
	m.Addressed = false
	return m
}

func TestRead(t *testing.T) {
	press := &bot.Pressed{Name: "more", State: "state"}
	for _, c := range []struct {
		name, kind, payload string
		want                incoming
	}{
		{"a mention begins a thread", eventPayload,
			eventOf(`{"type":"app_mention","channel":"C1","user":"U1","ts":"9.1","text":"hey <@UBOT> who founded Huawei?"}`),
			incoming{at: place{channel: "C1", thread: "9.1", user: "U1"}, message: spokenTo(bot.Message{Channel: "C1", Thread: "9.1", Text: "hey who founded Huawei?"})}},
		{"a mention in a thread", eventPayload,
			eventOf(`{"type":"app_mention","channel":"C1","user":"U1","ts":"9.1","thread_ts":"5.0","text":"<@UBOT> who?"}`),
			incoming{at: place{channel: "C1", thread: "5.0", begun: true, user: "U1"}, message: spokenTo(bot.Message{Channel: "C1", Thread: "5.0", Text: "who?"})}},
		{"a direct message", eventPayload,
			eventOf(`{"type":"message","channel":"D1","channel_type":"im","user":"U1","ts":"9.1","text":"who?"}`),
			incoming{at: place{channel: "D1", user: "U1", direct: true}, message: spokenTo(bot.Message{Channel: "D1", Text: "who?"})}},
		{"a direct message that mentions the bot", eventPayload,
			eventOf(`{"type":"message","channel":"D1","channel_type":"im","user":"U1","ts":"9.1","text":"<@UBOT> who?"}`),
			incoming{at: place{channel: "D1", user: "U1", direct: true}, message: spokenTo(bot.Message{Channel: "D1", Text: "who?"})}},
		{"in the assistant's pane", eventPayload,
			eventOf(`{"type":"message","channel":"D1","channel_type":"im","user":"U1","ts":"9.1","thread_ts":"5.0","text":"who?"}`),
			incoming{at: place{channel: "D1", thread: "5.0", begun: true, user: "U1", direct: true}, message: spokenTo(bot.Message{Channel: "D1", Thread: "5.0", Text: "who?"})}},
		{"with a file", eventPayload,
			eventOf(`{"type":"message","subtype":"file_share","channel":"D1","channel_type":"im","user":"U1","ts":"9.1","text":"who?","files":[{"id":"F1","name":"a.txt","size":5,"url_private_download":"https://files.slack.com/a"}]}`),
			incoming{at: place{channel: "D1", user: "U1", direct: true}, message: spokenTo(bot.Message{Channel: "D1", Text: "who?"}), files: []file{{ID: "F1", Name: "a.txt", Size: 5, Download: "https://files.slack.com/a"}}}},
		{"in a thread, to nobody", eventPayload, threadMessage(``),
			incoming{at: place{channel: "C1", thread: "5.0", begun: true, user: "U1"}, message: notAddressed(spokenTo(bot.Message{Channel: "C1", Thread: "5.0", Text: "and what about NATO?"}))}},
		{"in a thread, to another", eventPayload, threadMessage(`,"text":"<@U2> and NATO?"`),
			incoming{at: place{channel: "C1", thread: "5.0", begun: true, user: "U1"}, message: notAddressed(spokenTo(bot.Message{Channel: "C1", Thread: "5.0", Text: "and NATO?", Others: true, Mentioned: []bot.Mention{{ID: "U2"}}}))}},
		{"in a thread of several people", eventPayload, threadMessage(`,"channel":"G1","channel_type":"mpim"`),
			incoming{at: place{channel: "G1", thread: "5.0", begun: true, user: "U1"}, message: notAddressed(spokenTo(bot.Message{Channel: "G1", Thread: "5.0", Text: "and what about NATO?"}))}},
		{"shown in the channel too", eventPayload, threadMessage(`,"subtype":"thread_broadcast"`),
			incoming{at: place{channel: "C1", thread: "5.0", begun: true, user: "U1"}, message: notAddressed(spokenTo(bot.Message{Channel: "C1", Thread: "5.0", Text: "and what about NATO?"}))}},
		{"App Home", eventPayload, eventOf(`{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home"}`),
			incoming{task: showHome, at: place{user: "U1"}, message: bot.Message{ID: "Ev1", Tenant: "slack:T1", User: bot.User{ID: "U1"}}}},
		{"the assistant is opened", eventPayload,
			eventOf(`{"type":"assistant_thread_started","assistant_thread":{"user_id":"U1","channel_id":"D1","thread_ts":"5.0","context":{"channel_id":"C1"}}}`),
			incoming{task: showPrompts, at: place{channel: "D1", thread: "5.0", begun: true, user: "U1", direct: true}, message: bot.Message{ID: "Ev1", Tenant: "slack:T1"}}},

		{"a command", commandPayload, slashAsk,
			incoming{at: place{channel: "C1", user: "U1", response: "https://r/1", aside: true},
				message: byAda(bot.Message{Channel: "C1", Text: "/ask who founded #huawei?", Private: true})}},
		{"a command with nothing behind it", commandPayload, strings.Replace(slashAsk, " who founded <#C9|huawei>? ", "", 1),
			incoming{at: place{channel: "C1", user: "U1", response: "https://r/1", aside: true},
				message: byAda(bot.Message{Channel: "C1", Text: "/ask", Private: true})}},
		{"another command, in a direct message", commandPayload,
			`{"command":"/articles","text":"","team_id":"T1","channel_id":"D1","user_id":"U1","user_name":"ada","response_url":"https://r/1","trigger_id":"tr1","is_enterprise_install":false}`,
			incoming{at: place{channel: "D1", user: "U1", response: "https://r/1", direct: true, aside: true},
				message: byAda(bot.Message{Channel: "D1", Text: "/articles", Private: true})}},
		{"the shortcut, at a bot's message", interactionPayload, shortcut,
			incoming{at: place{channel: "C1", user: "U1", response: "https://r/1", aside: true},
				message: byAda(bot.Message{Channel: "C1", Text: "<5> from @bo", Private: true, Claim: true})}},
		{"the other shortcut", interactionPayload,
			`{"type":"message_action","trigger_id":"tr1","callback_id":"load_this","team":{"id":"T1"},"user":{"id":"U1","name":"ada"},"channel":{"id":"C1","name":"news"},"response_url":"https://r/1",
			"message":{"user":"U2","text":"read <https://a.example/b|this>","ts":"8.0","thread_ts":"5.0","files":[{"name":"a.txt"}],"attachments":[{"is_share":true,"text":"<https://c.example>","files":[{"name":"b.txt"}]},{"text":"<https://d.example>"}]}}`,
			incoming{at: place{channel: "C1", name: "news", thread: "5.0", begun: true, user: "U1", response: "https://r/1", aside: true}, files: []file{{Name: "a.txt"}, {Name: "b.txt"}},
				message: byAda(bot.Message{Channel: "C1", Thread: "5.0", Text: "read https://a.example/b\nhttps://c.example", Private: true, Load: true})}},
		{"a form that is sent", interactionPayload, sentForm(`{\"state\":\"S\",\"team\":\"T9\",\"channel\":\"C1\",\"thread\":\"5.0\",\"begun\":true,\"name\":\"news\",\"response\":\"https://r/1\",\"pressed\":true}`),
			incoming{at: place{channel: "C1", name: "news", thread: "5.0", begun: true, user: "U1", response: "https://r/1", aside: true, pressed: true, filled: true}, files: []file{{Name: "a.txt"}},
				message: byAda(bot.Message{Channel: "C1", Thread: "5.0", Private: true, Action: &bot.Pressed{Name: "loaded", State: "S"}, Fields: map[string]string{"title": "The moon", "link": ""}})}},
		{"a form that is sent from App Home", interactionPayload, sentForm(`{\"state\":\"S\"}`),
			incoming{at: place{channel: "U1", user: "U1", direct: true, filled: true}, files: []file{{Name: "a.txt"}},
				message: byAda(bot.Message{Private: true, Action: &bot.Pressed{Name: "loaded", State: "S"}, Fields: map[string]string{"title": "The moon", "link": ""}})}},

		{"a press in a thread", interactionPayload,
			pressed + `"container":{"type":"message","channel_id":"C1","message_ts":"9.9","thread_ts":"5.0"},"channel":{"id":"C1"},"message":{"thread_ts":"5.0"}}`,
			incoming{at: place{channel: "C1", thread: "5.0", begun: true, user: "U1", response: "https://r/1", pressed: true},
				message: byAda(bot.Message{Channel: "C1", Thread: "5.0", Action: press})}},
		{"a press at a message that begins a thread", interactionPayload,
			pressed + `"container":{"type":"message","channel_id":"C1","message_ts":"9.9"},"channel":{"id":"C1"}}`,
			incoming{at: place{channel: "C1", thread: "9.9", user: "U1", response: "https://r/1", pressed: true},
				message: byAda(bot.Message{Channel: "C1", Thread: "9.9", Action: press})}},
		{"a press in a direct message", interactionPayload,
			pressed + `"container":{"type":"message","channel_id":"D1","message_ts":"9.9"},"channel":{"id":"D1"}}`,
			incoming{at: place{channel: "D1", user: "U1", response: "https://r/1", direct: true, pressed: true},
				message: byAda(bot.Message{Channel: "D1", Action: press})}},
		{"a press at what one person sees", interactionPayload,
			pressed + `"container":{"type":"message","channel_id":"C1","message_ts":"9.9","is_ephemeral":true},"channel":{"id":"C1"}}`,
			incoming{at: place{channel: "C1", user: "U1", response: "https://r/1", aside: true, pressed: true},
				message: byAda(bot.Message{Channel: "C1", Private: true, Action: press})}},
		{"a press at what one person sees in a thread", interactionPayload,
			pressed + `"container":{"type":"message","channel_id":"C1","message_ts":"9.9","thread_ts":"5.0","is_ephemeral":true},"channel":{"id":"C1"}}`,
			incoming{at: place{channel: "C1", thread: "5.0", begun: true, user: "U1", response: "https://r/1", aside: true, pressed: true},
				message: byAda(bot.Message{Channel: "C1", Thread: "5.0", Private: true, Action: press})}},
		{"a press in App Home", interactionPayload,
			pressed + `"container":{"type":"view","view_id":"V1"},"view":{"id":"V1","app_installed_team_id":"T1"}}`,
			incoming{at: place{channel: "U1", user: "U1", response: "https://r/1", direct: true, pressed: true},
				message: byAda(bot.Message{Action: press})}},
	} {
		t.Run(c.name, func(t *testing.T) {
			in, err := ours.read(c.kind, []byte(c.payload))
			if err != nil || in == nil {
				t.Fatalf("read gives %v, %v", in, err)
			}
			want := c.want
			want.task, want.id, want.team, want.space = cmp.Or(c.want.task, reply), c.want.message.ID, team{id: "T1"}, ours[0]
			if c.kind != eventPayload { // which have an id of their own
				want.id, want.message.ID, want.trigger = in.id, in.id, "tr1"
			}
			if !reflect.DeepEqual(*in, want) {
				t.Errorf("it is\n%+v\nwant\n%+v", *in, want)
			}
		})
	}
}
