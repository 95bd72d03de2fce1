package main

import (
	"net/http"
	"testing"

	"verbatim/bot/discord/discordtest"
)

// What was taken is answered, even by the next process, and once.
func TestAKilledProgramAnswersInDiscordAfterwards(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	s.start(t)
	k := s.talk(t)
	never := make(chan struct{})
	s.discord.Fail("thread", 1, discordtest.Fault{Hold: never})
	thread := k.asks(aboutBackdoors)
	s.discord.AwaitHeld(t)
	s.discord.Fail("callback", 1, discordtest.Fault{Hold: never})
	first := k.gives(k.asker, "ask", "question", aboutBackdoors)
	second := k.gives(k.asker, "ask", "question", aboutSpying, "private", true) // which waits for the first
	if put := k.discord.Await(t, discordtest.Callback(second)); put.Kind != 5 {
		t.Errorf("it is put off with %d", put.Kind)
	}
	s.program.Process.Kill()
	s.program.Wait() // the kill is its error

	s.start(t)
	k.hears(discordtest.To(thread), onBackdoors)
	k.hears(discordtest.Answering(first), onBackdoors)
	if said := k.hears(discordtest.Answering(second), "Ren Zhengfei"); !said.Ephemeral || said.Route != "original" {
		t.Errorf("what was put off is answered with %v", said)
	}
	s.settle(t)
}

func TestDiscordFails(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	s.start(t)
	const inASecond = 1.0
	for _, test := range []struct {
		name  string
		route string
		times int
		fault discordtest.Fault
	}{
		{"it asks to wait", "post", 1, discordtest.Fault{Status: http.StatusTooManyRequests, RetryAfter: inASecond}},
		{"it asks to wait again and again", "post", 3, discordtest.Fault{Status: http.StatusTooManyRequests, RetryAfter: 0.2}},
		{"it asks the whole bot to wait", "thread", 1, discordtest.Fault{Status: http.StatusTooManyRequests, RetryAfter: inASecond, Global: true}},
		{"it keeps the bot out for a while", "post", 1, discordtest.Fault{Status: http.StatusTooManyRequests, HTML: true}},
		{"it is broken", "post", 2, discordtest.Fault{Status: http.StatusInternalServerError}},
		{"it is out of order", "thread", 2, discordtest.Fault{Status: http.StatusBadGateway}},
		{"it answers with a page", "post", 1, discordtest.Fault{Status: http.StatusBadGateway, HTML: true}},
		{"its answer is a page", "post", 1, discordtest.Fault{HTML: true}},
		{"its answer is lost", "post", 1, discordtest.Fault{Lost: true}},
		{"the answer to a thread is lost", "thread", 1, discordtest.Fault{Lost: true}},
		{"it opens no thread", "thread", 1, discordtest.Fault{Status: http.StatusServiceUnavailable}},
	} {
		t.Run(test.name, func(t *testing.T) {
			k := s.talk(t)
			s.discord.Fail(test.route, test.times, test.fault)
			k.hears(discordtest.To(k.asks(aboutBackdoors)), onBackdoors)
		})
	}
	t.Run("it refuses", func(t *testing.T) {
		k := s.talk(t)
		s.discord.Fail("post", 1, discordtest.Fault{Status: http.StatusForbidden, Code: 50013})
		k.asks(aboutBackdoors)
		k.hears(discordtest.To(k.discord.Direct(k.asker)), "Something went wrong")
	})
	t.Run("it is slow in one conversation", func(t *testing.T) {
		slow, quick := s.talk(t), s.talk(t)
		release := make(chan struct{})
		s.discord.Fail("post", 1, discordtest.Fault{Hold: release})
		thread := slow.asks(aboutBackdoors)
		s.discord.AwaitHeld(t)
		slow.mentions(slow.asker, thread, aboutSpying)
		quick.answers()
		close(release)
		slow.hears(discordtest.To(thread), onBackdoors)
		slow.hears(discordtest.To(thread), "Ren Zhengfei")
	})
	s.settle(t)
}

func TestDiscordFailsInteractions(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	s.start(t)
	for _, test := range []struct {
		name  string
		fault discordtest.Fault
	}{
		{"it asks to wait", discordtest.Fault{Status: http.StatusTooManyRequests, RetryAfter: 0.2}},
		{"it is broken", discordtest.Fault{Status: http.StatusInternalServerError}},
		{"it answers with a page", discordtest.Fault{Status: http.StatusBadGateway, HTML: true}},
		{"its answer is a page", discordtest.Fault{HTML: true}},
	} {
		t.Run(test.name, func(t *testing.T) {
			k := s.talk(t)
			s.discord.Fail("callback", 1, test.fault)
			k.gives(k.asker, "ask", "question", aboutBackdoors)
			k.hears(discordtest.To(k.channel), onBackdoors)
		})
	}
	t.Run("it is slow, so that the answer is put off", func(t *testing.T) {
		k := s.talk(t)
		release := make(chan struct{})
		s.discord.Fail("callback", 1, discordtest.Fault{Hold: release})
		k.gives(k.asker, "ask", "question", aboutBackdoors)
		s.discord.AwaitHeld(t)
		second := k.gives(k.asker, "ask", "question", aboutSpying, "private", true) // which waits for the first
		if put := k.discord.Await(t, discordtest.Callback(second)); put.Kind != 5 || !put.Ephemeral {
			t.Errorf("it is put off with %d", put.Kind)
		}
		close(release)
		k.hears(discordtest.To(k.channel), onBackdoors)
		k.hears(discordtest.OnlyTo(k.asker, k.channel), "Ren Zhengfei")
	})
	t.Run("the time for an answer is over", func(t *testing.T) {
		k := s.talk(t)
		late := k.discord.Command(k.asker, k.channel, "ask", discordtest.Option{Name: "question", Value: aboutBackdoors})
		k.discord.Expire(late)
		k.discord.Tell(late)
		k.discord.AwaitRefused(t, discordtest.Callback(late))
		k.hears(discordtest.To(k.channel), onBackdoors)
	})
	s.settle(t)
}
