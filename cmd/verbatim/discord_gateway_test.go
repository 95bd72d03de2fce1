package main

import (
	"flag"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"verbatim/bot/discord/discordtest"
)

var beat = flag.Duration("beat", time.Second, "how often TestDiscordConnectionsComeAndGo wants heartbeats; Discord wants one every 41.25s")

// answers asks a question and hears the answer, by which everything is as it should be.
func (k *discordTalk) answers() {
	k.Helper()
	k.hears(discordtest.To(k.asks(aboutBackdoors)), onBackdoors)
}

// at returns what has a connection do something at a moment.
func at(m discordtest.Moment, act func(*discordtest.Socket)) func(*discordtest.Server) {
	return func(s *discordtest.Server) { s.At(m, 1, act) }
}

func invalidates(resumable bool) func(*discordtest.Socket) {
	return func(c *discordtest.Socket) { c.Invalidate(resumable) }
}

func closes(code int) func(*discordtest.Socket) {
	return func(c *discordtest.Socket) { c.Close(code) }
}

// Whatever becomes of a connection, another one comes behind it, and what is asked
// meanwhile is answered where the session goes on.
func TestDiscordConnectionsComeAndGo(t *testing.T) {
	t.Parallel()
	reconnect, cut := (*discordtest.Socket).Reconnect, (*discordtest.Socket).Cut
	for _, test := range []struct {
		name    string
		script  func(*discordtest.Server)
		act     func(*discordtest.Socket) // on the first that is ready
		resumed bool                      // the session goes on
	}{
		{"op 7 in place of HELLO", at(discordtest.Hello, reconnect), nil, false},
		{"op 7 in place of READY", at(discordtest.Identify, reconnect), nil, false},
		{"op 7 behind READY", at(discordtest.Ready, reconnect), func(*discordtest.Socket) {}, true},
		{"op 7 in place of a resumption", at(discordtest.Resume, reconnect), cut, true},
		{"op 7 behind a resumption", at(discordtest.Resumed, reconnect), cut, true},
		{"op 7 later", nil, reconnect, true},
		{"op 9 to IDENTIFY", at(discordtest.Identify, invalidates(false)), nil, false},
		{"op 9 to a resumption", at(discordtest.Resume, invalidates(false)), cut, false},
		{"op 9 that ends the session", nil, invalidates(false), false},
		{"op 9 that does not", nil, invalidates(true), true},
		{"silence", at(discordtest.Hello, (*discordtest.Socket).Nothing), nil, false},
		{"silence behind HELLO", at(discordtest.Identify, (*discordtest.Socket).Nothing), nil, false},
		{"a black hole", nil, (*discordtest.Socket).Freeze, true},
		{"a cut", nil, cut, true},
		{"all told once more", at(discordtest.Resumed, (*discordtest.Socket).Again), cut, true},
		{"what cannot be read", nil, func(c *discordtest.Socket) { c.SendRaw(`{"op":0,"t":7`); c.SendRaw("[]"); c.AskBeat(); c.Cut() }, true},
		{"close code 1000", nil, closes(1000), false},
		{"close code 1006", nil, closes(1006), true},
		{"close code 4000", nil, closes(4000), true},
		{"close code 4007", nil, closes(4007), false},
		{"close code 4009", nil, closes(4009), false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := newInDiscord(t)
			s.discord.BeatEvery(*beat)
			if test.script != nil {
				test.script(s.discord)
			}
			s.start(t)
			k := s.talk(t)
			k.answers()
			if test.act != nil {
				test.act(s.socket)
				meanwhile := ""
				if test.resumed {
					meanwhile = k.asks(aboutSpying)
				}
				if s.socket = s.discord.Socket(t); s.socket.Resumed != test.resumed || s.socket.AtResumeURL != test.resumed {
					t.Errorf("the session is resumed: %t, at its own address: %t", s.socket.Resumed, s.socket.AtResumeURL)
				}
				if test.resumed {
					k.hears(discordtest.To(meanwhile), "Ren Zhengfei")
				}
			}
			k.answers()
			s.settle(t)
		})
	}
}

// A connection on which heartbeats are not acknowledged is given up, with a code that lets
// the session go on.
func TestDiscordAcknowledgesNoHeartbeat(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	s.discord.BeatEvery(*beat)
	s.start(t)
	s.discord.At(discordtest.Heartbeat, 100, (*discordtest.Socket).Nothing)
	if code := s.socket.AwaitGone(t); code == 0 || code == 1000 || code == 1001 {
		t.Errorf("it closes with %d", code)
	}
	s.discord.Forget(discordtest.Heartbeat)
	if s.socket = s.discord.Socket(t); !s.socket.Resumed {
		t.Error("the session does not go on")
	}
	s.talk(t).answers()
	s.settle(t)
}

// What nobody but the operator can mend ends the program, which says what mends it.
func TestDiscordRefusesForGood(t *testing.T) {
	t.Parallel()
	for code, says := range map[int]string{
		4004: "DISCORD_TOKEN", 4010: "--discord-shards", 4011: "--discord-shards", 4012: "newer", 4013: "newer", 4014: "intents",
	} {
		t.Run(fmt.Sprint(code), func(t *testing.T) {
			t.Parallel()
			for _, running := range []bool{false, true} {
				s := newInDiscord(t)
				if running {
					s.start(t)
					s.discord.At(discordtest.Identify, 2, closes(code))
					s.socket.Close(code)
				} else {
					s.discord.At(discordtest.Identify, 2, closes(code)) // with an intent, and without it
					s.launch(t)
				}
				if said := s.end(t); !strings.HasPrefix(said, "verbatim: ") || !strings.Contains(said, fmt.Sprint(code)) || !strings.Contains(said, says) {
					t.Errorf("it says %q", said)
				}
			}
		})
	}
	t.Run("401", func(t *testing.T) {
		s := newInDiscord(t)
		s.discord.SetToken("another")
		s.launch(t)
		if said := s.end(t); !strings.HasPrefix(said, "verbatim: ") || !strings.Contains(said, "DISCORD_TOKEN") || strings.Contains(said, "canary") {
			t.Errorf("it says %q", said)
		}
	})
}

// The bot waits for a Discord that is out of order when it starts.
func TestDiscordIsOutOfOrderAtTheStart(t *testing.T) {
	t.Parallel()
	for name, fault := range map[string]discordtest.Fault{
		"500": {Status: http.StatusInternalServerError}, "502": {Status: http.StatusBadGateway, HTML: true},
		"a page": {HTML: true}, "429": {Status: http.StatusTooManyRequests, RetryAfter: 0.5, Global: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newInDiscord(t)
			s.discord.Fail("gateway bot", 1, fault)
			s.discord.Fail("socket", 1, discordtest.Fault{Status: http.StatusServiceUnavailable})
			s.start(t)
			s.talk(t).answers()
			s.settle(t)
		})
	}
}

// The bot opens as many connections as Discord recommends, or as it is told to, and hears each server on its own.
func TestDiscordShards(t *testing.T) {
	t.Parallel()
	for _, told := range []bool{false, true} {
		s := newInDiscord(t)
		const shards = 3
		if told {
			s.args = []string{"--discord-shards", fmt.Sprint(shards)}
		} else {
			s.discord.Recommend(shards)
		}
		for i := range shards {
			s.discord.Join(fmt.Sprint("Server ", i))
		}
		s.start(t)
		seen := map[[2]uint64]bool{s.socket.Shard: true}
		for len(seen) < shards {
			seen[s.discord.Socket(t).Shard] = true
		}
		for n := range uint64(shards) {
			if !seen[[2]uint64{n, shards}] {
				t.Errorf("of the shards only %v are there", seen)
			}
		}
		for _, g := range s.discord.Guilds() {
			k := &discordTalk{t, s, g.Channel("general"), g.Person("Ada"), g.Person("Bob")}
			k.answers()
			direct := k.discord.Direct(k.asker)
			k.writes(k.asker, direct, aboutSpying)
			k.hears(discordtest.To(direct), "Ren Zhengfei")
		}
		s.settle(t)
	}
}
