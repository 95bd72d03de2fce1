package faults

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"verbatim/bot/discord/discordtest"
	"verbatim/bot/slack/slacktest"
)

var (
	long   = flag.Duration("long", 0, "have the soak go on for so long, such as 2h")
	traces = flag.String("traces", "", "have the soak keep the database, the log and the table in this folder")
)

const (
	shortSoak = 8 * time.Second
	wholeSoak = 2 * time.Hour
)

// For as long as -long says people in two workspaces and two servers ask, press, look
// around, load and take out, while all connections of both chats are cut every minute (of
// the short form every second or so) and what was delivered comes once more at times.
//
// Each thing that is asked has to be answered, and once. Of what is measured every five
// seconds the median of the last quarter must not be more than that of the second, but for a
// drift. The program is told to keep no questions, and answers for half an hour, so that what
// the bot remembers ends after an hour in place of 30 days: the file grows until then, and
// with it what is mapped of it. These are held to what they are in the third quarter.
func TestSoak(t *testing.T) {
	length := soakLength()
	s := newSoak(t)
	s.begin()
	s.furnish()
	ctx, cancel := context.WithTimeout(t.Context(), length)
	defer cancel()
	var people sync.WaitGroup
	for i, w := range s.workers {
		people.Go(func() { w.work(ctx, rand.New(rand.NewPCG(1, uint64(i)))) })
	}
	people.Go(func() { s.cutAll(ctx, min(time.Minute, length/6)) })
	table := s.watch(ctx, length)
	people.Wait()
	s.finish()
	s.settle()
	s.must("", "check")
	t.Log(table.verdict(t, length >= time.Hour))
}

func soakLength() time.Duration {
	switch {
	case *long > 0:
		return *long
	case *full:
		return wholeSoak
	}
	return shortSoak
}

// soak is the program with many who talk with it.
type soak struct {
	*serving
	inSlack   *slackChat
	inDiscord *discordChat
	workers   []*worker
	cuts      int
}

// worker is somebody who takes one seat after another, which nobody else takes.
type worker struct {
	seats  []seat
	keeper bool
	round  int
}

const (
	workersEach = 2 // in a tenant, beside its keeper
	seatsEach   = 5
)

func newSoak(t *testing.T) *soak {
	folder := *traces
	if folder == "" {
		folder = t.TempDir()
	}
	s := &soak{serving: newServing(t, folder)}
	s.flags = []string{"--keep-questions", "0", "--keep-answers", "30m"}
	if *traces != "" {
		s.folder = filepath.Join(*traces, "said")
		os.MkdirAll(s.folder, 0o700)
	}
	second := s.slack.Install("T2")
	s.env[0] += "," + second.Token
	s.inSlack, s.inDiscord = newSlackChat(t, s.slack), newDiscordChat(t, s.discord)
	for i, team := range []*slacktest.Workspace{s.team, second} {
		for k := range workersEach + 1 {
			s.inSlack.hire(s, team, fmt.Sprint(i, "W", k), k == workersEach)
		}
	}
	for _, guild := range []*discordtest.Guild{s.guild, s.discord.Join(canaryWord + " away")} {
		for k := range workersEach + 1 {
			s.inDiscord.hire(s, guild, fmt.Sprint(k), k == workersEach)
		}
	}
	return s
}

func (c *slackChat) hire(s *soak, team *slacktest.Workspace, name string, keeper bool) {
	w := &worker{keeper: keeper}
	for i := range seatsEach {
		user := fmt.Sprint("U", name, "P", i)
		c.server.SetUser(user, map[string]any{"is_admin": keeper, "real_name": canaryWord})
		w.seats = append(w.seats, &slackSeat{slackChat: c, team: team, user: user, channel: fmt.Sprint("C", name, "P", i)})
	}
	s.workers = append(s.workers, w)
}

func (c *discordChat) hire(s *soak, guild *discordtest.Guild, name string, keeper bool) {
	w := &worker{keeper: keeper}
	for i := range seatsEach {
		who := guild.Person(fmt.Sprint(canaryWord, name, i))
		guild.SetAdmin(who, keeper)
		channel := guild.Channel(fmt.Sprint(canaryWord, "-", name, "-", i))
		w.seats = append(w.seats, &discordSeat{discordChat: c, person: who, channel: channel})
	}
	s.workers = append(s.workers, w)
}

// furnish loads what is asked about into every library.
func (s *soak) furnish() {
	for _, w := range s.workers {
		if !w.keeper {
			continue
		}
		loaded, ok := w.seats[0].load("bridge.txt", bridgeText)
		holds(w.seats[0], loaded, ok, "bridge")
	}
	s.settle()
	if s.Failed() {
		s.FailNow()
	}
}

// pace is how long somebody waits at most before the next visit.
const pace = 3 * time.Second

// work makes visits until ctx ends.
func (w *worker) work(ctx context.Context, r *rand.Rand) {
	for ctx.Err() == nil {
		s := w.seats[r.IntN(len(w.seats))]
		wait := time.Duration(r.Int64N(int64(pace)))
		if w.keeper {
			w.round++
			keep(s, r, w.round)
			wait *= 4
		} else {
			anyVisit(r)(s, r)
		}
		select {
		case <-ctx.Done():
		case <-time.After(wait):
		}
	}
}

// kept is how much the chats keep of what was: some minutes' worth.
const kept = 6_000

// cutAll cuts the connections of both chats again and again until ctx ends.
func (s *soak) cutAll(ctx context.Context, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			s.inSlack.cut()
			s.inDiscord.cut()
			s.cuts++
			s.slack.ForgetAllBut(kept)
			s.discord.ForgetAllBut(kept)
		}
	}
}

// settle holds both chats to have answered all, and nothing else.
func (s *soak) settle() {
	for _, chat := range []interface {
		tally() (int, int, []string, time.Duration)
	}{s.inSlack, s.inDiscord} {
		asked, answered, wrong, _ := chat.tally()
		if asked != answered || len(wrong) > 0 {
			s.Errorf("of %d that were asked %d were answered: %s\n%s", asked, answered, strings.Join(wrong, "\n"), s.said())
		}
	}
}
