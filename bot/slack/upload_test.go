package slack

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/slack/slacktest"
)

// fileOf returns a file of so many bytes, that counts how often it is written.
func fileOf(name string, size int, times *int) bot.Attachment {
	return bot.Attachment{Name: name, Size: int64(size), Write: func(_ context.Context, w io.Writer) error {
		*times++
		for left := size; left > 0; {
			n := min(left, 1000)
			if _, err := io.WriteString(w, strings.Repeat("x", n)); err != nil {
				return err
			}
			left -= n
		}
		return nil
	}}
}

func TestFilesAreSentWhereTheReplyStands(t *testing.T) {
	const size = 3_000_001
	for name, c := range map[string]struct {
		from        func(*slacktest.Workspace) slacktest.Request
		private     bool
		in, thread  string
		words, told string // in the reply's own place
	}{
		"a direct message":     {func(w *slacktest.Workspace) slacktest.Request { return w.Message("U1", "D1", "", "export") }, true, "D1", "", "D1", ""},
		"a thread":             {func(w *slacktest.Workspace) slacktest.Request { return w.Mention("U1", "C1", "5.0", "export") }, false, "C1", "5.0", "C1", ""},
		"for the person alone": {func(w *slacktest.Workspace) slacktest.Request { return w.Mention("U1", "C1", "5.0", "export") }, true, "DU1", "", "C1", bot.FilesAside},
		"a command":            {func(w *slacktest.Workspace) slacktest.Request { return w.Command("U1", "C1", "/articles", "export") }, true, "DU1", "", "C1", bot.FilesAside},
	} {
		t.Run(name, func(t *testing.T) {
			r := prepare(t)
			times := 0
			said := says("20 articles.")
			said.Private, said.Files = c.private, []bot.Attachment{fileOf("articles.zip", size, &times)}
			if err := r.chatOf(t).reply(t.Context(), r.reads(t, c.from(r.home)), said); err != nil {
				t.Fatal(err)
			}
			f := r.slack.AwaitFile(t, c.in)
			if len(f.Content) != size || f.Name != "articles.zip" || f.Thread != c.thread || times != 1 {
				t.Errorf("%d bytes of %s are in the thread %q; they were written %d times", len(f.Content), f.Name, f.Thread, times)
			}
			if words := r.slack.Await(t, slacktest.To(c.words, "")); !strings.Contains(words.Shown(), "20 articles.") || !strings.Contains(words.Shown(), c.told) {
				t.Errorf("beside it is said %s", words.Shown())
			}
		})
	}
}

func TestWhereTheBotIsNotFilesComeInADirectMessage(t *testing.T) {
	r := prepare(t)
	times := 0
	r.slack.Fail("files.completeUploadExternal", 1, slacktest.Fault{Error: "not_in_channel"})
	err := r.chatOf(t).reply(t.Context(), r.reads(t, r.home.Mention("U1", "C1", "5.0", "export")), bot.Reply{Files: []bot.Attachment{fileOf("a.zip", 5, &times)}})
	if err != nil {
		t.Fatal(err)
	}
	r.slack.AwaitFile(t, "DU1")
}

// An upload that Slack fails is made again, and nothing is said before it is there.
func TestAnUploadIsMadeAgain(t *testing.T) {
	r := prepare(t)
	times := 0
	said := says("20 articles.")
	said.Files = []bot.Attachment{fileOf("a.zip", 5000, &times)}
	r.slack.Fail("upload", 1, slacktest.Fault{Status: 503})
	if err := r.chatOf(t).reply(t.Context(), r.reads(t, r.home.Message("U1", "D1", "", "export")), said); err != nil {
		t.Fatal(err)
	}
	if f := r.slack.AwaitFile(t, "D1"); len(f.Content) != 5000 {
		t.Errorf("%d bytes came", len(f.Content))
	}
}

func TestAFileThatCannotBeWrittenSaysNothing(t *testing.T) {
	r := prepare(t)
	broken := errors.New("the disk is broken")
	said := says("20 articles.")
	said.Files = []bot.Attachment{{Name: "a.zip", Size: 5000, Write: func(_ context.Context, w io.Writer) error {
		io.WriteString(w, "xx")
		return broken
	}}}
	err := r.chatOf(t).reply(t.Context(), r.reads(t, r.home.Message("U1", "D1", "", "export")), said)
	if !errors.Is(err, broken) || len(r.slack.Standing("D1")) != 0 {
		t.Errorf("it is %v, and %v is said", err, r.slack.Standing("D1"))
	}
}

func TestFilesGoToSlackAlone(t *testing.T) {
	r := prepare(t)
	times := 0
	space := r.spaces(t)[0]
	for _, to := range []string{"https://evil.example/upload", "http://files.slack.com/upload", "https://files.slack.com.evil.example/", ":"} {
		if err := newPoster(nil, tryingTime).put(t.Context(), space, to, fileOf("a.zip", 5, &times)); !errors.Is(err, errNotSlack) {
			t.Errorf("to %s: %v", to, err)
		}
	}
	if times != 0 {
		t.Error("it was written")
	}
}

// A file is sent while it is written: it need not fit into memory.
func TestAnUploadIsSentWhileItIsWritten(t *testing.T) {
	begun := make(chan bool, 1)
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		io.ReadFull(r.Body, make([]byte, 1<<20))
		begun <- true
		io.Copy(io.Discard, r.Body)
	}))
	defer server.Close()
	f := bot.Attachment{Name: "a.zip", Size: 2 << 20, Write: func(_ context.Context, w io.Writer) error {
		half := make([]byte, 1<<20)
		w.Write(half)
		<-begun // Slack has the first half before there is a second
		_, err := w.Write(half)
		return err
	}}
	if err := newPoster(nil, tryingTime).put(t.Context(), &workspace{address: server.URL + "/api/"}, server.URL+"/upload", f); err != nil {
		t.Error(err)
	}
}
