package discord

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/adapter"
	"verbatim/bot/discord/discordtest"
)

// fileOf is a file of the bot's.
func fileOf(name string, content []byte) bot.Attachment {
	return bot.Attachment{Name: name, Size: int64(len(content)), Write: func(_ context.Context, w io.Writer) error {
		_, err := w.Write(content)
		return err
	}}
}

func TestFilesGoWithAReply(t *testing.T) {
	r, c := connected(t)
	direct := r.discord.Direct(r.ada)
	content := bytes.Repeat([]byte("moon\x00"), 100_000)
	for name, test := range map[string]struct {
		asked discordtest.Event
		where func(discordtest.Call) bool
		reply bot.Reply
	}{
		"in a channel":        {r.discord.Message(r.ada, direct, "export"), discordtest.To(direct), sentenceOf("here")},
		"for a command":       {r.discord.Command(r.ada, r.channel, "help"), discordtest.To(r.channel), sentenceOf("here")},
		"for one person":      {r.discord.Command(r.ada, r.channel, "help"), discordtest.OnlyTo(r.ada, r.channel), bot.Refusal("here").Reply()},
		"with nothing beside": {r.discord.Message(r.ada, direct, "export"), discordtest.To(direct), bot.Reply{}},
	} {
		t.Run(name, func(t *testing.T) {
			test.reply.Files = []bot.Attachment{fileOf("“a\".zip", content), fileOf("b.csv", nil)}
			c.sends(t, c.read(t, test.asked), test.reply)
			got := r.discord.Await(t, test.where)
			if len(got.Files) != 2 || !bytes.Equal(got.Files[0].Content, content) || got.Files[0].Name != "“a\".zip" || got.Files[1].Name != "b.csv" {
				t.Errorf("%d files come", len(got.Files))
			}
		})
	}
}

// A connection that is cut has the same files sent again.
func TestFilesAreSentAgain(t *testing.T) {
	r, c := connected(t)
	direct := r.discord.Direct(r.ada)
	r.discord.Fail("post", 1, discordtest.Fault{Status: 502})
	r.discord.Fail("post", 1, discordtest.Fault{Lost: true})
	reply := sentenceOf("here")
	reply.Files = []bot.Attachment{fileOf("a.zip", []byte("abc"))}
	c.sends(t, c.read(t, r.discord.Message(r.ada, direct, "export")), reply)
	if got := r.discord.Await(t, discordtest.To(direct)); len(got.Files) != 1 || string(got.Files[0].Content) != "abc" {
		t.Errorf("%v comes", got.Files)
	}
}

// A file that is not as long as it says, or cannot be written, is not sent again and again.
func TestAFileThatCannotBeWritten(t *testing.T) {
	r, c := connected(t)
	direct := r.discord.Direct(r.ada)
	trouble := errors.New("trouble")
	short, broken := fileOf("a", []byte("abc")), fileOf("a", nil)
	short.Size = 4
	broken.Write = func(context.Context, io.Writer) error { return trouble }
	long := fileOf("a", bytes.Repeat([]byte("a"), 1<<20))
	long.Size = 4
	for name, f := range map[string]bot.Attachment{"too short": short, "too long": long, "broken": broken} {
		err := c.send(t.Context(), c.read(t, r.discord.Message(r.ada, direct, "export")), r.home.ID, bot.Reply{Files: []bot.Attachment{f}})
		if err == nil || errors.As(err, new(adapter.Unsent)) {
			t.Errorf("%s: it is sent with %v", name, err)
		}
	}
}

func TestFilesTakeAsManyMessagesAsTheyNeed(t *testing.T) {
	var files []bot.Attachment
	for range 23 {
		files = append(files, bot.Attachment{Name: "a", Size: 1 << 20})
	}
	for range 3 {
		files = append(files, bot.Attachment{Name: "b", Size: 9 << 20})
	}
	var got []string
	for _, m := range withFiles([]message{{Content: "one"}, {Content: "two"}}, files) {
		said := m.Content
		for i, f := range m.Files {
			if said += f.Name; m.Attached[i].Name != f.Name {
				t.Errorf("%s is named %s", f.Name, m.Attached[i].Name)
			}
		}
		got = append(got, said)
	}
	want := "one, two" + strings.Repeat("a", 10) + ", " + strings.Repeat("a", 10) + ", aaab, bb"
	if strings.Join(got, ", ") != want {
		t.Errorf("they are %q, want %q", got, want)
	}
}
