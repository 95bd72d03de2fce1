package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"

	"verbatim/bot/discord/discordtest"
	"verbatim/bot/slack/slacktest"
)

// What people write, load and are called here holds the word that every token and ticket of
// the test's chats holds too.
const (
	canaryText  = "Canary cages\n\n“The canary cage of Wells holds 7 birds,” said Canary Reed, the keeper. It is old."
	canaryAsked = "What did Canary Reed say about the canary cage of Wells?"
	canaryWords = "holds 7 birds"
	canaryDark  = "Who painted the canary opera?"
	canaryName  = "canary.txt"
)

// watched is the program in both chats at once, with all that it tells of itself.
type watched struct {
	*discordTalk
	inSlack *talk
	address string
}

// watch starts the program.
func watch(t *testing.T) *watched {
	s, slack := newInDiscord(t), slacktest.New(t)
	s.guild = s.discord.Join("Canary Home")
	team := slack.Install("T1")
	s.args = []string{"--slack-api", slack.API(), "--http", "127.0.0.1:0", "--debug", "--log-format", "json"}
	s.env = []string{"SLACK_BOT_TOKEN=" + team.Token, "SLACK_APP_TOKEN=" + slacktest.AppToken, "GOTRACEBACK=all"}
	s.start(t)
	w := &watched{discordTalk: s.talk(t), address: s.log.await(t, `"telling how well it is","address":"([^"]+)"`)}
	w.asker = s.guild.Person("Canary Ada")
	w.guild.SetAdmin(w.asker, true)
	w.channel = w.guild.Channel("canary-channel")
	home := &serving{slack: slack, team: team, program: s.program, log: s.log, socket: slack.Socket(t), expected: map[string]int{}}
	w.inSlack = home.talk(t)
	slack.SetUser(w.inSlack.asker, map[string]any{"is_admin": true, "name": "canary.ada", "real_name": "Canary Ada"})
	return w
}

// tells returns what a page says.
func (w *watched) tells(page string) (status int, says string) {
	w.Helper()
	resp, err := http.Get("http://" + w.address + page)
	if err != nil {
		w.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		w.Fatal(err)
	}
	if strings.Contains(strings.ToLower(string(body)), "canary") {
		w.Errorf("%s tells it: %s", page, body)
	}
	return resp.StatusCode, string(body)
}

// shows holds a number in the metrics to be at least as great as it has to be by now.
func (w *watched) shows(metric string, least int) {
	w.Helper()
	_, page := w.tells("/metrics")
	found := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(metric) + ` (\S+)$`).FindStringSubmatch(page)
	var n float64
	if found != nil {
		fmt.Sscan(found[1], &n)
	}
	if n < float64(least) {
		w.Errorf("%s is %v, want %d or more", metric, found, least)
	}
}

// Nothing that people write, load or are called, and no token, gets into what the program
// tells of itself: not with every word that it logs, whatever fails, and not when it crashes.
func TestNothingSecretGetsOut(t *testing.T) {
	t.Parallel()
	w := watch(t)
	w.slackFails()
	w.discordFails()
	if status, says := w.tells("/healthz"); status != http.StatusOK || says != "ok\n" {
		t.Errorf("it lives, and says %d: %s", status, says)
	}
	for _, chat := range []string{"slack", "discord"} {
		of := func(metric string) string { return fmt.Sprintf(metric, chat) }
		w.shows(of(`verbatim_questions_total{chat=%q}`), 5)
		w.shows(of(`verbatim_answers_total{chat=%q}`), 4)
		w.shows(of(`verbatim_silences_total{chat=%q}`), 1)
		w.shows(of(`verbatim_failures_total{chat=%q}`), 1)
		w.shows(of(`verbatim_articles_loaded_total{chat=%q}`), 1)
		w.shows(of(`verbatim_articles_refused_total{chat=%q}`), 1)
		w.shows(of(`verbatim_reconnects_total{chat=%q}`), 1)
		w.shows(of(`verbatim_throttled_total{chat=%q}`), 1)
		w.shows(of(`verbatim_step_seconds_count{chat=%q,step="sent"}`), 5)
	}
	w.crashes()
}

// slackFails has all go well in Slack, and then all that can go wrong.
func (w *watched) slackFails() {
	w.Helper()
	k := w.inSlack
	k.tells(k.team.WithFiles(k.team.Message(k.asker, k.direct(), "", "add"), k.team.Keep(canaryName, canaryText)))
	k.hears(inThread(k.direct(), ""), "[Undo]")
	k.hears(inThread(k.channel, k.asks(canaryAsked)), canaryWords)
	k.hears(inThread(k.channel, k.asks(canaryDark)), "do not answer")
	k.slack.Fail("download", 1, slacktest.Fault{Status: http.StatusForbidden})
	k.tells(k.team.WithFiles(k.team.Message(k.asker, k.direct(), "", "add"), k.team.Keep(canaryName, canaryText)))
	k.hears(inThread(k.direct(), ""), "not loaded")

	const post = "chat.postMessage"
	for _, f := range []slacktest.Fault{{Status: http.StatusTooManyRequests, RetryAfter: 1}, {Status: http.StatusBadGateway}} {
		k.slack.Fail(post, 1, f)
		k.hears(inThread(k.channel, k.asks(canaryAsked)), canaryWords)
	}
	for _, f := range []slacktest.Fault{{Error: "restricted_action"}, {Status: http.StatusUnauthorized}} {
		k.slack.Fail(post, 1, f)
		k.asks(canaryAsked)
		w.isTraced(k.hears(onlyTo(k.asker, k.channel), "Something went wrong").Text)
	}
	k.socket.SendRaw(`{"type": "events_api", "payload": "canary`)
	k.tells(slacktest.Request{Type: "events_api", Payload: map[string]any{"type": "canary", "event": "canary"}})
	k.socket.Cut()
	k.socket = k.slack.Socket(w.T)
	k.hears(inThread(k.channel, k.asks(canaryAsked)), canaryWords)
}

// discordFails does the same in Discord.
func (w *watched) discordFails() {
	w.Helper()
	w.other = w.asker // who looks after the articles
	w.gives(w.asker, "articles add", "file", discordtest.File{Name: canaryName, Content: []byte(canaryText)})
	w.learns("Loaded 1 article.")
	w.gives(w.asker, "articles add", "file", discordtest.File{Name: "canary.pdf", Content: []byte("%PDF-canary")})
	w.learns("not loaded")
	w.hears(discordtest.To(w.asks(canaryAsked)), canaryWords)
	w.hears(discordtest.To(w.asks(canaryDark)), "do not answer")

	for _, f := range []discordtest.Fault{{Status: http.StatusTooManyRequests, RetryAfter: .2}, {Status: http.StatusInternalServerError}, {HTML: true}} {
		w.discord.Fail("post", 1, f)
		w.hears(discordtest.To(w.asks(canaryAsked)), canaryWords)
	}
	w.discord.Fail("post", 1, discordtest.Fault{Status: http.StatusForbidden, Code: 50013})
	w.asks(canaryAsked)
	w.isTraced(w.hears(discordtest.To(w.discord.Direct(w.asker)), "Something went wrong").Shown())
	w.socket.SendRaw(`{"op": 0, "t": "MESSAGE_CREATE", "d": "canary`)
	w.socket.Cut()
	w.socket = w.discord.Socket(w.T)
	w.hears(discordtest.To(w.asks(canaryAsked)), canaryWords)
}

// isTraced holds what a person is told to lead to all that the log tells of the message.
func (w *watched) isTraced(told string) {
	w.Helper()
	id := regexp.MustCompile(`[0-9a-f]{12}`).FindString(told)
	w.log.await(w.T, `"level":"ERROR".*"request":"(`+id+`)"`)
	var said []string
	for line := range strings.Lines(w.log.String()) {
		var record struct{ Level, Msg, Request string }
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			w.Errorf("a record is no JSON: %s", line)
		}
		if record.Request == id {
			said = append(said, record.Level+" "+record.Msg)
		}
	}
	want := []string{"DEBUG received", "DEBUG noted", "DEBUG waited", "DEBUG found", "DEBUG answered", "ERROR an answer is not sent as it should be"}
	if id == "" || !slices.Equal(said, want) {
		w.Errorf("of %q the log tells %q", told, said)
	}
}

// crashes has the program end as a fault of its own would end it, and reads all that it has said.
func (w *watched) crashes() {
	w.Helper()
	if err := w.program.Process.Signal(syscall.SIGQUIT); err != nil {
		w.Fatal(err)
	}
	w.program.Wait() // the crash is its error
	said := w.log.String()
	if !strings.Contains(said, "goroutine ") || !strings.Contains(said, "discord.(*gateway)") {
		w.Errorf("it does not dump what it does: %s", said)
	}
	for line := range strings.Lines(said) {
		if strings.Contains(strings.ToLower(line), "canary") {
			w.Errorf("it says %s", line)
		}
	}
}
