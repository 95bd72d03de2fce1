package discord

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
)

// contentOf returns what a file holds.
func contentOf(t *testing.T, f bot.File) (string, error) {
	r, err := f.Open(t.Context())
	if err != nil {
		return "", err
	}
	content, err := io.ReadAll(r)
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	return string(content), err
}

func TestWhereFilesAre(t *testing.T) {
	usual, own := newAPI(Config{}), newAPI(Config{API: "http://127.0.0.1:7777"})
	for address, want := range map[string]struct{ usual, own bool }{
		"https://cdn.discordapp.com/attachments/1/2/a.txt?ex=1": {true, true},
		"https://media.discordapp.net/attachments/1/2/a.txt":    {true, true},
		"http://127.0.0.1:7777/attachments/1":                   {false, true},
		"http://cdn.discordapp.com/a":                           {},
		"https://cdn.discordapp.com:444/a":                      {},
		"https://cdn.discordapp.com.example.org/a":              {},
		"https://discord.com/a":                                 {},
		"https://me@cdn.discordapp.com/a":                       {},
		"https://127.0.0.1:7777/a":                              {},
		"http://127.0.0.1:7778/a":                               {},
		"file:///etc/passwd":                                    {},
		"":                                                      {},
		":":                                                     {},
	} {
		if got := usual.keepsFiles(address); got != want.usual {
			t.Errorf("%s: %v", address, got)
		}
		if got := own.keepsFiles(address); got != want.own {
			t.Errorf("%s: %v with an API of one's own", address, got)
		}
	}
}

// A file is downloaded without the token, which the Discord for tests sees to, and with no
// byte more than Discord has told of. From elsewhere none comes.
func TestDownloads(t *testing.T) {
	r, c := connected(t)
	elsewhere := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		t.Errorf("elsewhere is asked for %s with %q", r.URL, r.Header)
	}))
	defer elsewhere.Close()
	r.discord.Elsewhere("moved.txt", elsewhere.URL)
	direct := r.discord.Direct(r.ada)
	e := r.discord.MessageWith(r.ada, direct, "add", discordtest.File{Name: "a.txt", Content: []byte("The moon.")},
		discordtest.File{Name: "moved.txt"}, discordtest.File{Name: "b.txt", Content: []byte("too long")}, discordtest.File{Name: "foreign.txt"}, discordtest.File{Name: "gone.txt"})
	e.With("attachments.2.size", 3).With("attachments.3.url", elsewhere.URL).With("attachments.4.url", r.discord.URL()+"/attachments/5/gone.txt")
	in := c.read(t, e)
	var got []string
	for _, f := range c.api.files(in.attached) {
		content, err := contentOf(t, f)
		if err != nil {
			content = "error"
		}
		got = append(got, f.Name+" "+content)
	}
	if want := "a.txt The moon., moved.txt error, b.txt error, foreign.txt error, gone.txt error"; strings.Join(got, ", ") != want {
		t.Errorf("they are %q, want %s", got, want)
	}
}
