package slack

import (
	"context"
	"strings"
	"sync"
	"testing"

	"verbatim/bot"
	"verbatim/bot/adapter/adaptertest"
	"verbatim/bot/slack/slacktest"
	"verbatim/bot/vitals"
)

const (
	moonAsked = adaptertest.Asked
	moonWords = adaptertest.Words
)

// running is the bot on a Slack for tests.
type running struct {
	slack *slacktest.Server
	home  *slacktest.Workspace
	stop  func() // ends the bot, and returns when it has ended
	*adaptertest.House
	pace   pace
	vitals *vitals.Vitals

	tokens []string // beside that of T1
}

// begin starts the bot in Socket Mode in a workspace T1.
func begin(t *testing.T) *running {
	t.Helper()
	r := prepare(t)
	r.start(t)
	return r
}

// prepare returns what is there before the bot starts.
func prepare(t testing.TB) *running {
	t.Helper()
	s := slacktest.New(t)
	return &running{slack: s, home: s.Install("T1"), House: adaptertest.New(t), pace: usualPace}
}

// start starts the bot, as after a restart when it ran before.
func (r *running) start(t *testing.T) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	log := r.Logger()
	b := bot.New(log, r.Tenants())
	r.vitals = b.Vitals()
	ended := make(chan error, 1)
	go func() {
		ended <- run(ctx, log, b, Config{
			BotTokens: append([]string{r.home.Token}, r.tokens...), AppToken: slacktest.AppToken, API: r.slack.API(),
		}, r.pace)
	}()
	r.stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(r.stop)
}

func TestAMentionIsAnsweredInItsThread(t *testing.T) {
	r := begin(t)
	m := r.home.Mention("U1", "C1", "", moonAsked)
	r.slack.Socket(t).Deliver(t, m)
	c := r.slack.Await(t, slacktest.To("C1", m.Field("event.ts").(string)))
	if c.Ephemeral || !strings.Contains(c.Shown(), moonWords) {
		t.Errorf("the answer is %v: %s", c, c.Shown())
	}
	for name, want := range map[string]any{"unfurl_links": "false", "unfurl_media": "false", "parse": "none", "link_names": "false"} {
		if c.Args[name] != want {
			t.Errorf("%s is %v, want %v", name, c.Args[name], want)
		}
	}
}

func TestADirectMessageIsAnsweredWhereItStands(t *testing.T) {
	r := begin(t)
	socket := r.slack.Socket(t)
	socket.Deliver(t, r.home.Message("U1", "D1", "", moonAsked))
	if c := r.slack.Await(t, slacktest.To("D1", "")); c.Thread != "" || !strings.Contains(c.Shown(), moonWords) {
		t.Errorf("the answer is %v", c)
	}
	socket.Deliver(t, r.home.Message("U1", "D1", "17.5", moonAsked))
	r.slack.Await(t, slacktest.To("D1", "17.5"))
}

func TestACommandIsAnsweredAsideAndShared(t *testing.T) {
	r := begin(t)
	socket := r.slack.Socket(t)
	socket.Deliver(t, r.home.Command("U1", "C1", "/ask", moonAsked))
	private := r.slack.Await(t, slacktest.Method("response_url"))
	if !private.Ephemeral || !strings.Contains(private.Shown(), moonWords) {
		t.Fatalf("the answer is %v: %s", private, private.Shown())
	}
	socket.Deliver(t, r.home.Press("U1", private, "Share in channel"))
	if shared := r.slack.Await(t, slacktest.Method("chat.postMessage")); shared.Channel != "C1" || !strings.Contains(shared.Shown(), moonWords) {
		t.Errorf("what is shared is %v: %s", shared, shared.Shown())
	}
	if gone := r.slack.Await(t, slacktest.Method("response_url")); gone.Args["delete_original"] != true {
		t.Errorf("what only one person saw is not taken away: %v", gone.Args)
	}
}

func TestWhereTheBotIsNotWhatIsSharedGoesByTheResponseURL(t *testing.T) {
	r := begin(t)
	socket := r.slack.Socket(t)
	socket.Deliver(t, r.home.Command("U1", "C1", "/ask", moonAsked))
	private := r.slack.Await(t, slacktest.Method("response_url"))
	r.slack.Fail("chat.postMessage", 1, slacktest.Fault{Error: "not_in_channel"})
	socket.Deliver(t, r.home.Press("U1", private, "Share in channel"))
	if c := r.slack.Await(t, slacktest.Method("response_url")); c.Args["response_type"] != "in_channel" || !strings.Contains(c.Shown(), moonWords) {
		t.Errorf("what is shared is %v: %s", c, c.Shown())
	}
}

func TestWhatAnotherPersonPressesIsShownToThatPersonAlone(t *testing.T) {
	r := begin(t)
	socket := r.slack.Socket(t)
	m := r.home.Mention("U1", "C1", "", moonAsked)
	socket.Deliver(t, m)
	answer := r.slack.Await(t, slacktest.To("C1", ""))
	socket.Deliver(t, r.home.Press("U2", answer, "In context"))
	c := r.slack.Await(t, slacktest.Method("response_url"))
	if !c.Ephemeral || c.User != "U2" || c.Thread != m.Field("event.ts") || !strings.Contains(c.Shown(), moonWords) {
		t.Errorf("the context is %v: %s", c, c.Shown())
	}
}

func TestTheShortcutLooksForAClaimAside(t *testing.T) {
	r := begin(t)
	r.slack.Socket(t).Deliver(t, r.home.Shortcut(findSource, "U1", "C1", "", "U2", "The moon is 384,400 kilometres away"))
	if c := r.slack.Await(t, slacktest.Method("response_url")); !c.Ephemeral || !strings.Contains(c.Shown(), moonWords) {
		t.Errorf("the answer is %v: %s", c, c.Shown())
	}
}

func TestTheShortcutReadsWhatIsForwarded(t *testing.T) {
	r := begin(t)
	q := r.home.Shortcut(findSource, "U1", "C1", "", "U2", "").
		With("message.attachments", []any{map[string]any{"is_share": true, "text": "The moon is 384,400 kilometres away"}})
	r.slack.Socket(t).Deliver(t, q)
	if c := r.slack.Await(t, slacktest.Method("response_url")); !strings.Contains(c.Shown(), moonWords) {
		t.Errorf("the answer is %s", c.Shown())
	}
}

func TestAppHomeIsPublished(t *testing.T) {
	r := begin(t)
	r.slack.Socket(t).Deliver(t, r.home.HomeOpened("U1", "home"))
	if c := r.slack.Await(t, slacktest.Method("views.publish")); c.User != "U1" || !strings.Contains(c.Shown(), "The moon") {
		t.Errorf("App Home is %v: %s", c, c.Shown())
	}
}

func TestTheAssistantSuggestsQuestions(t *testing.T) {
	r := begin(t)
	opened := r.home.AssistantOpened("U1", "C1")
	r.slack.Socket(t).Deliver(t, opened)
	c := r.slack.Await(t, slacktest.Method("assistant.threads.setSuggestedPrompts"))
	if c.Channel != "DU1" || c.Thread != opened.Field("event.assistant_thread.thread_ts") {
		t.Errorf("the prompts are shown in %v", c)
	}
}
