package main

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"verbatim/bot/slack/slacktest"
)

// slackArchive is a conversation in a workspace of its own.
type slackArchive struct {
	listening[slacktest.Call]
	*serving
	team   *slacktest.Workspace
	number int
	who    string // speaks
	public bool   // in a channel, and not with the bot alone
}

func TestArchivesInSlack(t *testing.T) {
	t.Parallel()
	s := inSlack(t, false)
	s.args = []string{"--seeds", noSeeds, "--allow-host", siteHost}
	all := archives(t)
	teams := []*slacktest.Workspace{s.team}
	for n := range all[1:] {
		teams = append(teams, s.slack.Install(fmt.Sprint("T", n+2)))
		s.tokens = append(s.tokens, teams[n+1].Token)
	}
	s.start(t)
	var held []*slackArchive
	for n, a := range all {
		c := &slackArchive{serving: s, team: teams[n], number: n, public: a.channel}
		t.Run(a.name, func(t *testing.T) {
			held = append(held, c)
			c.begins(t)
			a.hold(t, c)
		})
	}
	s.stop(t)
	for _, c := range held {
		c.T = t
		c.settles()
	}
}

func (c *slackArchive) begins(t *testing.T) {
	c.T = t
	c.chat = chatOf[slacktest.Call]{
		await: c.slack.Await, calls: c.slack.Calls, says: c.saysHere, read: slacktest.Call.Shown,
		unasked: func(s slacktest.Call) bool { return s.Method != "response_url" },
		alone:   func(s slacktest.Call) bool { return s.Ephemeral || strings.HasPrefix(s.Channel, "D") },
		offers: func(s slacktest.Call) (labels []string) {
			for _, b := range slacktest.Buttons(s) {
				labels = append(labels, b.Label)
			}
			return labels
		},
	}
	c.speaks("Ada")
}

// mark ends the names of all that is in this workspace.
func (c *slackArchive) mark() string { return fmt.Sprint("X", c.number) }

func (c *slackArchive) id(name string) string { return "U" + strings.ToUpper(name) + c.mark() }

func (c *slackArchive) speaks(name string) {
	c.who = c.id(name)
	c.slack.SetUser(c.who, map[string]any{"real_name": name, "is_admin": name == "Ada"})
}

// channel is where the person writes.
func (c *slackArchive) channel() string {
	if c.public {
		return "C" + c.mark()
	}
	return "D" + c.who
}

// saysHere reports whether a call shows something in this workspace.
func (c *slackArchive) saysHere(s slacktest.Call) bool {
	here := strings.HasSuffix(s.Channel, c.mark())
	switch s.Method {
	case "chat.postMessage", "chat.postEphemeral", "chat.update", "response_url":
		return here && s.Args["delete_original"] != true
	}
	return false
}

func (c *slackArchive) types(text string, files ...txtar.File) {
	c.does()
	if command, words, _ := strings.Cut(text, " "); strings.HasPrefix(text, "/") {
		c.tell(c.T, c.team.Command(c.who, c.channel(), command, c.written(words)))
		return
	}
	said := c.team.Message(c.who, c.channel(), "", text)
	if c.public {
		said = c.team.Mention(c.who, c.channel(), "", text)
	}
	said = said.With("event.text", c.written(said.Field("event.text").(string)))
	if len(files) > 0 {
		said = c.team.WithFiles(said, c.attached(files)...)
	}
	c.tell(c.T, said)
}

var (
	mentioned = regexp.MustCompile(`@(\w+)`)
	address   = regexp.MustCompile(`https?://\S+`)
)

// written returns words as Slack sends them: it makes mentions and links of what looks so.
func (c *slackArchive) written(words string) string {
	words = mentioned.ReplaceAllStringFunc(words, func(at string) string {
		if name := at[1:]; !strings.HasPrefix(name, "U") { // or it is one already
			return "<@" + c.id(name) + ">"
		}
		return at
	})
	return address.ReplaceAllString(words, "<$0>")
}

// attached has Slack keep files, and returns how it tells of them.
func (c *slackArchive) attached(files []txtar.File) (all []map[string]any) {
	for _, f := range files {
		all = append(all, c.team.Keep(f.Name, string(f.Data)))
	}
	return all
}

func (c *slackArchive) presses(label string) {
	c.Helper()
	offer := c.offering(label)
	c.does()
	c.tell(c.T, c.team.Press(c.who, offer, label))
}

func (c *slackArchive) fills(fields map[string]string, files ...txtar.File) {
	c.Helper()
	form := c.slack.Await(c.T, func(s slacktest.Call) bool { return s.Method == "views.open" && s.User == c.who })
	c.tell(c.T, c.team.Submit(form, fields, c.attached(files)...))
}

// receives returns the file that came, which goes to the person alone.
func (c *slackArchive) receives(name string) txtar.File {
	c.Helper()
	return txtar.File{Name: name, Data: []byte(c.slack.AwaitFile(c.T, "D"+c.who).Content)}
}
