package slack

import (
	"errors"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"verbatim/bot"
	"verbatim/bot/slack/slacktest"
)

func TestTokensGoToSlacksFileHostsAlone(t *testing.T) {
	for address, api := range map[string]string{
		"https://files.slack.com/files-pri/T1-F1/a":     "https://slack.com/api/",
		"https://files.slack-gov.com/files-pri/T1-F1/a": "https://slack-gov.com/api/",
		"http://127.0.0.1:9/files-pri/a":                "http://127.0.0.1:9/api/",
	} {
		if u, err := url.Parse(address); err != nil || !(&workspace{address: api}).keepsFiles(u) {
			t.Errorf("%s is not taken for Slack's", address)
		}
	}
	for _, address := range []string{
		"http://files.slack.com/a", "https://files.slack.com:8443/a", "https://files.slack.com.evil.example/a",
		"https://evil.example/files.slack.com/a", "https://files.slack.com@evil.example/a", "https://u:p@files.slack.com/a",
		"https://slack.com/a", "https://api.slack.com/a", "https://slack-files.com/a", "//files.slack.com/a", "files.slack.com/a",
		"https:files.slack.com/a", "file:///etc/passwd", "", "https://files.slack.com\\@evil.example/a", "https://FILES.slack.com./a",
		"https://127.0.0.1:9/a", "http://127.0.0.1/a", "http://127.0.0.1:90/a", "http://localhost:9/a",
	} {
		for _, api := range []string{"https://slack.com/api/", "http://127.0.0.1:9/api/"} {
			if u, err := url.Parse(address); err == nil && (&workspace{address: api}).keepsFiles(u) {
				t.Errorf("with the API at %s, %s is taken for Slack's", api, address)
			}
		}
	}
}

// spaces returns the workspaces of the test as the bot has them.
func (r *running) spaces(t *testing.T) workspaces {
	t.Helper()
	all, err := identify(t.Context(), slog.New(slog.DiscardHandler), Config{BotTokens: []string{r.home.Token}, API: r.slack.API()}, tryingTime)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func told(fields map[string]any) file {
	text := func(name string) string { s, _ := fields[name].(string); return s }
	external, _ := fields["is_external"].(bool)
	return file{
		ID: text("id"), Name: text("name"), Mode: text("mode"), Access: text("file_access"), External: external,
		Private: text("url_private"), Download: text("url_private_download"),
	}
}

func TestAFileIsReadWhereSlackKeepsIt(t *testing.T) {
	r := prepare(t)
	space := r.spaces(t)[0]
	other := r.slack.Install("T2")
	with := func(f, more map[string]any) map[string]any { f = maps.Clone(f); maps.Copy(f, more); return f }
	kept := r.home.Keep("a.txt", "The moon")
	later := r.home.Keep("b.txt", "Tide")
	outside := r.home.Keep("c.txt", "")
	r.home.Alter(outside, map[string]any{"is_external": true, "url_private": "https://evil.example/c", "url_private_download": ""})
	for _, c := range []struct {
		name    string
		file    map[string]any
		content string
		why     error
	}{
		{"hosted", kept, "The moon", nil},
		{"with one address", with(kept, map[string]any{"url_private_download": ""}), "The moon", nil},
		{"of a shared channel", slacktest.ToldLater(later), "Tide", nil},
		{"of a shared channel, and kept elsewhere", slacktest.ToldLater(outside), "", bot.FileElsewhere},
		{"of a shared channel, and gone", map[string]any{"id": "F9", "file_access": "check_file_info"}, "", bot.FileGone},
		{"kept elsewhere", with(kept, map[string]any{"is_external": true}), "", bot.FileElsewhere},
		{"of another mode", with(kept, map[string]any{"mode": "external"}), "", bot.FileElsewhere},
		{"deleted", map[string]any{"id": "F9", "mode": "tombstone"}, "", bot.FileGone},
		{"not shown", with(kept, map[string]any{"file_access": "access_denied"}), "", bot.FileGone},
		{"of another workspace", other.Keep("d.txt", "secret"), "", bot.FileGone},
		{"that is nowhere", with(kept, map[string]any{"url_private_download": r.slack.URL + "/files-pri/T1-F9/d.txt"}), "", bot.FileGone},
		{"without an address", map[string]any{"id": "F9"}, "", bot.FileElsewhere},
	} {
		t.Run(c.name, func(t *testing.T) {
			body, err := space.attached([]file{told(c.file)})[0].Open(t.Context())
			if !errors.Is(err, c.why) {
				t.Fatalf("it is %v, want %v", err, c.why)
			}
			if err != nil {
				return
			}
			defer body.Close()
			if content, err := io.ReadAll(body); err != nil || string(content) != c.content {
				t.Errorf("it holds %q, %v", content, err)
			}
		})
	}
}

// A message says where its files are; the token goes nowhere that it names.
func TestNoTokenGoesWhereAMessageLeads(t *testing.T) {
	var asked atomic.Int32
	foreign := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		io.WriteString(w, "hostile")
	}))
	defer foreign.Close()
	r := begin(t)
	r.slack.SetUser("U1", map[string]any{"is_admin": true})
	f := r.home.Keep("hostile.txt", "The moon")
	f["url_private"], f["url_private_download"] = foreign.URL+"/a", foreign.URL+"/files-pri/a"
	r.slack.Socket(t).Deliver(t, r.home.WithFiles(r.home.Message("U1", "D1", "", "add"), f))
	if c := r.await(t, "D1", "hostile.txt"); !strings.Contains(c.Shown(), string(bot.FileElsewhere)) {
		t.Errorf("the person is told %s", c.Shown())
	}
	r.stop()
	if asked.Load() != 0 {
		t.Error("the address that the message names was asked")
	}
}

// await returns what stands in a channel, once it holds some words.
func (r *running) await(t *testing.T, channel, words string) slacktest.Call {
	t.Helper()
	return r.slack.Await(t, func(c slacktest.Call) bool {
		return c.Channel == channel && strings.Contains(c.Shown(), words)
	})
}

func TestAFileThatSlackDoesNotGiveIsTold(t *testing.T) {
	r := begin(t)
	r.slack.SetUser("U1", map[string]any{"is_admin": true})
	r.slack.Fail("download", 1, slacktest.Fault{Status: 500})
	socket := r.slack.Socket(t)
	socket.Deliver(t, r.home.WithFiles(r.home.Message("U1", "D1", "", "add"), r.home.Keep("a.txt", tideText), r.home.Keep("b.txt", tideText)))
	if c := r.await(t, "D1", "Loaded"); !strings.Contains(c.Shown(), "a.txt") || !strings.Contains(c.Shown(), "cannot be had") {
		t.Errorf("the person is told %s", c.Shown())
	}
}

func TestFilesAreLoadedFromWhereverTheyStand(t *testing.T) {
	r := begin(t)
	r.slack.SetUser("U1", map[string]any{"is_admin": true})
	socket := r.slack.Socket(t)
	socket.Deliver(t, r.home.WithFiles(r.home.Message("U1", "D1", "", ""), r.home.Keep("tide.txt", "The tide rises twice a day, said Bo Reed.")))
	r.await(t, "D1", "Loaded")
	mention := r.home.WithFiles(r.home.Mention("U1", "C1", "", "add"), r.home.Keep("sun.txt", "The sun is a star, said Bo Reed."))
	socket.Deliver(t, mention)
	r.await(t, "C1", "Loaded")
	chosen := r.home.WithFiles(r.home.Shortcut(loadThis, "U1", "C2", "", "U2", "look"), r.home.Keep("star.txt", "The pole star stays in its place, said Bo Reed."))
	socket.Deliver(t, chosen)
	if c := r.await(t, "C2", "Loaded"); !c.Ephemeral || c.User != "U1" {
		t.Errorf("what was loaded by the shortcut is told %v", c)
	}
	socket.Deliver(t, r.home.WithFiles(r.home.Shortcut(loadThis, "U2", "C2", "", "U1", "look"), r.home.Keep("no.txt", "No.")))
	r.await(t, "C2", "look after me")
	if n := r.slack.Downloads(); n != 3 {
		t.Errorf("%d files were downloaded, want 3", n)
	}
}
