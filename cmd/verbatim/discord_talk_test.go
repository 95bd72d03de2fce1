package main

import (
	"slices"
	"strings"
	"testing"

	"verbatim/bot/discord/discordtest"
)

// The bot says what is told here, and nothing else.
func TestTalksInDiscord(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	s.start(t)
	for _, talk := range discordTalks {
		t.Run(talk.name, func(t *testing.T) { talk.hold(s.talk(t)) })
	}
	s.settle(t)
}

// Without the message-content intent the bot says so, and reads what is meant for it.
func TestDiscordWithoutTheContentOfMessages(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	s.discord.AllowContent(false)
	s.start(t)
	s.log.await(t, `(without the message-content intent)`)
	if asked := s.socket.Intents; asked != discordtest.Guilds|discordtest.GuildMessages|discordtest.DirectMessages {
		t.Errorf("it asks for the intents %b", asked)
	}
	k := s.talk(t)
	thread := k.asks(aboutBackdoors)
	first := k.hears(discordtest.To(thread), onBackdoors)
	k.writes(k.asker, thread, aboutSpying) // which it cannot read
	k.discord.Tell(k.discord.Reply(k.asker, first.ID, aboutSpying))
	k.hears(discordtest.To(thread), "Ren Zhengfei")
	k.writes(k.asker, k.discord.Direct(k.asker), aboutBackdoors)
	k.hears(discordtest.To(k.discord.Direct(k.asker)), onBackdoors)
	k.gives(k.asker, "ask", "question", aboutBackdoors)
	k.hears(discordtest.To(k.channel), onBackdoors)
	s.settle(t)
}

// With nothing but the message that shows them, buttons work after a restart, and so do
// follow-ups and what was chosen.
func TestDiscordTalksGoOnAfterARestart(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	s.start(t)
	k := s.talk(t)
	thread := k.asks(aboutSpying)
	first := k.hears(discordtest.To(thread), "Ren Zhengfei")
	k.gives(k.asker, "ask", "question", aboutBackdoors, "private", true)
	alone := k.hears(discordtest.OnlyTo(k.asker, k.channel), onBackdoors)
	registered := k.discord.Await(t, discordtest.Route("set commands"))

	s.stop(t)
	s.start(t)
	k.pressesAll(first, thread)
	k.presses(k.asker, alone, "Share in channel")
	k.hears(discordtest.To(k.channel), "shared an answer to", onBackdoors)
	k.writes(k.asker, thread, aboutBackdoors)
	k.hears(discordtest.To(thread), onBackdoors)
	s.settle(t)
	for _, c := range s.discord.Calls() {
		if c.Route == registered.Route && !c.At.Equal(registered.At) {
			t.Error("commands that are there already are registered again")
		}
	}
}

// A person who shares one server with the bot is answered from it; who shares several is
// asked once, and answered from no server that the person has left.
func TestDirectMessagesInDiscord(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	second := s.discord.Join("Second")
	const fact = "The canal to Weldham was opened by Ada Thornbury in 1871."
	const question = "Who opened the canal to Weldham?"
	verbatim(t, `{"id": "canal", "text": "`+fact+`"}`, "load", "--db", s.home+"/data/verbatim/verbatim.db",
		"--library", "discord:"+second.ID, "--seeds", "none", "-")
	s.start(t)
	k := s.talk(t)
	direct := k.discord.Direct(k.asker)
	ask := func(words ...string) discordtest.Call {
		t.Helper()
		k.writes(k.asker, direct, question)
		return k.hears(discordtest.To(direct), words...)
	}
	inOne := s.guild.Person("Eve")
	k.writes(inOne, k.discord.Direct(inOne), question)
	k.hears(discordtest.To(k.discord.Direct(inOne)), "The articles do not answer that.")
	second.Add(k.asker)
	which := ask("Which server", "[Home]", "[Second]")
	k.presses(k.asker, which, "Second")
	k.hears(discordtest.To(direct), fact)
	said := ask(fact)
	k.presses(k.asker, which, "Home")
	k.hears(discordtest.To(direct))
	ask("The articles do not answer that.")
	k.presses(k.asker, said, "In context") // which was of the other
	k.hears(discordtest.To(direct), fact)

	second.Remove(k.asker)
	k.presses(k.asker, said, "In context")
	k.hears(discordtest.OnlyTo(k.asker, direct), "a server that we are both in")
	k.presses(k.asker, which, "Second")
	k.hears(discordtest.OnlyTo(k.asker, direct), "a server that we are both in")
	s.guild.Remove(k.asker)
	stranger := k.discord.Command(k.asker, direct, "ask", discordtest.Option{Name: "question", Value: question})
	k.discord.Tell(stranger)
	k.hears(discordtest.Answering(stranger), "a server that we are both in")
	s.settle(t)
}

// Each server has its own articles.
func TestDiscordServersAreSeparate(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	second := s.discord.Join("Second")
	const fact = "The canal to Weldham was opened by Ada Thornbury in 1871."
	verbatim(t, `{"id": "canal", "source": "The Weldham Post", "text": "`+fact+`"}`, "load", "--db", s.home+"/data/verbatim/verbatim.db",
		"--library", "discord:"+second.ID, "--seeds", "none", "-")
	s.start(t)
	k := s.talk(t)
	there := &discordTalk{t, s, second.Channel("general"), second.Person("Cleo"), second.Person("Dan")}
	const question = "Who opened the canal to Weldham?"
	k.hears(discordtest.To(k.asks(question)), "The articles do not answer that.")
	thread := there.asks(question)
	said := there.hears(discordtest.To(thread), fact)
	for _, b := range discordtest.Buttons(said) {
		elsewhere := said
		elsewhere.Channel = k.channel // as if it were of the other
		k.discord.Tell(k.discord.PressButton(k.asker, elsewhere, b))
		k.hears(discordtest.OnlyTo(k.asker, k.channel), "That can no longer be done.")
	}
	if got := there.suggested("from", "Wel"); !slices.Contains(got, "The Weldham Post") {
		t.Errorf("it suggests %q", got)
	}
	if got := k.suggested("from", "Wel"); slices.Contains(got, "The Weldham Post") {
		t.Errorf("it suggests what another server has: %q", got)
	}
	s.settle(t)
}

// suggested returns what is offered while a person types a value of an option of /ask.
func (k *discordTalk) suggested(option, typed string) (offered []string) {
	k.Helper()
	e := k.discord.Autocomplete(k.asker, k.channel, "ask", discordtest.Option{Name: option, Value: typed})
	k.discord.Tell(e)
	choices, _ := k.discord.Await(k.T, discordtest.Callback(e)).Args["choices"].([]any)
	for _, c := range choices {
		offered = append(offered, c.(map[string]any)["value"].(string))
	}
	return offered
}

// A bot that answers whatever is said to it gets no answer.
func TestAnEchoBotInDiscordIsNotAnswered(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	s.start(t)
	k := s.talk(t)
	thread := k.asks(aboutBackdoors)
	said := k.hears(discordtest.To(thread), onBackdoors)
	mention := "<@" + discordtest.Bot + "> " + aboutBackdoors
	forms := []func() discordtest.Event{
		func() discordtest.Event { return k.discord.BotMessage(thread, asRead(said.Shown())) },
		func() discordtest.Event { return k.discord.BotMessage(thread, mention) },
		func() discordtest.Event { return k.discord.WebhookMessage(thread, mention) },
		func() discordtest.Event { return k.discord.BotMessage(k.discord.Direct(k.asker), aboutBackdoors) },
		func() discordtest.Event {
			return k.discord.Mention(k.asker, k.channel, aboutBackdoors).With("author.bot", true)
		},
		func() discordtest.Event {
			return k.discord.Mention(k.asker, k.channel, aboutBackdoors).With("author.id", discordtest.Bot)
		},
		func() discordtest.Event { return k.discord.System(k.asker, thread, 7) },
	}
	const rounds = 1000
	for i := range rounds {
		k.discord.Tell(forms[i%len(forms)]())
	}
	s.settle(t)
	if strings.Contains(s.log.String(), "panic") {
		t.Error(s.log)
	}
}

// The bot opens no modal. One that is sent off all the same, as an older version of it may
// have opened it, does nothing and says so to the person alone.
func TestAModalInDiscordDoesNothing(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	s.start(t)
	k := s.talk(t)
	for _, id := range []string{"feedback", "share:AAAAAAAAAAAAAAAAAAAAAA", ""} {
		opened := discordtest.Call{Channel: k.channel, Args: map[string]any{"custom_id": id}}
		k.discord.Tell(k.discord.Submit(k.asker, opened, nil))
		k.hears(discordtest.OnlyTo(k.asker, k.channel), "That can no longer be done.")
	}
	s.settle(t)
}
