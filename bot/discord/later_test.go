package discord

import (
	"net/http"
	"testing"
	"time"

	"verbatim/bot/discord/discordtest"
)

// An outage that is longer than a request is tried leaves nobody without an answer, and needs
// no restart for that.
func TestWhatDiscordDoesNotTakeForLongIsSentLater(t *testing.T) {
	r := prepare(t)
	c := r.connect(t, impatiently)
	direct := r.discord.Direct(r.ada)
	for route, test := range map[string]struct {
		asked func() discordtest.Event
		where func(discordtest.Event) func(discordtest.Call) bool
	}{
		"thread": {
			func() discordtest.Event { return r.discord.Mention(r.ada, r.channel, moonAsked) },
			func(e discordtest.Event) func(discordtest.Call) bool { return discordtest.To(e.ID()) },
		},
		"member": {
			func() discordtest.Event { return r.discord.Message(r.ada, direct, moonAsked) },
			func(discordtest.Event) func(discordtest.Call) bool { return discordtest.To(direct) },
		},
		"callback": {
			func() discordtest.Event { return r.discord.Command(r.ada, r.channel, ask, asking) },
			discordtest.Answering,
		},
	} {
		t.Run(route, func(t *testing.T) {
			r.discord.Fail(route, 3, discordtest.Fault{Status: http.StatusServiceUnavailable})
			e := test.asked()
			r.discord.Tell(e)
			says(t, r.discord.Await(t, test.where(e)), moonWords)
			if err := c.inbox.Drain(t.Context()); err != nil {
				t.Fatal(err)
			}
			for _, tenant := range []string{tenantOf(r.home.ID), directTenant} {
				if waiting, err := c.bot.Waiting(tenant); err != nil || len(waiting) > 0 {
					t.Errorf("%d messages wait to be answered after a restart, %v", len(waiting), err)
				}
			}
		})
	}
}

// impatiently has a chat give up a request at once, and send it again soon.
func impatiently(c *chat) { c.pace.again, c.api.total = time.Millisecond, time.Millisecond }

// The commands are there after an outage, without a restart.
func TestCommandsAreRegisteredHoweverLongThatTakes(t *testing.T) {
	r := prepare(t)
	for _, route := range []string{"commands", "set commands"} {
		r.discord.Fail(route, 3, discordtest.Fault{Status: http.StatusServiceUnavailable})
	}
	r.connect(t, impatiently)
}
