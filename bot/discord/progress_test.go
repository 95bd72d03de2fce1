package discord

import (
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
)

// aside is a reply for the person alone.
func aside(text string) bot.Reply { return bot.Refusal(text).Reply() }

// Progress is shown in a message whose place the reply takes, wherever that belongs and
// whatever was put off before.
func TestTheReplyTakesThePlaceOfProgress(t *testing.T) {
	r, c := connected(t)
	m := r.discord.Mention(r.ada, r.channel, "question")
	first := sentenceOf("Press")
	first.Actions = []bot.Action{{Label: "Load", Pressed: bot.Pressed{Name: "load", State: "s"}}}
	c.sends(t, c.read(t, m), first)
	said := r.discord.Await(t, discordtest.To(m.ID()))
	press := func() discordtest.Event { return r.discord.Press(r.ada, said, "Load") }
	command := func() discordtest.Event { return r.discord.Command(r.ada, r.channel, "articles add") }
	for _, test := range []struct {
		name     string
		asked    func() discordtest.Event
		late     bool // it was put off before
		progress bot.Reply
		reply    bot.Reply
		shown    bool // in the place of the progress
	}{
		{"a command", command, false, aside("1"), aside("done"), true},
		{"a late command", command, true, aside("1"), aside("done"), true},
		{"a command, to all in the end", command, false, aside("1"), sentenceOf("done"), false},
		{"a press", press, false, aside("1"), aside("done"), true},
		{"a late press", press, true, aside("1"), aside("done"), true},
		{"a press, for all", press, false, sentenceOf("1"), sentenceOf("done"), true},
		{"a message", func() discordtest.Event { return r.discord.Mention(r.ada, r.channel, "add") }, false, sentenceOf("1"), sentenceOf("done"), true},
		{"a message answered aside", func() discordtest.Event { return r.discord.Mention(r.ada, r.channel, "add") }, false, aside("1"), aside("done"), true},
		{"a message answered aside in the end", func() discordtest.Event { return r.discord.Mention(r.ada, r.channel, "add") }, false, sentenceOf("1"), aside("done"), false},
		{"a direct message", func() discordtest.Event { return r.discord.Message(r.ada, r.discord.Direct(r.ada), "add") }, false, sentenceOf("1"), aside("done"), true},
	} {
		t.Run(test.name, func(t *testing.T) {
			in := c.read(t, test.asked())
			if test.late {
				in.answer.putOff()
			}
			in.progress = c.newProgress(in)
			in.progress.Tell(test.progress)
			begun := r.discord.Await(t, saysJust("1"))
			c.sends(t, in, test.reply)
			done := r.discord.Await(t, saysJust("done"))
			if (begun.ID == done.ID) != test.shown {
				t.Errorf("%s is shown, then %s", begun.ID, done.ID)
			}
			if still := r.discord.Shows(begun.ID); still != test.shown {
				t.Errorf("the progress is still to be seen: %v", still)
			}
			if r.discord.Shows(said.ID); !strings.Contains(said.Shown(), "Press") {
				t.Error("what was pressed is gone")
			}
		})
	}
}

// saysJust matches what shows just some words.
func saysJust(words string) func(discordtest.Call) bool {
	return func(c discordtest.Call) bool { return c.Says() && c.Shown() == words }
}

// What is replied with nothing leaves no progress to be seen.
func TestProgressToNothingGoes(t *testing.T) {
	r, c := connected(t)
	direct := r.discord.Direct(r.ada)
	in := c.read(t, r.discord.Message(r.ada, direct, "add"))
	in.progress = c.newProgress(in)
	in.progress.Tell(sentenceOf("1"))
	begun := r.discord.Await(t, discordtest.To(direct))
	c.sends(t, in, bot.Reply{})
	if r.discord.Shows(begun.ID) {
		t.Error("it is still to be seen")
	}
}

// Where progress cannot be shown the work is answered all the same.
func TestProgressThatCannotBeShown(t *testing.T) {
	r, c := connected(t)
	r.discord.Fail("callback", 1, discordtest.Fault{Status: 403, Code: missingAccess})
	in := c.read(t, r.discord.Command(r.ada, r.channel, "articles add"))
	in.progress = c.newProgress(in)
	in.progress.Tell(aside("1"))
	r.discord.AwaitRefused(t, discordtest.Route("callback"))
	c.sends(t, in, aside("done"))
	says(t, r.discord.Await(t, discordtest.OnlyTo(r.ada, r.channel)), "done")
}

// What takes longer than an interaction can be answered, or reaches the bot too late for
// that, is told in a direct message, and what is for everybody in the channel.
func TestAnAnswerAfterTheTimeOfAnInteraction(t *testing.T) {
	r, c := connected(t)
	toOne, toAll := discordtest.To(r.discord.Direct(r.ada)), discordtest.To(r.channel)
	form := bot.Reply{Form: &bot.Form{Title: "Load", Fields: []bot.Field{{Name: "text", Label: "Text"}}}}
	for name, test := range map[string]struct {
		put   bool // it was put off before
		reply bot.Reply
		where func(discordtest.Call) bool
		words string
	}{
		"to one":           {true, aside("done"), toOne, "done"},
		"to all":           {true, sentenceOf("done"), toAll, "done"},
		"too late, to one": {false, aside("done"), toOne, "done"},
		"too late, to all": {false, sentenceOf("done"), toAll, "done"},
		"too late, a form": {false, form, toOne, string(bot.NoForm)},
	} {
		t.Run(name, func(t *testing.T) {
			e := r.discord.Command(r.ada, r.channel, "articles add")
			in := c.read(t, e)
			if test.put {
				in.answer.putOff()
			}
			r.discord.Expire(e)
			c.sends(t, in, test.reply)
			says(t, r.discord.Await(t, test.where), test.words)
		})
	}
}

// A press that nothing is to be said to is done with, also where Discord waits no more.
func TestNothingIsSaidToALatePress(t *testing.T) {
	r, c := connected(t)
	said := sentenceOf("Press")
	said.Actions = []bot.Action{{Label: "Load", Pressed: bot.Pressed{Name: "load", State: "s"}}}
	direct := r.discord.Direct(r.ada)
	c.sends(t, c.read(t, r.discord.Message(r.ada, direct, "question")), said)
	e := r.discord.Press(r.ada, r.discord.Await(t, discordtest.To(direct)), "Load")
	in := c.read(t, e)
	r.discord.Expire(e)
	c.sends(t, in, bot.Reply{})
}
