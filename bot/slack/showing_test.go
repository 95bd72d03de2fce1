package slack

import (
	"encoding/json"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/adapter"
	"verbatim/bot/slack/slacktest"
)

// reads returns what a request is to the bot.
func (r *running) reads(t *testing.T, q slacktest.Request) *incoming {
	t.Helper()
	payload, err := json.Marshal(q.Payload)
	if err != nil {
		t.Fatal(err)
	}
	in, err := r.spaces(t).read(q.Type, payload)
	if err != nil || in == nil {
		t.Fatalf("it reads %v, %v", in, err)
	}
	return in
}

func says(words string) bot.Reply { return bot.Reply{Blocks: []bot.Block{bot.Paragraph(words)}} }

func privately(words string) bot.Reply {
	r := says(words)
	r.Private = true
	return r
}

// chatOf returns a chat that Slack sends nothing.
func (r *running) chatOf(t *testing.T) *chat {
	log := r.Logger()
	return newChat(t.Context(), log, bot.New(log, r.Tenants()), r.spaces(t), r.pace)
}

func TestAReplyTakesThePlaceOfWhatWasShown(t *testing.T) {
	for name, c := range map[string]struct {
		from  func(*slacktest.Workspace) slacktest.Request
		in    string // the channel
		reply bot.Reply
		left  []string // what stands there at the end
	}{
		"a direct message":            {func(w *slacktest.Workspace) slacktest.Request { return w.Message("U1", "D1", "", "add") }, "D1", says("done"), []string{"done"}},
		"a private reply to that":     {func(w *slacktest.Workspace) slacktest.Request { return w.Message("U1", "D1", "", "add") }, "D1", privately("done"), []string{"done"}},
		"a mention":                   {func(w *slacktest.Workspace) slacktest.Request { return w.Mention("U1", "C1", "", "add") }, "C1", says("done"), []string{"done"}},
		"a private reply to that one": {func(w *slacktest.Workspace) slacktest.Request { return w.Mention("U1", "C1", "5.0", "add") }, "C1", privately("done"), nil},
		"nothing to say":              {func(w *slacktest.Workspace) slacktest.Request { return w.Mention("U1", "C1", "", "add") }, "C1", bot.Reply{}, nil},
		"more than a post":            {func(w *slacktest.Workspace) slacktest.Request { return w.Mention("U1", "C1", "", "add") }, "C1", says(strings.Repeat("a ", 3000)), []string{"a a", "a a"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := prepare(t)
			in, chat := r.reads(t, c.from(r.home)), r.chatOf(t)
			for _, so := range []string{"1 of 9", "5 of 9"} {
				chat.show(in, says(so))
			}
			if now := r.slack.Standing(c.in); !in.shows() || len(now) != 1 || now[0].Text != "5 of 9" {
				t.Fatalf("what is shown is %v", now)
			}
			if err := chat.reply(t.Context(), in, c.reply); err != nil {
				t.Fatal(err)
			}
			now := r.slack.Standing(c.in)
			if len(now) != len(c.left) {
				t.Fatalf("what stands there is %v", now)
			}
			for i, want := range c.left {
				if !strings.HasPrefix(now[i].Text, want) || now[i].Thread != in.at.thread {
					t.Errorf("what stands there is %v", now)
				}
			}
		})
	}
}

func TestWhatIsForOnePersonIsNotShownAmongOthers(t *testing.T) {
	r := prepare(t)
	r.chatOf(t).show(r.reads(t, r.home.Mention("U1", "C1", "", "add")), privately("1 of 9"))
	if now := r.slack.Standing("C1"); len(now) != 0 {
		t.Errorf("what is shown is %v", now)
	}
}

func TestWhatWasShownAndIsDeletedIsNoHindrance(t *testing.T) {
	r := prepare(t)
	in, chat := r.reads(t, r.home.Message("U1", "D1", "", "add")), r.chatOf(t)
	chat.show(in, says("1 of 9"))
	r.slack.Delete(r.slack.Standing("D1")[0])
	chat.show(in, says("5 of 9"))
	if err := chat.reply(t.Context(), in, says("done")); err != nil {
		t.Fatal(err)
	}
	if now := r.slack.Standing("D1"); len(now) != 1 || now[0].Text != "done" {
		t.Errorf("what stands there is %v", now)
	}
}

func TestALongLoadIsShownInThePlaceOfItsReply(t *testing.T) {
	r := prepare(t)
	r.slack.SetUser("U1", map[string]any{"is_admin": true})
	r.pace.show = adapter.ShowPace{}
	r.start(t)
	socket := r.slack.Socket(t)
	hold := make(chan struct{})
	r.slack.Fail("download", 1, slacktest.Fault{Hold: hold})
	socket.Deliver(t, r.home.WithFiles(r.home.Mention("U1", "C1", "", "add"), r.home.Keep("tide.txt", tideText)))
	loading := r.await(t, "C1", "Loading tide.txt")
	r.slack.AwaitHeld(t)
	close(hold)
	if loaded := r.await(t, "C1", "Loaded"); loaded.Method != "chat.update" || loaded.TS != loading.TS {
		t.Errorf("the reply is %v", loaded)
	}
}

func TestAReplyTakesThePlaceOfWhatWasShownBeforeARestart(t *testing.T) {
	r := prepare(t)
	q := r.home.Message("U1", "D1", "", "add")
	r.chatOf(t).show(r.reads(t, q), says("1 of 9"))
	in, chat := r.reads(t, q), r.chatOf(t)
	chat.recall(in)
	if err := chat.reply(t.Context(), in, says("done")); err != nil {
		t.Fatal(err)
	}
	if now := r.slack.Standing("D1"); len(now) != 1 || now[0].Text != "done" {
		t.Errorf("what stands there is %v", now)
	}
}

func TestOnePersonIsShownWorkSparingly(t *testing.T) {
	r := prepare(t)
	in, chat := r.reads(t, r.home.Command("U1", "C1", "/articles", "add")), r.chatOf(t)
	for _, so := range []string{"1 of 9", "3 of 9", "5 of 9", "7 of 9"} {
		chat.show(in, says(so))
	}
	if err := chat.reply(t.Context(), in, privately("done")); err != nil {
		t.Fatal(err)
	}
	var all []slacktest.Call
	for _, c := range r.slack.Calls() {
		if c.Method == "response_url" {
			all = append(all, c)
		}
	}
	if len(all) != showUses+1 || all[0].Args["replace_original"] == true || all[len(all)-1].TS != all[0].TS || all[len(all)-1].Text != "done" {
		t.Errorf("the person is shown %v", all)
	}
}

// The response_url of a press would replace what was pressed.
func TestWhatWasPressedStaysWhileWorkIsDone(t *testing.T) {
	r := prepare(t)
	button := bot.Reply{Blocks: says("x").Blocks, Actions: []bot.Action{{Label: "Undo", Pressed: bot.Pressed{Name: "undo"}}}, Private: true}
	if err := r.chatOf(t).reply(t.Context(), r.reads(t, r.home.Command("U1", "C1", "/articles", "")), button); err != nil {
		t.Fatal(err)
	}
	if in := r.reads(t, r.home.Press("U1", r.slack.Await(t, slacktest.Method("response_url")), "Undo")); in.shows() {
		t.Error("it would be replaced")
	}
}
