package discord

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"verbatim/answer"
	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
)

// asking is what a person types behind /ask.
var asking = discordtest.Option{Name: "question", Value: moonAsked}

func TestALateAnswerIsPutOff(t *testing.T) {
	for name, private := range map[string]bool{"for everybody": false, "for one": true} {
		t.Run(name, func(t *testing.T) {
			r := prepare(t)
			r.pace.hurry = time.Millisecond
			hold := make(chan struct{})
			whole := r.Tenants()
			r.startWith(t, bot.Tenants{Memory: whole.Memory, Library: func(name string) (*answer.Library, error) {
				<-hold
				return whole.Library(name)
			}})
			r.discord.Socket(t)
			e := r.discord.Command(r.ada, r.commanded(t), "ask", asking, discordtest.Option{Name: "private", Value: private})
			r.discord.Tell(e)
			if put := r.discord.Await(t, discordtest.Callback(e)); put.Kind != 5 || put.Ephemeral != private {
				t.Errorf("it is put off with %d, for one person %v", put.Kind, put.Ephemeral)
			}
			close(hold)
			got := r.discord.Await(t, discordtest.Answering(e))
			if says(t, got, moonWords); got.Ephemeral != private {
				t.Errorf("the answer is for one person: %v", got.Ephemeral)
			}
		})
	}
}

// What comes twice is answered once, and the second time puts nothing off: the answer to the
// first would be taken for one that has arrived.
func TestWhatComesTwiceIsNotPutOff(t *testing.T) {
	r := prepare(t)
	r.pace.hurry = 150 * time.Millisecond
	r.start(t)
	r.discord.Socket(t)
	e := r.discord.Command(r.ada, r.commanded(t), "ask", asking)
	r.discord.Fail("callback", 1, discordtest.Fault{Status: http.StatusServiceUnavailable}) // it is sent again after longer than that
	r.discord.Tell(e)
	r.discord.Tell(e)
	says(t, r.discord.Await(t, discordtest.Answering(e)), moonWords)
}

func TestALateAnswerToAPressLeavesTheMessage(t *testing.T) {
	r := prepare(t)
	r.pace.hurry = time.Millisecond
	r.start(t)
	r.discord.Socket(t)
	m := r.discord.Mention(r.ada, r.channel, moonAsked)
	r.discord.Tell(m)
	shown := r.discord.Await(t, discordtest.To(m.ID()))
	hold := make(chan struct{})
	r.discord.Fail("callback", 1, discordtest.Fault{Hold: hold}) // whichever way it is answered
	e := r.discord.Press(r.ada, shown, "In context")
	r.discord.Tell(e)
	r.discord.AwaitHeld(t)
	close(hold)
	says(t, r.discord.Await(t, discordtest.Answering(e)), moonWords)
}

func TestWhatIsNotKnownIsRefusedPrivately(t *testing.T) {
	r := begin(t)
	m := r.discord.Mention(r.ada, r.channel, moonAsked)
	r.discord.Tell(m)
	shown := r.discord.Await(t, discordtest.To(m.ID()))
	for _, id := range []string{"frobnicate", "more:", "more:AAAAAAAAAAAAAAAAAAAAAA", ":", strings.Repeat("x", 100)} {
		e := r.discord.PressButton(r.ada, shown, discordtest.Button{CustomID: id})
		r.discord.Tell(e)
		if c := r.discord.Await(t, discordtest.Answering(e)); !c.Ephemeral {
			t.Errorf("%s: %v is seen by everybody", id, c)
		}
	}
	e := r.discord.Command(r.ada, r.commanded(t), "help").With("data.name", "frobnicate")
	r.discord.Tell(e)
	if c := r.discord.Await(t, discordtest.Answering(e)); !c.Ephemeral {
		t.Errorf("%v is seen by everybody", c)
	}
}

func TestBotsAndTheirLikeAreNotAnswered(t *testing.T) {
	r := begin(t)
	said := r.discord.Mention(r.ada, r.channel, moonAsked)
	for _, e := range []discordtest.Event{
		r.discord.BotMessage(r.channel, "<@"+discordtest.Bot+"> "+moonAsked), r.discord.WebhookMessage(r.channel, "<@"+discordtest.Bot+"> "+moonAsked),
		r.discord.System(r.ada, r.channel, 7), r.discord.Message(r.ada, r.channel, moonAsked), r.discord.Edited(said, "<@"+discordtest.Bot+"> "+moonAsked),
		r.discord.Deleted(said), r.discord.Mention(r.ada, r.channel, moonAsked).With("author", nil),
	} {
		r.discord.Tell(e)
	}
	r.discord.Tell(said)
	r.discord.Await(t, discordtest.To(said.ID()))
	r.stop()
	if n := r.count(discordtest.Call.Says); n != 1 {
		t.Errorf("there are %d answers, one is wanted", n)
	}
}

func TestAnAnswerIsSentOnceWhateverTheNetworkDoes(t *testing.T) {
	r := begin(t)
	r.discord.Fail("post", 1, discordtest.Fault{Lost: true})
	r.discord.Fail("post", 1, discordtest.Fault{Status: 502, HTML: true})
	r.discord.Fail("post", 1, discordtest.Fault{Status: 429, RetryAfter: 0.1})
	r.discord.Fail("thread", 1, discordtest.Fault{Lost: true})
	m := r.discord.Mention(r.ada, r.channel, moonAsked)
	r.discord.Tell(m)
	r.discord.Await(t, discordtest.To(m.ID()))
	r.stop()
	shown := map[string]bool{}
	for _, c := range r.discord.Calls() {
		if discordtest.To(m.ID())(c) {
			shown[c.ID] = true
		}
	}
	if len(shown) != 1 {
		t.Errorf("%d answers are shown, one is wanted", len(shown))
	}
}

func TestMessagesOfAChannelAreAnsweredInOrder(t *testing.T) {
	r := begin(t)
	r.discord.Deny(r.channel, discordtest.CreateThreads)
	var asked []string
	for i := range 100 {
		m := r.discord.Mention(r.home.Person(fmt.Sprint("P", i)), r.channel, moonAsked)
		asked = append(asked, m.ID())
		r.discord.Tell(m)
	}
	r.discord.AwaitCount(t, len(asked), discordtest.To(r.channel))
	for _, c := range r.discord.Calls() {
		if discordtest.To(r.channel)(c) {
			if c.ReplyTo != asked[0] {
				t.Fatalf("%s is answered in the place of %s", c.ReplyTo, asked[0])
			}
			asked = asked[1:]
		}
	}
}

func TestWhatIsTypedIsCompleted(t *testing.T) {
	r := begin(t)
	e := r.discord.Autocomplete(r.ada, r.commanded(t), "ask", asking, discordtest.Option{Name: "by", Value: "A"})
	r.discord.Tell(e)
	if c := r.discord.Await(t, discordtest.Callback(e)); c.Kind != 8 {
		t.Errorf("it is answered with %d", c.Kind)
	}
}

func TestAPanicEndsNothingElse(t *testing.T) {
	r := prepare(t)
	other := r.discord.Join("Other")
	other.Add(r.ada)
	whole := r.Tenants()
	r.startWith(t, bot.Tenants{Memory: whole.Memory, Library: func(name string) (*answer.Library, error) {
		if name == "discord:"+r.home.ID {
			return nil, nil // which panics as soon as it is asked
		}
		return whole.Library(name)
	}})
	r.discord.Socket(t)
	e := r.discord.Command(r.ada, r.commanded(t), "ask", asking)
	r.discord.Tell(e)
	if c := r.discord.Await(t, discordtest.Answering(e)); !c.Ephemeral || !strings.Contains(c.Shown(), string(bot.WentWrong)) {
		t.Errorf("the person is told %q", c.Shown())
	}
	m := r.discord.Mention(r.ada, other.Channel("general"), moonAsked)
	r.discord.Tell(m)
	says(t, r.discord.Await(t, discordtest.To(m.ID())), moonWords)
	if log := r.Log.String(); !strings.Contains(log, "runtime/debug.Stack") || strings.Contains(log, "moon") {
		t.Errorf("the log wants the stack, and no word of a message: %s", log)
	}
}

func TestWhatWasNotAnsweredIsAnsweredAfterARestart(t *testing.T) {
	r := prepare(t)
	r.pace.drain = time.Millisecond
	r.start(t)
	r.discord.Socket(t)
	hold := make(chan struct{})
	r.discord.Fail("thread", 1, discordtest.Fault{Hold: hold})
	m := r.discord.Mention(r.ada, r.channel, moonAsked)
	r.discord.Tell(m)
	r.discord.AwaitHeld(t)
	r.stop()
	close(hold)
	r.start(t)
	says(t, r.discord.Await(t, discordtest.To(m.ID())), moonWords)
}

func TestAChannelThatIsNotKnownIsAskedFor(t *testing.T) {
	r := begin(t)
	thread := r.home.Thread(r.channel, "Moon")
	r.discord.Tell(discordtest.Event{Name: "THREAD_DELETE", Data: map[string]any{"id": thread, "guild_id": r.home.ID}})
	for range 2 {
		r.discord.Tell(r.discord.Mention(r.ada, thread, moonAsked))
		says(t, r.discord.Await(t, discordtest.To(thread)), moonWords)
	}
	if n := r.count(discordtest.Route("channel")); n != 1 {
		t.Errorf("it is asked for %d times", n)
	}
}

func TestWhoTakesNoDirectMessagesIsNotToldAloud(t *testing.T) {
	r := begin(t)
	r.discord.Fail("direct", 1, discordtest.Fault{Status: 403, Code: 50007})
	r.discord.Tell(r.discord.Mention(r.ada, r.channel, "settings unasked on"))
	r.discord.AwaitRefused(t, discordtest.Route("direct"))
	m := r.discord.Mention(r.ada, r.channel, moonAsked)
	r.discord.Tell(m)
	says(t, r.discord.Await(t, discordtest.To(m.ID())), moonWords)
	r.stop()
	if n := r.count(discordtest.Call.Says); n != 1 {
		t.Errorf("%d things are said, one is wanted", n)
	}
}

func TestWhereTheBotIsNotACommandIsRefused(t *testing.T) {
	r := begin(t)
	e := r.discord.Command(r.ada, r.commanded(t), "ask", asking).With("guild_id", "5")
	r.discord.Tell(discordtest.Event{Name: e.Name, Data: e.Data})
	c := r.discord.Await(t, discordtest.Answering(e))
	if says(t, c, string(bot.NoServer)); !c.Ephemeral {
		t.Errorf("%v is seen by everybody", c)
	}
}
