package discord

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"verbatim/bot/discord/discordtest"
)

// hurried is the pace of tests in which a connection is to be given up soon.
var hurried = gatewayPace{
	hello: 500 * time.Millisecond, ready: 2 * time.Second, beat: time.Second, answer: 500 * time.Millisecond,
	write: time.Second, identify: time.Millisecond, invalid: time.Millisecond, first: time.Millisecond, held: time.Minute,
}

// hurry returns what is there before the bot starts at the hurried pace.
func hurry(t *testing.T) *running {
	t.Helper()
	r := prepare(t)
	r.pace.gateway = hurried
	return r
}

// answers fails the test unless the bot answers.
func (r *running) answers(t *testing.T) {
	t.Helper()
	direct := r.discord.Direct(r.ada)
	r.discord.Tell(r.discord.Message(r.ada, direct, moonAsked))
	says(t, r.discord.Await(t, discordtest.To(direct)), moonWords)
}

func TestWhateverHappensThereIsAnotherConnection(t *testing.T) {
	moments := []struct {
		name  string
		at    discordtest.Moment
		ready int // how many connections get ready, with the one that is good
	}{
		{"hello", discordtest.Hello, 1},
		{"identify", discordtest.Identify, 1},
		{"ready", discordtest.Ready, 2},
		{"heartbeat", discordtest.Heartbeat, 2},
		{"resume", discordtest.Resume, 2},
		{"resumed", discordtest.Resumed, 3},
	}
	acts := map[string]func(*discordtest.Socket){
		"op 7":         (*discordtest.Socket).Reconnect,
		"op 9":         func(s *discordtest.Socket) { s.Invalidate(false) },
		"op 9, resume": func(s *discordtest.Socket) { s.Invalidate(true) },
		"cut":          (*discordtest.Socket).Cut,
		"silence":      (*discordtest.Socket).Freeze,
		"nothing":      (*discordtest.Socket).Nothing,
		"code 1000":    func(s *discordtest.Socket) { s.Close(1000) },
		"code 4000":    func(s *discordtest.Socket) { s.Close(4000) },
		"code 4009":    func(s *discordtest.Socket) { s.Close(4009) },
		"no JSON":      func(s *discordtest.Socket) { s.SendRaw(`{"op":`) },
	}
	for _, m := range moments {
		for act, happens := range acts {
			if (m.at == discordtest.Ready || m.at == discordtest.Resumed) && (act == "nothing" || act == "no JSON") {
				continue // which harms nothing
			}
			t.Run(m.name+", "+act, func(t *testing.T) {
				t.Parallel()
				r := hurry(t)
				if m.at == discordtest.Resume || m.at == discordtest.Resumed {
					r.discord.At(discordtest.Ready, 1, (*discordtest.Socket).Reconnect)
				}
				r.discord.At(m.at, 1, happens)
				r.start(t)
				for range m.ready {
					r.discord.Socket(t)
				}
				r.answers(t)
			})
		}
	}
}

func TestADeadConnectionIsReplacedBeforeNinetySecondsAreOver(t *testing.T) {
	p := usualGatewayPace
	noticed := p.beat + p.answer
	if all := noticed + 2*p.first + p.hello; all >= 90*time.Second {
		t.Errorf("it takes %v", all)
	}
}

func TestWhatDiscordWouldRefuseAgainEndsTheBot(t *testing.T) {
	for code := range remedies {
		t.Run(fmt.Sprint(code), func(t *testing.T) {
			t.Parallel()
			r := hurry(t)
			r.discord.At(discordtest.Ready, 3, func(s *discordtest.Socket) { s.Close(code) })
			ended, _ := r.run(t, r.Tenants())
			err := <-ended
			if err == nil || !strings.HasPrefix(err.Error(), fmt.Sprintf("DISCORD_TOKEN: Discord says %d: ", code)) || strings.ContainsAny(err.Error(), "\n") {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

func TestAWrongTokenEndsTheBot(t *testing.T) {
	r := hurry(t)
	r.discord.SetToken("another")
	ended, _ := r.run(t, r.Tenants())
	if err := <-ended; err == nil || !strings.Contains(err.Error(), "DISCORD_TOKEN") || strings.Contains(err.Error(), "canary") {
		t.Errorf("the error is %v", err)
	}
}

func TestWithoutTheContentIntentItGoesOnAndSaysWhatThatCosts(t *testing.T) {
	r := hurry(t)
	r.discord.AllowContent(false)
	r.start(t)
	r.discord.Socket(t)
	r.answers(t)
	m := r.discord.Mention(r.ada, r.channel, moonAsked)
	r.discord.Tell(m)
	says(t, r.discord.Await(t, discordtest.To(m.ID())), moonWords)
	if !strings.Contains(r.Log.String(), "without the message-content intent") {
		t.Errorf("the log does not say so: %s", &r.Log)
	}
}

func TestShardsShareTheServers(t *testing.T) {
	r := hurry(t)
	var channels []string
	for i := range 4 {
		g := r.discord.Join(fmt.Sprint("Server ", i))
		g.Add(r.ada)
		channels = append(channels, g.Channel("general"))
	}
	r.shards = 3
	r.start(t)
	for range 3 {
		r.discord.Socket(t)
	}
	for _, channel := range channels {
		m := r.discord.Mention(r.ada, channel, moonAsked)
		r.discord.Tell(m)
		r.discord.Await(t, discordtest.To(m.ID()))
	}
}

func TestPresenceIsShown(t *testing.T) {
	r := hurry(t)
	r.start(t)
	if shown := r.discord.Socket(t).Presence(); !strings.Contains(shown, `"online"`) || !strings.Contains(shown, "/ask") {
		t.Errorf("it shows %s", shown)
	}
}

func TestHeartbeatsThatDiscordAsksForKeepToItsLimit(t *testing.T) {
	r := hurry(t)
	r.pace.gateway.beat = time.Minute
	r.start(t)
	s := r.discord.Socket(t)
	for range 500 {
		s.AskBeat()
	}
	r.answers(t)
}

func TestWhatCannotBeTakenIsToldAgain(t *testing.T) {
	c := &connection{shard: &shard{gateway: &gateway{take: func(int, string, []byte) bool { return false }}}}
	c.session.seq.Store(6)
	if err := c.event(gatewayMessage{Seq: 7, Type: messageEvent}); !errors.Is(err, errTooMuch) || c.session.seq.Load() != 6 {
		t.Errorf("the error is %v, and resumed is behind %d", err, c.session.seq.Load())
	}
}

// A proxy may refuse for a while; before a session was ready that is the address's fault.
func TestWhatHasWorkedIsTriedAgainUnlessTheTokenIsBad(t *testing.T) {
	for _, c := range []struct {
		begun  bool
		status int
		ends   bool
	}{
		{false, http.StatusForbidden, true}, {true, http.StatusForbidden, false}, {true, http.StatusNotFound, false},
		{false, http.StatusUnauthorized, true}, {true, http.StatusUnauthorized, true},
	} {
		s := &shard{gateway: &gateway{}, begun: c.begun}
		if err := s.settle(refused{Status: c.status}); (err != nil) != c.ends {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
