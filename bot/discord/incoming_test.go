package discord

import (
	"reflect"
	"strings"
	"testing"

	"verbatim/bot"
)

// The channels of these tests, as what is known of them.
var (
	plain  = channel{Kind: textChannel, Name: "general"}
	voice  = channel{Kind: 2}
	thread = channel{Kind: publicThread, Parent: "C1", Name: "Moon"}
)

// written is a message of Ada's in a server, with further fields, or others in the place of its own.
func written(fields string) string {
	return `{"id":"M1","channel_id":"C1","guild_id":"G1","type":0,"author":{"id":"U1","username":"ada","global_name":"Ada"},"content":"how far?"` + fields + `}`
}

// The interactions of these tests, without what differs.
const (
	byAda = `{"id":"I1","application_id":"A1","token":"tk","guild_id":"G1","channel_id":"C1","channel":{"id":"C1","type":0,"parent_id":null},
		"member":{"user":{"id":"U1","username":"ada"},"nick":"Ada","permissions":"32"},`
	alone = `{"id":"I1","application_id":"A1","token":"tk","channel_id":"D1","channel":{"id":"D1","type":1},"context":1,"user":{"id":"U1","username":"ada","global_name":"Ada"},`
	asked = `"type":2,"data":{"type":1,"name":"ask","options":[{"name":"question","value":"how <:moon:5> far?"}`
)

// below is a command that stands under another.
func below(command, sub, options string) string {
	return `"type":2,"data":{"type":1,"name":"` + command + `","options":[{"type":1,"name":"` + sub + `","options":[` + options + `]}]`
}

// aFile is a file that is attached.
func aFile(name string) attachment {
	return attachment{Name: name, Size: 5, URL: "https://cdn.discordapp.com/" + name}
}

func inJSONFile(name string) string {
	return `{"id":"7","filename":"` + name + `","size":5,"url":"https://cdn.discordapp.com/` + name + `"}`
}

// ofAda is what Ada says in a server.
func ofAda(m bot.Message) bot.Message {
	m.ID, m.Tenant, m.User = "M1", "discord:G1", bot.User{ID: "U1", Name: "Ada"}
	return m
}

// doneByAda is what Ada types or presses in a server.
func doneByAda(m bot.Message) bot.Message {
	m = ofAda(m)
	m.ID, m.Addressed = "I1", true
	return m
}

func TestRead(t *testing.T) {
	called := func(c call) *call {
		c.id, c.app, c.token = "I1", "A1", "tk"
		return &c
	}
	here := place{channel: "C1", user: "U1", message: "M1"}
	opening := place{channel: "C1", user: "U1", message: "M1", opens: true}
	inThread := place{channel: "T1", user: "U1", message: "M1"}
	for _, c := range []struct {
		name, kind, payload string
		channel             channel
		want                *incoming
	}{
		{"a mention opens a thread", messageEvent, written(`,"content":"<@BOT> how far?","mentions":[{"id":"9"}]`), plain,
			&incoming{guild: "G1", at: opening, message: ofAda(bot.Message{Channel: "C1", Thread: "M1", Text: "how far?", Addressed: true})}},
		{"a mention with nothing", messageEvent, written(`,"content":"<@!BOT>"`), plain,
			&incoming{guild: "G1", at: here, message: ofAda(bot.Message{Channel: "C1", Addressed: true})}},
		{"where there are no threads", messageEvent, written(`,"content":"<@BOT> how far?"`), voice,
			&incoming{guild: "G1", at: here, message: ofAda(bot.Message{Channel: "C1", Text: "how far?", Addressed: true})}},
		{"a reply to the bot, without a ping", messageEvent, written(`,"type":19,"referenced_message":{"author":{"id":"9","bot":true},"components":[{"type":99}]}`), plain,
			&incoming{guild: "G1", at: opening, message: ofAda(bot.Message{Channel: "C1", Thread: "M1", Text: "how far?", Addressed: true})}},
		{"a reply to another", messageEvent, written(`,"channel_id":"T1","type":19,"referenced_message":{"author":{"id":"U2"}}`), thread,
			&incoming{guild: "G1", at: inThread, message: ofAda(bot.Message{Channel: "C1", Thread: "T1", Text: "how far?", Others: true})}},
		{"in a thread, to nobody", messageEvent, written(`,"channel_id":"T1"`), thread,
			&incoming{guild: "G1", at: inThread, message: ofAda(bot.Message{Channel: "C1", Thread: "T1", Text: "how far?"})}},
		{"in a thread, to another", messageEvent, written(`,"channel_id":"T1","content":"<@2> how far?","mentions":[{"id":"2","username":"bo"}]`), thread,
			&incoming{guild: "G1", at: inThread, message: ofAda(bot.Message{Channel: "C1", Thread: "T1", Text: "@bo how far?", Others: true, Mentioned: []bot.Mention{{ID: "2", Name: "bo"}}})}},
		{"in a thread, to all", messageEvent, written(`,"channel_id":"T1","mention_everyone":true`), thread,
			&incoming{guild: "G1", at: inThread, message: ofAda(bot.Message{Channel: "C1", Thread: "T1", Text: "how far?", Others: true})}},
		{"in a thread, to the bot", messageEvent, written(`,"channel_id":"T1","content":"<@BOT> how far?"`), thread,
			&incoming{guild: "G1", at: inThread, message: ofAda(bot.Message{Channel: "C1", Thread: "T1", Text: "how far?", Addressed: true})}},
		{"a new post", messageEvent, written(`,"channel_id":"M1"`), thread,
			&incoming{guild: "G1", at: place{channel: "M1", user: "U1", message: "M1"}, message: ofAda(bot.Message{Channel: "C1", Thread: "M1", Text: "Moon\nhow far?", Forum: "C1"})}},
		{"a direct message", messageEvent, strings.Replace(written(``), `"guild_id":"G1",`, ``, 1), channel{},
			&incoming{at: place{channel: "C1", user: "U1", message: "M1", direct: true}, message: bot.Message{ID: "M1", Channel: "C1", User: bot.User{ID: "U1", Name: "Ada"}, Text: "how far?", Addressed: true}}},

		{"a command", interactionEvent, byAda + asked + `]}}`, channel{},
			&incoming{guild: "G1", at: place{channel: "C1", user: "U1", call: called(call{keeper: true})}, message: doneByAda(bot.Message{Channel: "C1", Text: "how :moon: far?"})}},
		{"a command with all it takes", interactionEvent, byAda + asked + `,{"name":"from","value":"The \"Times\""},{"name":"by","value":"Ada Stone"},{"name":"after","value":" 2024 "},{"name":"private","value":true}]}}`, channel{},
			&incoming{guild: "G1", at: place{channel: "C1", user: "U1", call: called(call{keeper: true, aside: true})},
				message: doneByAda(bot.Message{Channel: "C1", Text: `from:"The Times" by:"Ada Stone" after:"2024" how :moon: far?`, Private: true})}},
		{"a command to the bot alone", interactionEvent, alone + asked + `]}}`, channel{},
			&incoming{at: place{channel: "D1", user: "U1", direct: true, call: called(call{})}, message: bot.Message{ID: "I1", Channel: "D1", User: bot.User{ID: "U1", Name: "Ada"}, Text: "how :moon: far?", Addressed: true}}},
		{"a command among others", interactionEvent, strings.Replace(alone, `"context":1`, `"context":2`, 1) + asked + `]}}`, channel{},
			&incoming{at: place{channel: "D1", user: "U1", call: called(call{aside: true})}, message: bot.Message{ID: "I1", Channel: "D1", User: bot.User{ID: "U1", Name: "Ada"}, Text: "how :moon: far?", Addressed: true, Private: true}}},
		{"another command", interactionEvent, byAda + `"type":2,"data":{"type":1,"name":"help"}}`, channel{},
			&incoming{guild: "G1", at: place{channel: "C1", user: "U1", call: called(call{keeper: true, aside: true})}, message: doneByAda(bot.Message{Channel: "C1", Text: "/help", Private: true})}},
		{"a command under one", interactionEvent, byAda + below("articles", "list", `{"name":"outlet","type":3,"value":"The \"Times\""},{"name":"words","type":3,"value":"of: 5G"},{"name":"number","type":4,"value":1000000}`) + `}}`, channel{},
			&incoming{guild: "G1", at: place{channel: "C1", user: "U1", call: called(call{keeper: true, aside: true})}, message: doneByAda(bot.Message{Channel: "C1", Text: `/articles list outlet:"The Times" words:"of: 5G" number:"1000000"`, Private: true})}},
		{"a command about somebody", interactionEvent, byAda + below("settings", "keepers", `{"name":"who","type":9,"value":"2"},{"name":"too","type":9,"value":"6"}`) +
			`,"resolved":{"users":{"2":{"id":"2","username":"bo"}},"roles":{"6":{"id":"6","name":"The \"Mods\""}}}}}`, channel{},
			&incoming{guild: "G1", at: place{channel: "C1", user: "U1", call: called(call{keeper: true, aside: true})}, message: doneByAda(bot.Message{Channel: "C1", Text: `/settings keepers who:"@bo" too:"@The Mods"`,
				Mentioned: []bot.Mention{{ID: "2", Name: "bo"}, {ID: "6", Name: `The "Mods"`, Group: true}}, Private: true})}},
		{"a command with files", interactionEvent, byAda + below("articles", "add", `{"name":"file2","type":11,"value":"8"},{"name":"file","type":11,"value":"7"},{"name":"file3","type":11,"value":"9"}`) +
			`,"resolved":{"attachments":{"7":` + inJSONFile("a.txt") + `,"8":` + inJSONFile("b.txt") + `}}}}`, channel{},
			&incoming{guild: "G1", at: place{channel: "C1", user: "U1", call: called(call{keeper: true, aside: true})}, message: doneByAda(bot.Message{Channel: "C1", Text: "/articles add", Private: true}), attached: []attachment{aFile("b.txt"), aFile("a.txt")}}},
		{"a message to be loaded", interactionEvent, byAda + `"type":2,"data":{"type":3,"name":"Load this","target_id":"5","resolved":{"messages":{"5":{"content":"<https://example.org>","attachments":[` + inJSONFile("a.txt") +
			`],"message_snapshots":[{"message":{"content":"before","attachments":[` + inJSONFile("b.txt") + `]}},{}]}}}}}`, channel{},
			&incoming{guild: "G1", at: place{channel: "C1", user: "U1", call: called(call{keeper: true, aside: true})}, message: doneByAda(bot.Message{Channel: "C1", Text: "https://example.org\nbefore", Load: true, Private: true}), attached: []attachment{aFile("a.txt"), aFile("b.txt")}}},
		{"a mention with files", messageEvent, written(`,"content":"<@BOT> add","attachments":[` + inJSONFile("a.txt") + `]`), plain,
			&incoming{guild: "G1", at: opening, message: ofAda(bot.Message{Channel: "C1", Thread: "M1", Text: "add", Addressed: true}), attached: []attachment{aFile("a.txt")}}},
		{"a form that is sent", interactionEvent, byAda + `"type":5,"data":{"custom_id":"load:shelf","components":[{"type":10},{"type":18,"component":{"type":4,"custom_id":"title","value":"A"}},
			{"type":18},{"type":18,"component":{"type":19,"custom_id":"files","values":["7","8"]}}],"resolved":{"attachments":{"7":` + inJSONFile("a.txt") + `}}}}`, channel{},
			&incoming{guild: "G1", at: place{channel: "C1", user: "U1", call: called(call{sent: true, keeper: true, aside: true, shelf: "shelf"})},
				message: doneByAda(bot.Message{Channel: "C1", Action: &bot.Pressed{Name: "load"}, Fields: map[string]string{"title": "A"}, Private: true}), attached: []attachment{aFile("a.txt")}}},
		{"a form from a message for everybody", interactionEvent, byAda + `"type":5,"message":{"id":"M2","flags":0},"data":{"custom_id":"load:shelf"}}`, channel{},
			&incoming{guild: "G1", at: place{channel: "C1", user: "U1", call: called(call{sent: true, keeper: true, shelf: "shelf"})},
				message: doneByAda(bot.Message{Channel: "C1", Action: &bot.Pressed{Name: "load"}, Fields: map[string]string{}})}},
		{"a choice in a menu", interactionEvent, byAda + `"type":3,"message":{"id":"M2","flags":64},"data":{"component_type":3,"custom_id":"of:show:a","values":["show:b"]}}`, channel{},
			&incoming{guild: "G1", at: place{channel: "C1", user: "U1", call: called(call{pressed: true, on: "M2", keeper: true, aside: true, shelf: "b"})}, message: doneByAda(bot.Message{Channel: "C1", Action: &bot.Pressed{Name: "show"}, Private: true})}},
		{"the menu of a message", interactionEvent, byAda + `"type":2,"data":{"type":3,"name":"Find the source","target_id":"5","resolved":{"messages":{"5":{"content":"<@2> it is <t:0:d>","mentions":[{"id":"2","username":"bo"}]}}}}}`, channel{},
			&incoming{guild: "G1", at: place{channel: "C1", user: "U1", call: called(call{keeper: true, aside: true})}, message: doneByAda(bot.Message{Channel: "C1", Text: "@bo it is 1 January 1970", Claim: true, Private: true})}},
		{"a press in a thread", interactionEvent, strings.NewReplacer(`"channel_id":"C1"`, `"channel_id":"T1"`, `"type":0,"parent_id":null`, `"type":11,"parent_id":"C1"`, `"32"`, `"2048"`).Replace(byAda) + `"type":3,"message":{"flags":0},"data":{"custom_id":"more:shelf"}}`, channel{},
			&incoming{guild: "G1", at: place{channel: "T1", user: "U1", call: called(call{pressed: true, shelf: "shelf"})}, message: doneByAda(bot.Message{Channel: "C1", Thread: "T1", Action: &bot.Pressed{Name: "more"}})}},
		{"a press at what one person sees", interactionEvent, byAda + `"type":3,"message":{"flags":64},"data":{"custom_id":"more:shelf"}}`, channel{},
			&incoming{guild: "G1", at: place{channel: "C1", user: "U1", call: called(call{pressed: true, keeper: true, aside: true, shelf: "shelf"})}, message: doneByAda(bot.Message{Channel: "C1", Action: &bot.Pressed{Name: "more"}, Private: true})}},

		{"to nobody", messageEvent, written(``), plain, nil},
		{"by a bot", messageEvent, written(`,"content":"<@BOT>","author":{"id":"U1","bot":true}`), plain, nil},
		{"by the bot", messageEvent, written(`,"content":"<@BOT>","author":{"id":"9"}`), plain, nil},
		{"by nobody", messageEvent, written(`,"content":"<@BOT>","author":null`), plain, nil},
		{"by a webhook", messageEvent, written(`,"content":"<@BOT>","webhook_id":"5"`), plain, nil},
		{"by an application", messageEvent, written(`,"content":"<@BOT>","application_id":"5"`), plain, nil},
		{"by Discord", messageEvent, written(`,"content":"<@BOT>","type":7`), plain, nil},
		{"what is typed", interactionEvent, byAda + `"type":4,"data":{"name":"ask"}}`, channel{}, nil},
		{"a ping", interactionEvent, byAda + `"type":1}`, channel{}, nil},
		{"of another kind", "MESSAGE_UPDATE", written(`,"content":"<@BOT>"`), plain, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			payload := strings.NewReplacer("<@BOT>", "<@9>", "<@!BOT>", "<@!9>").Replace(c.payload)
			in, err := delivery{Kind: c.kind, Payload: []byte(payload), Us: "9", Channel: c.channel}.read()
			if err != nil {
				t.Fatal(err)
			}
			if c.want != nil {
				c.want.id = c.want.message.ID
			}
			if !reflect.DeepEqual(in, c.want) {
				t.Errorf("it is\n%+v\nwant\n%+v", in, c.want)
			}
		})
	}
}

func TestTexts(t *testing.T) {
	r := reader{"9", named([]person{{ID: "2", Name: "bo", Shown: "Bo"}}), func(id string) string { return map[string]string{"6": "Mods"}[id] }}
	for text, want := range map[string]words{
		"plain":                              {text: "plain"},
		"<@9> who is <@2>?":                  {text: "who is @Bo?", us: true, others: true, mentioned: []bot.Mention{{ID: "2", Name: "Bo"}}},
		"<@&5> and <@3> and <#7>":            {text: "and and", others: true, mentioned: []bot.Mention{{ID: "5", Group: true}, {ID: "3"}}},
		"keepers <@&6>":                      {text: "keepers @Mods", others: true, mentioned: []bot.Mention{{ID: "6", Name: "Mods", Group: true}}},
		"<a:party:12><:moon:5>":              {text: ":party::moon:"},
		"until <t:86400:R>":                  {text: "until 2 January 1970"},
		"</ask:12> <https://example.org/a>":  {text: "/ask https://example.org/a"},
		"1 < 2 > 0, <b> and <@x>":            {text: "1 < 2 > 0, <b> and <@x>"},
		"<t:99999999999999999999:F> forever": {text: "forever"},
	} {
		if got := r.read(text); !reflect.DeepEqual(got, want) {
			t.Errorf("%q is read as %+v, want %+v", text, got, want)
		}
	}
}

// Whatever Discord sends harms nothing, and what is read of it again, as after a restart, is the same.
func FuzzRead(f *testing.F) {
	f.Add(messageEvent, written(`,"content":"<@9> how far?"`), textChannel)
	f.Add(messageEvent, written(`,"type":19,"referenced_message":{"author":{"id":"9"}}`), publicThread)
	f.Add(interactionEvent, byAda+asked+`]}}`, 0)
	f.Add(interactionEvent, alone+`"type":3,"message":{"flags":64},"data":{"custom_id":"more:shelf"}}`, 0)
	f.Add(interactionEvent, byAda+`"type":4,"data":{"options":[{"name":"by","focused":true,"value":5}]}}`, 0)
	f.Add(interactionEvent, byAda+`"type":5,"data":{"custom_id":"a:b","components":[{"type":18,"component":{"type":19,"values":["7"]}}],"resolved":{"attachments":{"7":`+inJSONFile("a")+`}}}}`, 0)
	f.Add(interactionEvent, byAda+below("articles", "add", `{"name":"file","type":11,"value":7}`)+`}}`, 0)
	f.Add(interactionEvent, byAda+`"type":2,"data":{"name":"Load this","target_id":"5","resolved":{"messages":{"5":{"message_snapshots":[{"message":{}}]}}}}}`, 0)
	f.Fuzz(func(t *testing.T, kind, payload string, of int) {
		d := delivery{Kind: kind, Payload: []byte(payload), Us: "9", Channel: channel{Kind: of, Parent: "C1"}}
		readTyping(d.Payload)
		newServers().note(0, kind, d.Payload)
		in, err := d.read()
		if in != nil && (err != nil || in.id == "" || in.at.user == "" || in.message.User.ID != in.at.user) {
			t.Errorf("it is %+v, %v", in, err)
		}
		if again, _ := d.read(); !reflect.DeepEqual(in, again) {
			t.Errorf("it is %+v, and then %+v", in, again)
		}
	})
}
