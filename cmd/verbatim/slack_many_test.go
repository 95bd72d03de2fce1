package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"verbatim/bot/slack/slacktest"
)

var events = flag.Int("events", 200, "how many events TestEveryEventIsAnsweredOnce delivers, four times each")

const (
	workspaces = 10
	deliveries = 4  // of each event
	inFlight   = 50 // deliveries that wait for their acknowledgements
	perPerson  = 20 // questions: fewer than a person may ask at once
)

// Events that come four times each, while connections are replaced and cut and the program
// is started anew, are answered once each. -events 10000 delivers ten thousand of them.
func TestEveryEventIsAnsweredOnce(t *testing.T) {
	t.Parallel()
	s, teams := inManyWorkspaces(t, false)
	var all []slacktest.Request
	for i := range *events {
		w := teams[i%workspaces]
		m := w.Mention(fmt.Sprint("U", i/workspaces/perPerson), fmt.Sprint("C", i%7), "", aboutBackdoors)
		for n := range deliveries {
			m.Attempt, m.ID = n, fmt.Sprint("e", i, "-", n)
			all = append(all, m)
		}
	}
	random := rand.New(rand.NewPCG(3, 4))
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })

	s.start(t)
	batches := slices.Collect(slices.Chunk(all, inFlight))
	for i, batch := range batches {
		switch eighth := len(batches) / 8; i {
		case 4 * eighth:
			s.stop(t)
			s.start(t)
		case eighth, 5 * eighth:
			old := s.socket
			old.Disconnect("refresh_requested")
			s.deliverAll(t, batch, false) // what comes behind it counts
			if s.socket == old {
				s.socket = s.slack.Socket(t)
			}
		case 2 * eighth, 6 * eighth:
			s.deliverAll(t, batch, true)
		}
		s.deliverAll(t, batch, false)
	}
	s.slack.AwaitCount(t, *events, slacktest.Method("chat.postMessage"))
	s.stop(t)

	answers := map[string]int{}
	for _, c := range s.slack.Calls() {
		if c.Method == "chat.postMessage" {
			answers[c.Token+c.Channel+c.Thread]++
		}
	}
	for _, m := range all {
		thread := teams[0].Token // of the message's team
		for _, w := range teams {
			if w.Team == m.Field("team_id") {
				thread = w.Token
			}
		}
		if n := answers[thread+m.Field("event.channel").(string)+m.TS()]; n != 1 {
			t.Fatalf("%v has %d answers", m.Payload, n)
		}
	}
	if len(answers) != *events {
		t.Errorf("%d threads have answers, want %d", len(answers), *events)
	}
}

// deliverAll sends requests until all are acknowledged, cutting the connection once behind
// them if that is wanted.
func (s *serving) deliverAll(t *testing.T, requests []slacktest.Request, cut bool) {
	t.Helper()
	for len(requests) > 0 {
		for _, r := range requests {
			s.socket.Send(r)
		}
		if cut {
			s.socket.Cut()
		}
		var lost []slacktest.Request
		for _, r := range requests {
			if !s.socket.Acked(t, r.ID) {
				lost = append(lost, r)
			}
		}
		if cut || len(lost) > 0 {
			s.socket = s.slack.Socket(t)
			cut = false
		}
		requests = lost
	}
}

// inManyWorkspaces returns the program with the bot in ten workspaces.
func inManyWorkspaces(t testing.TB, overHTTP bool) (*serving, []*slacktest.Workspace) {
	s := inSlack(t, overHTTP)
	teams := []*slacktest.Workspace{s.team}
	for i := 2; i <= workspaces; i++ {
		w := s.slack.Install(fmt.Sprint("T", i))
		teams, s.tokens = append(teams, w), append(s.tokens, w.Token)
	}
	return s, teams
}

// BenchmarkAcknowledgement tells how long Slack waits for an acknowledgement while ten
// workspaces send 8 events a second each, which is Slack's most. -benchtime 80x takes ten seconds.
func BenchmarkAcknowledgement(b *testing.B) {
	for _, way := range []struct {
		name     string
		overHTTP bool
	}{{"SocketMode", false}, {"HTTP", true}} {
		b.Run(way.name, func(b *testing.B) {
			s, teams := inManyWorkspaces(b, way.overHTTP)
			s.start(b)
			took := make(chan time.Duration, b.N*workspaces)
			tick := time.NewTicker(time.Second / 8)
			defer tick.Stop()
			b.ResetTimer()
			for i := range b.N {
				<-tick.C
				for _, w := range teams {
					m := w.Mention(fmt.Sprint("U", i), "C1", "", aboutSpying)
					go func() { took <- s.acknowledged(b, m) }()
				}
			}
			all := make([]time.Duration, b.N*workspaces)
			for i := range all {
				all[i] = <-took
			}
			b.StopTimer()
			s.slack.AwaitCount(b, len(all), slacktest.Method("chat.postMessage"))
			slices.Sort(all)
			b.ReportMetric(float64(all[len(all)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(all[len(all)*99/100].Microseconds())/1000, "p99-ms")
			b.ReportMetric(float64(all[len(all)-1].Microseconds())/1000, "worst-ms")
			b.ReportMetric(0, "ns/op") // which tells of the pace alone
			s.stop(b)
		})
	}
}

// acknowledged delivers a request and returns how long its acknowledgement took.
func (s *serving) acknowledged(b *testing.B, r slacktest.Request) time.Duration {
	began := time.Now()
	if s.overHTTP {
		s.tell(b, r)
		return time.Since(began)
	}
	return s.socket.Deliver(b, r).At.Sub(began)
}
