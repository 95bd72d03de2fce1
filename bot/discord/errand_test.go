package discord

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
	"verbatim/store"
)

// long is a reply of so many messages, each of which begins with a word.
func long(n int, word string) (r bot.Reply) {
	for range n {
		r.Blocks = append(r.Blocks, bot.Paragraph(word+strings.Repeat(" x", 900)))
	}
	return r
}

// What was not answered in a place is answered there later: once, and without a ping.
func TestAnErrandIsSaidWhereItWasAsked(t *testing.T) {
	r, c := connected(t)
	thread := r.home.Thread(r.channel, "Moon")
	for name, asked := range map[string]discordtest.Event{
		"in a thread that it opens": r.discord.Mention(r.ada, r.channel, "Who?"),
		"in a thread":               r.discord.Mention(r.ada, thread, "Who?"),
		"for a command":             r.discord.Command(r.ada, r.channel, ask, discordtest.Option{Name: "question", Value: "Who?"}),
	} {
		t.Run(name, func(t *testing.T) {
			in := c.read(t, asked)
			c.sends(t, in, sentenceOf("no"))
			where := r.discord.Await(t, saysJust("no")).Channel
			errand := bot.Errand{ID: name, Place: c.read(t, asked).placed(), Reply: sentenceOf("yes")}
			for range 2 { // it is said once however often it is run
				if err := c.errand(t.Context(), r.home.ID, errand); err != nil {
					t.Fatal(err)
				}
			}
			if said := r.discord.Await(t, saysJust("yes")); said.Channel != where {
				t.Errorf("it is said in %s, and was asked in %s", said.Channel, where)
			}
			if n := r.count(func(c discordtest.Call) bool { return saysJust("yes")(c) && c.Channel == where }); n != 1 && name != "for a command" {
				t.Errorf("it is said %d times", n)
			}
		})
	}
}

// What is answered for one person among others is no place for an errand.
func TestWhereNoErrandGoes(t *testing.T) {
	r, c := connected(t)
	for _, e := range []discordtest.Event{
		r.discord.Command(r.ada, r.channel, "help"),
		r.discord.Command(r.ada, r.channel, ask, discordtest.Option{Name: "question", Value: "Who?"}).With("context", 2),
	} {
		if got := c.read(t, e).placed(); got != "" {
			t.Errorf("%s: %s", e.Name, got)
		}
	}
}

// What was not answered in a direct message is answered there later, with buttons that
// know the server, for as long as the person is in it.
func TestAnErrandInADirectMessage(t *testing.T) {
	r, c := connected(t)
	r.discord.Join("Other").Add(r.ada) // so that she can be written to also behind the end
	direct := r.discord.Direct(r.ada)
	reply := sentenceOf("yes")
	reply.Actions = []bot.Action{{Label: "More", Pressed: bot.Pressed{Name: "more", State: "1"}}}
	for name, asked := range map[string]discordtest.Event{
		"written": r.discord.Message(r.ada, direct, "Who?"),
		"given":   r.discord.Command(r.ada, direct, ask, discordtest.Option{Name: "question", Value: "Who?"}),
	} {
		errand := bot.Errand{ID: name, Place: c.read(t, asked).placed(), Reply: reply}
		if err := c.errand(t.Context(), r.home.ID, errand); err != nil {
			t.Fatal(name, err)
		}
		_, shelf, _ := strings.Cut(discordtest.Buttons(r.discord.Await(t, discordtest.To(direct)))[0].CustomID, ":")
		if state, err := c.shelved(&incoming{at: place{call: &call{shelf: shelf}}}); state != r.home.ID+" 1" || err != nil {
			t.Errorf("%s: what is pressed has the state %q, %v", name, state, err)
		}
		err := r.Tenants().Memory(directTenant).View(func(tx *store.Tx) error {
			if key, _ := tx.Seek([]byte("b/"), nil); key != nil {
				t.Errorf("%s: what was asked of a server is kept where neither its settings nor /forget reach", name)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
		r.home.Remove(r.ada)
		errand.ID = "behind " + name
		if err := c.errand(t.Context(), r.home.ID, errand); !errors.As(err, new(bot.Hopeless)) {
			t.Errorf("%s: a person who has left: %v", name, err)
		}
		r.home.Add(r.ada)
	}
	if n := r.count(discordtest.To(direct)); n != 2 {
		t.Errorf("it is said %d times", n)
	}
}

// In a channel without threads an errand replies to what was asked.
func TestAnErrandWithoutAThread(t *testing.T) {
	r, c := connected(t)
	r.discord.Deny(r.channel, discordtest.CreateThreads)
	asked := r.discord.Mention(r.ada, r.channel, "Who?")
	place := c.read(t, asked).placed()
	if err := c.errand(t.Context(), r.home.ID, bot.Errand{ID: "1", Place: place, Reply: sentenceOf("yes")}); err != nil {
		t.Fatal(err)
	}
	if said := r.discord.Await(t, saysJust("yes")); said.ReplyTo != asked.ID() {
		t.Errorf("it replies to %q", said.ReplyTo)
	}
}

// What was said is said anew in its place, with more messages and with fewer, and also in a
// thread that is archived, which stays so.
func TestAnErrandChangesWhatWasSaid(t *testing.T) {
	r, c := connected(t)
	thread := r.home.Thread(r.channel, "Moon")
	was, err := c.say(t.Context(), c.read(t, r.discord.Mention(r.ada, thread, "Who?")), r.home.ID, long(2, "first"))
	if err != nil || len(was.Messages) != 2 {
		t.Fatal(was, err)
	}
	for _, step := range []struct {
		n        int
		word     string
		archived bool
	}{{2, "second", false}, {4, "third", false}, {1, "fourth", false}, {1, "fifth", true}} {
		if step.archived {
			r.discord.Archive(thread)
		}
		before, err := json.Marshal(was)
		if err != nil {
			t.Fatal(err)
		}
		now, err := c.amend(t.Context(), r.home.ID, bot.Errand{ID: step.word, Sent: string(before), Reply: long(step.n, step.word)})
		if err != nil || len(now.Messages) != step.n || !slices.Equal(now.Messages[:1], was.Messages[:1]) {
			t.Fatalf("%s: %v, %v", step.word, now, err)
		}
		for i, id := range was.Messages {
			if is := r.discord.Shows(id); is != (i < step.n) {
				t.Errorf("%s: message %d is there: %v", step.word, i, is)
			}
		}
		for _, id := range now.Messages {
			r.discord.Await(t, func(c discordtest.Call) bool { return c.ID == id && strings.HasPrefix(c.Content, step.word) })
		}
		was = now
	}
	r.discord.Await(t, func(c discordtest.Call) bool { return c.Route == "archive" && c.Args["archived"] == true })
}

// A message that somebody removed stays away; with the last one the errand is hopeless.
func TestAnErrandAboutWhatIsGone(t *testing.T) {
	r, c := connected(t)
	direct := r.discord.Direct(r.ada)
	was, err := c.say(t.Context(), c.read(t, r.discord.Message(r.ada, direct, "Who?")), r.home.ID, long(2, "first"))
	if err != nil {
		t.Fatal(err)
	}
	where, err := json.Marshal(was)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{1, 0} {
		if err := c.api.remove(t.Context(), direct, was.Messages[i]); err != nil {
			t.Fatal(err)
		}
		now, err := c.amend(t.Context(), r.home.ID, bot.Errand{ID: "1", Sent: string(where), Reply: long(2, "second")})
		if len(now.Messages) != want || (err != nil) != (want == 0) {
			t.Errorf("%v is left, %v", now, err)
		}
	}
	err = c.errand(t.Context(), r.home.ID, bot.Errand{ID: "1", Sent: string(where), Reply: long(2, "second")})
	if !errors.As(err, new(bot.Hopeless)) {
		t.Errorf("it fails with %v", err)
	}
}

func TestHopelessErrands(t *testing.T) {
	r, c := connected(t)
	gone, hidden, closed := `{"channel":"5"}`, r.home.Channel("hidden"), r.home.Channel("closed")
	r.discord.Deny(hidden, discordtest.ViewChannel)
	r.discord.Deny(closed, discordtest.SendMessages)
	at := func(channel string) string { return `{"channel":"` + channel + `"}` }
	bob := r.home.Person("Bob")
	alone := c.read(t, r.discord.Message(bob, r.discord.Direct(bob), "Who?")).placed()
	for name, test := range map[string]struct {
		errand bot.Errand
		fault  *discordtest.Fault
		want   bool
	}{
		"a channel that is gone":     {errand: bot.Errand{Place: gone}, want: true},
		"a channel it may not see":   {errand: bot.Errand{Place: at(hidden)}, want: true},
		"where it may not write":     {errand: bot.Errand{Place: at(closed)}, want: true},
		"who takes no messages":      {errand: bot.Errand{Place: alone}, fault: &discordtest.Fault{Status: 403, Code: takesNoMessages}, want: true},
		"a message that is gone":     {errand: bot.Errand{Sent: `{"channel":"` + r.channel + `","messages":["5"]}`}, want: true},
		"what cannot be read":        {errand: bot.Errand{Place: "{"}, want: true},
		"what cannot be read either": {errand: bot.Errand{Sent: "{}"}, want: true},
		"trouble":                    {errand: bot.Errand{Place: at(r.channel)}, fault: &discordtest.Fault{Status: 400, Code: 50035}},
	} {
		t.Run(name, func(t *testing.T) {
			if test.fault != nil {
				r.discord.Fail("post", 1, *test.fault)
			}
			test.errand.ID, test.errand.Reply = name, sentenceOf("yes")
			err := c.errand(t.Context(), r.home.ID, test.errand)
			if hopeless := errors.As(err, new(bot.Hopeless)); err == nil || hopeless != test.want {
				t.Errorf("it fails with %v", err)
			}
		})
	}
	if n := r.count(discordtest.Call.Says); n != 0 {
		t.Errorf("%d things are said", n)
	}
}

// What is said in part is given up: the next try would say its beginning again.
func TestAnErrandThatIsSaidInPart(t *testing.T) {
	r, c := connected(t)
	c.api.total = 1 // no second try
	hold := make(chan struct{})
	close(hold)
	r.discord.Fail("post", 1, discordtest.Fault{Hold: hold})
	r.discord.Fail("post", 1, discordtest.Fault{Status: 500})
	err := c.errand(t.Context(), r.home.ID, bot.Errand{ID: "1", Place: `{"channel":"` + r.channel + `"}`, Reply: long(2, "yes")})
	if !errors.As(err, new(bot.Hopeless)) {
		t.Errorf("it fails with %v", err)
	}
}

// Errands are run in the servers that the bot is in, and end with them.
func TestErrandsAreRunInEachServer(t *testing.T) {
	r, c := connected(t)
	attended := func() int {
		c.errands.mu.Lock()
		defer c.errands.mu.Unlock()
		return len(c.errands.all)
	}
	second := r.discord.Join("Second")
	if r.told(t); attended() != 2 {
		t.Errorf("%d are attended", attended())
	}
	second.Leave()
	if r.told(t); attended() != 1 {
		t.Errorf("%d are attended after one is left", attended())
	}
}
