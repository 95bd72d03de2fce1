package main

import (
	"fmt"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"verbatim/bot/discord/discordtest"
)

// inDiscord is the program, answering in a Discord of the test's.
type inDiscord struct {
	discord *discordtest.Server
	guild   *discordtest.Guild
	home    string
	args    []string // beside those that lead to the test's Discord
	env     []string // beside the token

	program *exec.Cmd
	log     *logbook
	socket  *discordtest.Socket

	channels int
	expected map[string]int  // how many messages are awaited in each channel
	heard    map[string]bool // the ids of those that came
}

// discordCommands are what the program registers; once they are there it has begun.
var discordCommands = []string{"ask", "articles", "collections", "sources", "settings", "insights", "forget", "help", "Find the source", "Load this"}

// newInDiscord returns the program in a new home, not started, with the bot in one server.
func newInDiscord(t testing.TB) *inDiscord {
	s := &inDiscord{discord: discordtest.New(t), home: t.TempDir(), expected: map[string]int{}, heard: map[string]bool{}}
	s.guild = s.discord.Join("Home")
	return s
}

// launch starts the program, and returns at once.
func (s *inDiscord) launch(t testing.TB) {
	t.Helper()
	c := program(t, s.home, append([]string{"serve", "--discord-api", s.discord.URL()}, s.args...)...)
	s.program = &exec.Cmd{Path: c.Path, Args: c.Args, Env: append(append(c.Env, "DISCORD_TOKEN="+discordtest.Token), s.env...)} // with no limit of time
	s.log = &logbook{changed: make(chan struct{})}
	s.program.Stdout, s.program.Stderr = s.log, s.log
	if err := s.program.Start(); err != nil {
		t.Fatal(err)
	}
	ended := s.program
	t.Cleanup(func() { ended.Process.Kill() })
}

// start starts the program and returns when it is connected and its commands are there.
func (s *inDiscord) start(t testing.TB) {
	t.Helper()
	s.launch(t)
	s.socket = s.discord.Socket(t)
	s.discord.AwaitCommands(t, discordCommands...)
}

// end returns what the program said last, once it has ended by itself, which it has to do with an error.
func (s *inDiscord) end(t testing.TB) string {
	t.Helper()
	s.program.Wait() // the status tells all
	if status := s.program.ProcessState.ExitCode(); status != failed {
		t.Errorf("it ends with %d: %s", status, s.log)
	}
	said := strings.TrimSpace(s.log.String())
	return said[strings.LastIndex(said, "\n")+1:]
}

// stop has the program end, which answers first what it has taken, and holds what it
// logged to be without anything secret.
func (s *inDiscord) stop(t testing.TB) {
	t.Helper()
	if err := s.program.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	err := s.program.Wait()
	logged := s.log.String()
	if err != nil {
		t.Errorf("it ends with %v: %s", err, logged)
	}
	for _, secret := range []string{"canary", discordtest.Token, "/webhooks/", "Bot M"} {
		if strings.Contains(logged, secret) {
			t.Errorf("it logs %q: %s", secret, logged)
		}
	}
	if t.Failed() {
		t.Log(logged)
	}
}

// settle stops the program and holds it to have said no more than was awaited.
func (s *inDiscord) settle(t testing.TB) {
	t.Helper()
	s.stop(t)
	said, seen := map[string][]discordtest.Call{}, map[string]bool{}
	for _, c := range s.discord.Calls() {
		if c.Says() && !seen[c.ID] { // or else it is said in the place of something
			said[c.Channel] = append(said[c.Channel], c)
		}
		seen[c.ID] = seen[c.ID] || c.Says()
	}
	for channel, calls := range said {
		if len(calls) != s.expected[channel] {
			t.Errorf("in %s it said %d things, want %d: %v", channel, len(calls), s.expected[channel], calls)
		}
	}
}

// discordTalk is a conversation in a channel of its own.
type discordTalk struct {
	*testing.T
	*inDiscord
	channel      string
	asker, other *discordtest.Person
}

func (s *inDiscord) talk(t *testing.T) *discordTalk {
	s.channels++
	return &discordTalk{t, s, s.guild.Channel(fmt.Sprint("channel-", s.channels)), s.guild.Person("Ada"), s.guild.Person("Bob")}
}

// asks mentions the bot in the channel, and returns the thread in which the answer belongs.
func (k *discordTalk) asks(text string) (thread string) {
	m := k.discord.Mention(k.asker, k.channel, text)
	k.discord.Tell(m)
	return m.ID()
}

// writes writes in a channel or a thread without a mention.
func (k *discordTalk) writes(who *discordtest.Person, where, text string) {
	k.discord.Tell(k.discord.Message(who, where, text))
}

func (k *discordTalk) mentions(who *discordtest.Person, where, text string) {
	k.discord.Tell(k.discord.Mention(who, where, text))
}

// gives gives a slash command, with names and values of its options in turn.
func (k *discordTalk) gives(who *discordtest.Person, command string, options ...any) discordtest.Event {
	e := k.discord.Command(who, k.channel, command, optionsOf(options)...)
	k.discord.Tell(e)
	return e
}

func optionsOf(pairs []any) (options []discordtest.Option) {
	for i := 0; i < len(pairs); i += 2 {
		options = append(options, discordtest.Option{Name: pairs[i].(string), Value: pairs[i+1]})
	}
	return options
}

func (k *discordTalk) presses(who *discordtest.Person, on discordtest.Call, label string) discordtest.Event {
	e := k.discord.Press(who, on, label)
	k.discord.Tell(e)
	return e
}

// hears returns the next thing that is said and matches; it has to hold the words.
func (k *discordTalk) hears(match func(discordtest.Call) bool, words ...string) discordtest.Call {
	k.Helper()
	c := k.discord.Await(k.T, match)
	if !k.heard[c.ID] {
		k.expected[c.Channel]++
	}
	k.heard[c.ID] = true
	shown := asRead(c.Shown())
	for _, w := range words {
		if !strings.Contains(shown, w) {
			k.Errorf("it does not say %q: %s", w, c.Shown())
		}
	}
	return c
}

// markup is what Discord draws instead of showing: marks of matched words, what takes
// marks their meaning, and the bar of a quotation.
var markup = regexp.MustCompile(`(?m)^> |\*\*|\\`)

// asRead is a text as it is read in Discord.
func asRead(shown string) string { return markup.ReplaceAllString(shown, "") }
