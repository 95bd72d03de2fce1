package slack

import (
	"encoding/json"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/slack/slacktest"
)

const sunText = "“The sun is a star,” said Bo Reed, an astronomer."

// filling starts the bot, and has an admin open the form for articles in a channel.
func filling(t *testing.T, r *running, socket *slacktest.Socket) slacktest.Call {
	t.Helper()
	r.slack.SetUser("U1", map[string]any{"is_admin": true})
	socket.Deliver(t, r.home.Command("U1", "C1", "/articles", "add"))
	return r.slack.Await(t, slacktest.Method("views.open"))
}

func TestAFormIsOpenedSentAndAnswered(t *testing.T) {
	r := begin(t)
	socket := r.slack.Socket(t)
	opened := filling(t, r, socket)
	if opened.User != "U1" {
		t.Errorf("it is opened for %s", opened.User)
	}
	file := r.home.Keep("tide.txt", "The tide rises twice a day, said Bo Reed.")
	ack := socket.Deliver(t, r.home.Submit(opened, map[string]string{"title": "The sun", "text": sunText}, file))
	if len(ack.Payload) > 0 && string(ack.Payload) != "null" {
		t.Errorf("the form is answered with %s", ack.Payload)
	}
	if c := r.await(t, "C1", "Loaded"); c.Method != "response_url" || !c.Ephemeral || !strings.Contains(c.Shown(), "2 articles") {
		t.Errorf("what was loaded is told %v: %s", c, c.Shown())
	}
}

func TestAFormFromAppHomeIsAnsweredInADirectMessage(t *testing.T) {
	r := begin(t)
	r.slack.SetUser("U1", map[string]any{"is_admin": true})
	socket := r.slack.Socket(t)
	socket.Deliver(t, r.home.HomeOpened("U1", "home"))
	home := r.slack.Await(t, slacktest.Method("views.publish"))
	socket.Deliver(t, r.home.Press("U1", home, "Add articles"))
	opened := r.slack.Await(t, slacktest.Method("views.open"))
	socket.Deliver(t, r.home.Submit(opened, map[string]string{"text": sunText}))
	if c := r.await(t, "U1", "Loaded"); c.Method != "chat.postMessage" {
		t.Errorf("what was loaded is told %v", c)
	}
}

// It may be sent when the response_url is long too old, from where the bot is no member.
func TestWhatBecameOfAFormIsToldWhereItCanBe(t *testing.T) {
	r := begin(t)
	socket := r.slack.Socket(t)
	opened := filling(t, r, socket)
	r.slack.Fail("response_url", 1, slacktest.Fault{Error: "expired_url"})
	r.slack.Fail("chat.postEphemeral", 1, slacktest.Fault{Error: "not_in_channel"})
	socket.Deliver(t, r.home.Submit(opened, map[string]string{"text": sunText}))
	if c := r.await(t, "U1", "Loaded"); c.Method != "chat.postMessage" {
		t.Errorf("what was loaded is told %v", c)
	}
}

func TestAFormBelongsToTheWorkspaceInWhichItWasOpened(t *testing.T) {
	sent := strings.Replace(sentForm(`{\"state\":\"S\",\"team\":\"T9\",\"channel\":\"C1\"}`), `"app_installed_team_id":"T1"`, `"app_installed_team_id":"T8"`, 1)
	if in, err := ours.read(interactionPayload, []byte(sent)); err != nil || in.message.Tenant != "slack:T9" || in.space != ours[1] {
		t.Errorf("of an organisation it is %+v, %v", in, err)
	}
}

func TestAFormThatOpensTooLateIsAskedForAgain(t *testing.T) {
	r := begin(t)
	r.slack.SetUser("U1", map[string]any{"is_admin": true})
	r.slack.Fail("views.open", 1, slacktest.Fault{Error: "expired_trigger_id"})
	r.slack.Socket(t).Deliver(t, r.home.Command("U1", "C1", "/articles", "add"))
	if c := r.slack.Await(t, slacktest.Method("response_url")); !c.Ephemeral || !strings.Contains(c.Shown(), string(bot.FormLate)) {
		t.Errorf("the person is told %s", c.Shown())
	}
}

// Nothing of a form is believed that the bot has not sealed itself.
func TestAForgedFormDoesNothing(t *testing.T) {
	r := prepare(t)
	other := r.slack.Install("T2")
	r.tokens = []string{other.Token}
	r.start(t)
	socket := r.slack.Socket(t)
	opened := filling(t, r, socket)
	r.slack.SetUser("U2", map[string]any{"is_admin": true})
	fields := map[string]string{"title": "The sun", "text": sunText}
	held := func(change func(*origin)) string {
		var o origin
		if err := json.Unmarshal([]byte(r.home.Submit(opened, fields).Field("view.private_metadata").(string)), &o); err != nil {
			t.Fatal(err)
		}
		change(&o)
		return quotedJSON(o)
	}
	for name, forged := range map[string]slacktest.Request{
		"another state":   r.home.Submit(opened, fields).With("view.private_metadata", held(func(o *origin) { o.State = o.State[1:] + o.State[:1] })),
		"no state":        r.home.Submit(opened, fields).With("view.private_metadata", held(func(o *origin) { o.State = "" })),
		"another channel": r.home.Submit(opened, fields).With("view.private_metadata", held(func(o *origin) { o.Channel = "C9" })),
		"another action":  r.home.Submit(opened, fields).With("view.callback_id", "removed"),
		"no action":       r.home.Submit(opened, fields).With("view.callback_id", ""),
		"another person":  r.home.Submit(opened, fields).With("user.id", "U2"),
		"another workspace": r.home.Submit(opened, fields).With("team.id", "T2").With("user.team_id", "T2").With("view.app_installed_team_id", "T2").
			With("view.team_id", "T2"),
	} {
		t.Run(name, func(t *testing.T) {
			socket.Deliver(t, forged)
			r.slack.Await(t, func(c slacktest.Call) bool { // at the response_url, and elsewhere when that is used up
				return strings.Contains(c.Text, "can no longer be done") || strings.Contains(c.Text, "Only the person who asked")
			})
		})
	}
	socket.Deliver(t, r.home.Submit(opened, fields).With("view.private_metadata", "{")) // is no form of the bot's
	r.slack.SetUser("U1", map[string]any{"is_admin": false})
	socket.Deliver(t, r.home.Submit(opened, fields))
	r.slack.Await(t, func(c slacktest.Call) bool { return strings.Contains(c.Shown(), "look after me") })
	r.stop()
	for tenant, library := range r.Libraries {
		if n, err := library.Size(t.Context()); err != nil || n != 1 {
			t.Errorf("%s has %d articles, %v", tenant, n, err)
		}
	}
}

func TestAFormThatIsSentIsAnsweredOnceAcrossARestart(t *testing.T) {
	r := prepare(t)
	r.pace.drain = 0
	r.start(t)
	socket := r.slack.Socket(t)
	opened := filling(t, r, socket)
	hold := make(chan struct{})
	r.slack.Fail("users.info", 1, slacktest.Fault{Hold: hold}) // before anything is loaded
	sent := r.home.Submit(opened, map[string]string{"title": "The sun", "text": sunText})
	socket.Deliver(t, sent)
	r.slack.AwaitHeld(t)
	r.stop()
	close(hold)
	r.start(t)
	r.await(t, "C1", "Loaded")
	socket = r.slack.Socket(t)
	socket.Deliver(t, sent)
	socket.Deliver(t, r.home.Message("U3", "D3", "", "help"))
	r.await(t, "D3", "/ask")
	r.stop()
	n := 0
	for _, c := range r.slack.Calls() {
		if strings.Contains(c.Shown(), "Loaded") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("it is answered %d times", n)
	}
}

// What opened a form before a restart opens none after it: there is a button instead.
func TestAfterARestartAFormIsOffered(t *testing.T) {
	r := prepare(t)
	r.slack.SetUser("U1", map[string]any{"is_admin": true})
	r.pace.drain = 0
	r.start(t)
	r.slack.Fail("users.info", 1, slacktest.Fault{Hold: make(chan struct{})})
	r.slack.Socket(t).Deliver(t, r.home.Command("U1", "C1", "/articles", "add"))
	r.slack.AwaitHeld(t)
	r.stop()
	r.start(t)
	offered := r.slack.Await(t, slacktest.Method("response_url"))
	r.slack.Socket(t).Deliver(t, r.home.Press("U1", offered, "Open the form"))
	r.slack.Await(t, slacktest.Method("views.open"))
}

func TestFormsAreDrawnWithinLimits(t *testing.T) {
	long := strings.Repeat("<&@here> ", 400)
	for name, f := range map[string]bot.Form{
		"short": {Title: "Add", Submit: "Load", Pressed: bot.Pressed{Name: "a", State: "s"}, Fields: []bot.Field{{Name: "a", Label: "A"}}},
		"long": {Title: long, Submit: long, About: long, Pressed: bot.Pressed{Name: "a", State: strings.Repeat("s", 2000)}, Fields: []bot.Field{
			{Name: "a", Label: long, Hint: long, Value: long, Required: true}, {Name: "b", Label: long, Hint: long, Long: true, Value: long[:3000]},
			{Name: "c", Label: long, Files: true},
		}},
		"empty": {Pressed: bot.Pressed{Name: "a"}, Fields: []bot.Field{{Name: "a"}}},
	} {
		in := &incoming{message: bot.Message{Channel: "C1", Thread: "5.0"}, at: place{name: strings.Repeat("n", 80), response: "https://hooks.slack.com/" + strings.Repeat("r", 1000)}}
		drawn, err := json.Marshal(drawForm(&f, in.origin(f.State)))
		if err != nil {
			t.Fatal(err)
		}
		for _, broken := range slacktest.Limits(drawn) {
			t.Errorf("%s: %s", name, broken)
		}
		if !strings.Contains(string(drawn), f.State) {
			t.Errorf("%s: its state is not whole", name)
		}
	}
	cut := drawField(bot.Field{Name: "a", Value: strings.Repeat("a", 3001)})
	if encoded, _ := json.Marshal(cut); strings.Contains(string(encoded), "initial_value") {
		t.Error("a value that cannot come back whole stands in its field")
	}
}
