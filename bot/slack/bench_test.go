package slack

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/slack/slacktest"
)

// BenchmarkAcknowledgement is ten workspaces with 8 questions a second each, as much as
// Slack sends, which are all answered meanwhile: how long it takes until one is
// acknowledged. The figures count, not the time of an iteration.
func BenchmarkAcknowledgement(b *testing.B) {
	const tenants, every = 10, time.Second / 80
	r := prepare(b)
	config := Config{AppToken: slacktest.AppToken, API: r.slack.API()}
	var teams []*slacktest.Workspace
	for i := range tenants {
		teams = append(teams, r.slack.Install(fmt.Sprint("T1", i)))
		config.BotTokens = append(config.BotTokens, teams[i].Token)
	}
	ctx, stop := context.WithCancel(b.Context())
	log := slog.New(slog.NewTextHandler(r.log, nil))
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, log, bot.New(log, r.tenants(b)), config) }()
	socket := r.slack.Socket(b)

	sent := map[string]time.Time{}
	tick := time.NewTicker(every)
	defer tick.Stop()
	for n := 0; b.Loop(); n++ {
		<-tick.C
		who := fmt.Sprint("U", n%500)
		m := teams[n%tenants].Mention(who, "C1", "", moonAsked)
		at := time.Now()
		sent[socket.Send(m)] = at
	}
	var took []time.Duration
	for envelope, at := range sent {
		took = append(took, r.slack.Ack(b, envelope).At.Sub(at))
	}
	r.slack.AwaitCount(b, len(sent), slacktest.To("C1", ""))
	stop()
	if err := <-ended; err != nil {
		b.Error(err)
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-p50")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
	b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "ms-most")
}
