package faults

import (
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"verbatim/bot/discord/discordtest"
	"verbatim/bot/slack/slacktest"
)

// patience is how long a trial waits for something before it fails. None that passes depends on it.
const patience = 30 * time.Second

// serving is the program answering in a Slack and a Discord of the trial's.
type serving struct {
	*program
	slack   *slacktest.Server
	team    *slacktest.Workspace
	discord *discordtest.Server
	guild   *discordtest.Guild
	flags   []string // of serve, beside those that lead to the chats
	folder  string   // what it says stands here
	metrics string   // where it tells of itself

	process *process
	log     *os.File
}

// newServing returns the program on a database in a folder, not started, with the bot in a
// workspace and in a server.
func newServing(t testing.TB, folder string) *serving {
	s := &serving{program: newProgram(t, folder), slack: slacktest.New(t), discord: discordtest.New(t), folder: t.TempDir()}
	s.team = s.slack.Install("T1")
	s.guild = s.discord.Join(canaryWord + " at home")
	s.env = []string{"SLACK_BOT_TOKEN=" + s.team.Token, "SLACK_APP_TOKEN=" + slacktest.AppToken, "DISCORD_TOKEN=" + discordtest.Token}
	return s
}

// begin starts the program and returns when both chats can reach it.
func (s *serving) begin() {
	s.Helper()
	s.launch()
	s.slack.Socket(s)
	s.discord.Socket(s)
	s.discord.AwaitCommands(s, "ask", "articles", "settings", "forget")
}

// launch starts the program, and returns at once.
func (s *serving) launch() {
	s.Helper()
	var err error
	if s.log, err = os.OpenFile(filepath.Join(s.folder, "serve.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600); err != nil {
		s.Fatal(err)
	}
	at := freeAddress(s)
	s.metrics = "http://" + at + "/metrics"
	c := s.command(append([]string{"serve", "--slack-api", s.slack.API(), "--discord-api", s.discord.URL(), "--http", at}, s.flags...)...)
	s.process = &process{Cmd: c, t: s.TB}
	c.Stdout, c.Stderr = s.log, s.log
	if err := c.Start(); err != nil {
		s.Fatal(err)
	}
	s.Cleanup(s.process.kill)
}

// finish has the program end, which it has to do without an error, and holds what it said
// to be without a canary.
func (s *serving) finish() {
	s.Helper()
	s.process.Process.Signal(syscall.SIGTERM)
	if status := s.process.end(); status != done {
		s.Errorf("it ends with the exit status %d: %s", status, s.said())
	}
	s.log.Close()
	noCanary(s, s.folder)
}

// said is the end of what the program has said so far.
func (s *serving) said() string {
	said, err := os.ReadFile(s.log.Name())
	if err != nil {
		s.Error(err)
	}
	return string(said[max(0, len(said)-2000):])
}

// soon is how long the program may take to tell of itself.
const soon = 2 * time.Second

// page returns what the program tells at a path of its own, such as /metrics, with the
// status; 0 where it does not answer soon. The text is kept beside what it logs.
func (s *serving) page(path string) (text string, status int) {
	defer func() { s.keep(path, text) }()
	client := http.Client{Timeout: soon}
	r, err := client.Get(s.metrics[:len(s.metrics)-len("/metrics")] + path)
	if err != nil {
		return err.Error(), 0
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return err.Error(), 0
	}
	return string(body), r.StatusCode
}

// keep keeps the last of what the program told at a path.
func (s *serving) keep(path, text string) {
	if err := os.WriteFile(filepath.Join(s.folder, filepath.Base(path)+".page"), []byte(text), 0o600); err != nil {
		s.Error(err)
	}
}

// freeAddress is an address of this machine at which nothing listens.
func freeAddress(t testing.TB) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
