package main

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"verbatim/bot/discord/discordtest"
	"verbatim/bot/slack/slacktest"
)

var messages = flag.Int("messages", 100, "how many messages TestDiscordMessagesAreAnsweredInOrder writes in one channel")

const (
	aPersonAsks = 50 // questions at once, which is less than a person may
)

// crowd returns what returns the person who writes next.
func (k *discordTalk) crowd() func() *discordtest.Person {
	asked := 0
	return func() *discordtest.Person {
		if asked++; asked%aPersonAsks == 0 {
			k.asker = k.guild.Person(fmt.Sprint("Ada ", asked/aPersonAsks))
		}
		return k.asker
	}
}

// Everything that is written in one channel is answered, in order. -messages 3000 takes
// two minutes, since Discord takes 50 requests a second.
func TestDiscordMessagesAreAnsweredInOrder(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	s.start(t)
	k := s.talk(t)
	next := k.crowd()
	var asked []string
	for range *messages {
		m := k.discord.Mention(next(), k.channel, aboutBackdoors)
		k.discord.Tell(m)
		asked = append(asked, m.ID())
	}
	for n := 100; n <= *messages; n += 100 { // each of which is waited for on its own
		s.discord.AwaitCount(t, n, discordtest.Route("post"))
	}
	s.stop(t)
	var opened, answered []string
	for _, c := range s.discord.Calls() {
		switch c.Route {
		case "thread":
			opened = append(opened, c.ID)
		case "post":
			answered = append(answered, c.Channel)
		}
	}
	if want := strings.Join(asked, "\n"); strings.Join(opened, "\n") != want || strings.Join(answered, "\n") != want {
		t.Errorf("%d messages have %d threads and %d answers, or in another order", len(asked), len(opened), len(answered))
	}
}

// The end comes soon, whatever waits; what the bot has taken is answered, then or by the
// next process, and nothing twice.
func TestDiscordEndsUnderLoad(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	s.discord.BeatEvery(time.Second)
	s.start(t)
	never := make(chan struct{})
	defer close(never)
	wanted := map[string]bool{}
	var talks []*discordTalk
	for range 10 {
		k := s.talk(t)
		talks = append(talks, k)
		next := k.crowd()
		for range 20 {
			m := k.discord.Mention(next(), k.channel, aboutBackdoors)
			k.discord.Tell(m)
			wanted[m.ID()] = true
		}
		k.gives(k.asker, "ask", "question", aboutSpying)
		wanted[k.channel] = true
	}
	s.discord.Fail("post", 5, discordtest.Fault{Hold: never})
	s.socket.AwaitHeard(t)
	began := time.Now()
	s.stop(t)
	t.Logf("it ends after %s", time.Since(began))
	s.start(t)
	talks[0].answers()
	s.discord.AwaitCount(t, len(wanted)+1, discordtest.Call.Says)
	s.stop(t)
	answers := map[string]int{}
	for _, c := range s.discord.Calls() {
		if c.Says() {
			answers[c.Channel]++
		}
	}
	for where := range wanted {
		if answers[where] != 1 {
			t.Errorf("in %s there are %d answers", where, answers[where])
		}
	}
}

// live is what in a text would still act in Discord.
var live = regexp.MustCompile(`(?i)(^|[^\\])(@(everyone|here)|<[@#:/at]|\|\||\x60\x60\x60|\]\()`)

// What people ask comes back harmless where the bot says what it looked for.
func TestHostileQuestionsInDiscord(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	s.start(t)
	k := s.talk(t)
	next := k.crowd()
	for _, hostile := range []string{
		"@everyone @here", "@\u202eeveryone", "<@123456789012345678> <@&1> <#1>", "</ask:1> <id:customize>", "<:wave:1> <a:wave:1> <t:1:R>",
		"[click](https://example.org)", "||spoiler||", "```\ncode\n```", "`` ` ``", "**bold** __u__ ~~s~~ *i*", "# heading\n> quote\n- item",
		"https://example.org/a_b", "discord.gg/abc", "\x00\x1b[31m", "\u202e\u2066\u200b", strings.Repeat("<@1>", 280), strings.Repeat("||", 500), "“”\\\\",
	} {
		question := "Who won the " + hostile + " cup of zebras?"
		k.discord.Tell(k.discord.Mention(next(), k.channel, question))
		k.discord.Await(t, discordtest.Route("thread"))
		said := k.discord.Await(t, discordtest.Route("post"))
		k.gives(next(), "ask", "question", question)
		for _, c := range []discordtest.Call{said, k.discord.Await(t, discordtest.To(k.channel))} {
			if found := live.FindString(c.Shown()); found != "" {
				t.Errorf("to %q it says %q, with %q", hostile, c.Shown(), found)
			}
		}
	}
	s.stop(t)
}

// One process answers in Slack and in Discord.
func TestSlackAndDiscordTogether(t *testing.T) {
	t.Parallel()
	inSlack := slacktest.New(t)
	team := inSlack.Install("T1")
	s := newInDiscord(t)
	s.args = []string{"--slack-api", inSlack.API()}
	s.env = []string{"SLACK_BOT_TOKEN=" + team.Token, "SLACK_APP_TOKEN=" + slacktest.AppToken}
	s.start(t)
	socket := inSlack.Socket(t)
	k := s.talk(t)
	m := team.Mention("U1", "C1", "", aboutBackdoors)
	socket.Deliver(t, m)
	k.answers()
	if c := inSlack.Await(t, slacktest.To("C1", m.TS())); !strings.Contains(c.Shown(), onBackdoors) {
		t.Errorf("in Slack it says %s", c.Shown())
	}
	s.settle(t)
}

// BenchmarkDiscordInteractions tells how long Discord waits for what answers a command, of
// the 3 seconds that it does, and by how much the program grows from the first half of the
// commands to the last. -benchtime 1000x gives a thousand.
func BenchmarkDiscordInteractions(b *testing.B) {
	s := newInDiscord(b)
	s.start(b)
	k := &discordTalk{inDiscord: s, channel: s.guild.Channel("general"), asker: s.guild.Person("Ada")}
	next := k.crowd()
	var took []time.Duration
	half := 0
	for i := range b.N {
		if i == b.N/2 {
			half = s.resident(b)
		}
		e := s.discord.Command(next(), k.channel, "ask", discordtest.Option{Name: "question", Value: aboutBackdoors})
		began := time.Now()
		s.discord.Tell(e)
		took = append(took, s.discord.Await(b, discordtest.Callback(e)).At.Sub(began))
	}
	b.StopTimer()
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
	b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "worst-ms")
	b.ReportMetric(float64(s.resident(b)-half), "growth-KiB")
	s.stop(b)
}

// resident is how much memory the program has, in KiB, where the system tells.
func (s *inDiscord) resident(b *testing.B) (kib int) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.program.Process.Pid))
	if err != nil {
		b.Skip("the system does not tell how much memory a program has")
	}
	if found := regexp.MustCompile(`VmRSS:\s+(\d+) kB`).FindSubmatch(status); found != nil {
		kib, _ = strconv.Atoi(string(found[1]))
	}
	return kib
}
