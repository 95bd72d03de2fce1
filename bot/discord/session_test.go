package discord

import (
	"strings"
	"testing"
	"time"

	"verbatim/bot/discord/discordtest"
)

func TestASessionIsResumedWhereDiscordSays(t *testing.T) {
	r := hurry(t)
	r.discord.At(discordtest.Ready, 1, (*discordtest.Socket).Reconnect)
	r.start(t)
	first := r.discord.Socket(t)
	if code := first.AwaitGone(t); code == 1000 || code == 1001 {
		t.Errorf("it is closed with %d, which ends the session", code)
	}
	direct := r.discord.Direct(r.ada)
	r.discord.Tell(r.discord.Message(r.ada, direct, moonAsked)) // told again where nobody listens
	if second := r.discord.Socket(t); !second.AtResumeURL {
		t.Error("it is not resumed where Discord says")
	}
	says(t, r.discord.Await(t, discordtest.To(direct)), moonWords)
	r.stop()
	if n := r.count(discordtest.To(direct)); n != 1 {
		t.Errorf("there are %d answers to a message that is told again", n)
	}
}

// A session that is there and cannot be had is no reason to be away for ever.
func TestASessionThatCannotBeResumedIsGivenUp(t *testing.T) {
	r := hurry(t)
	r.discord.At(discordtest.Ready, 1, (*discordtest.Socket).Reconnect)
	r.discord.At(discordtest.Resume, 1000, (*discordtest.Socket).Cut)
	r.start(t)
	r.discord.Socket(t).AwaitGone(t)
	for i, want := range []bool{true, true, false} {
		if c := r.discord.Opened(t); c.AtResumeURL != want {
			t.Errorf("connection %d is where the session is: %t", i+2, c.AtResumeURL)
		}
	}
	r.discord.Socket(t)
	r.answers(t)
}

// Discord takes the token away from a bot that begins more sessions than it allows in a day.
func TestABotThatIsStartedAgainAndAgainNeverUsesUpItsSessions(t *testing.T) {
	const day = 24 * 60 * 60 * 1000
	for _, c := range []struct {
		total, remaining, reset, shards int
		want                            time.Duration
	}{
		{1000, 999, day, 1, 0},
		{1000, 501, day, 1, 0},
		{1000, 500, day, 1, 24 * time.Hour / 500},
		{1000, 500, day, 4, 24 * time.Hour / 125},
		{1000, 1, 3_600_000, 1, time.Hour},
		{1000, 3, 3_600_000, 4, time.Hour},
		{1000, 0, 3_600_000, 1, time.Hour},
		{0, 0, 3_600_000, 1, time.Hour}, // where it does not tell of how many
		{0, 999, day, 1, 0},
		{1000, 0, 0, 1, 0},
	} {
		var e entrance
		e.Starts.Total, e.Starts.Remaining, e.Starts.ResetAfter = c.total, c.remaining, c.reset
		if wait := e.patience(c.shards); wait != c.want {
			t.Errorf("with %d of %d sessions left for %d ms, %d shards wait %v, want %v", c.remaining, c.total, c.reset, c.shards, wait, c.want)
		}
	}
}

func TestABotWithoutSessionsWaitsForThem(t *testing.T) {
	r := hurry(t)
	r.discord.AllowStarts(0, 50*time.Millisecond)
	r.start(t)
	r.discord.Socket(t)
	if !strings.Contains(r.Log.String(), "few new sessions") {
		t.Errorf("the log does not say so: %s", &r.Log)
	}
}
