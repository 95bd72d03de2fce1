package main

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"verbatim/answer/load"
	"verbatim/answer/load/web"
	"verbatim/bot"
	"verbatim/bot/terminal"
	"verbatim/store"
)

// typing is a conversation at a terminal.
type typing struct {
	*testing.T
	home    string
	lines   chan string
	wants   chan bool // a line is wanted: the reply to the one before is whole
	screen  *bytes.Buffer
	reply   string // the last one
	offered string // the last that offered something
	unasked string // what the bot said of its own accord and nobody looked for yet
}

// unaskedWays are how begins what the bot says of its own accord: also of an answer that it
// had given so.
var unaskedWays = regexp.MustCompile(`(An earlier answer is corrected:\s+)?This was asked on |An earlier answer is corrected:`)

func TestArchivesAtTheTerminal(t *testing.T) {
	for _, a := range archives(t) {
		if !a.people { // one person sits there
			t.Run(a.name, func(t *testing.T) { a.hold(t, newTyping(t)) })
		}
	}
}

func (c *typing) speaks(string) {}

func newTyping(t *testing.T) *typing {
	c := &typing{T: t, home: t.TempDir(), lines: make(chan string), wants: make(chan bool), screen: new(bytes.Buffer)}
	t.Chdir(c.home)
	db, err := store.Open(filepath.Join(c.home, "test.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rules := new(web.Rules)
	if err := rules.Allow(siteHost); err != nil {
		t.Fatal(err)
	}
	sandbox := newSandbox()
	a := &app{errs: io.Discard, seeds: noSeeds, library: "local"}
	tenants := a.tenantsOf(db, a.library).forBot(func() load.Options { return load.Options{Parse: sandbox.Parse, Web: rules} })
	chat := terminal.Chat{
		Bot: bot.New(slog.New(slog.DiscardHandler), tenants), Tenant: a.library,
		Screen: terminal.NewScreen(c.screen, func(string) string { return "" }), Read: c.read,
	}
	ended := make(chan error)
	go func() { ended <- chat.Run(context.WithoutCancel(t.Context())) }()
	<-c.wants
	t.Cleanup(func() {
		close(c.lines)
		for running := true; running; {
			select {
			case <-c.wants: // there are no more
			case err := <-ended:
				if running = false; err != nil {
					t.Error(err)
				}
			}
		}
		sandbox.Close()
		db.Close()
	})
	return c
}

// read is where the chat waits for a line.
func (c *typing) read(context.Context) (string, error) {
	c.wants <- true
	line, ok := <-c.lines
	if !ok {
		return "", io.EOF
	}
	return line, nil
}

// enters enters a line, and waits for what is said to it. What the bot has to say of its
// own accord by then stands behind the reply, and is kept for isTold.
func (c *typing) enters(line string) {
	c.screen.Reset()
	c.lines <- line
	<-c.wants
	all := c.screen.String()
	if strings.Contains(all, ": /") {
		c.offered = all
	}
	end := len(all)
	if at := unaskedWays.FindStringIndex(all); at != nil {
		end = at[0]
	}
	c.reply = all[:end]
	c.unasked += all[end:]
}

func (c *typing) types(text string, files ...txtar.File) {
	c.enters(strings.TrimSpace(text + " " + c.paths(files)))
}

// paths puts files where the person can name them.
func (c *typing) paths(files []txtar.File) string {
	var paths []string
	for _, f := range files {
		if err := os.WriteFile(f.Name, f.Data, 0o600); err != nil {
			c.Fatal(err)
		}
		paths = append(paths, f.Name)
	}
	return strings.Join(paths, " ")
}

// presses types what is shown behind a label.
func (c *typing) presses(label string) {
	c.Helper()
	_, behind, found := strings.Cut(c.offered, label+": /")
	if !found {
		c.Fatalf("%q is not offered by\n%s", label, c.offered)
	}
	way, _, _ := strings.Cut(strings.ReplaceAll(behind, "\n", "   "), "   ")
	c.enters("/" + way)
}

func (c *typing) fills(fields map[string]string, files ...txtar.File) {
	c.Helper()
	for range 10 {
		switch asked := strings.ToLower(strings.TrimSpace(c.reply)); {
		case strings.Contains(asked, "paths, with spaces between them:"):
			c.enters(c.paths(files))
		case strings.Contains(asked, "a line with a dot alone ends it:"):
			c.enters(fields["text"])
			c.enters(".")
		case strings.HasSuffix(asked, ":"):
			last := asked[strings.LastIndexByte(asked, '\n')+1:]
			name := strings.TrimRight(strings.Fields(last)[0], ":")
			c.enters(fields[name])
		default:
			return
		}
	}
	c.Fatalf("the form does not end: %s", c.reply)
}

func (c *typing) hears(words ...string) {
	c.Helper()
	c.has(c.reply, words)
}

func (c *typing) hearsAlone(words ...string) {
	c.Helper()
	c.hears(words...)
}

// has looks for words, however the lines are broken.
func (c *typing) has(said string, words []string) {
	c.Helper()
	plain := strings.Join(strings.Fields(said), " ")
	for _, w := range words {
		if !strings.Contains(plain, w) {
			c.Fatalf("it does not say %q:\n%s", w, said)
		}
	}
}

// isTold looks at the screen until something stands there that was not asked for.
func (c *typing) isTold(words ...string) {
	c.Helper()
	for end := time.Now().Add(patience); c.unasked == "" && time.Now().Before(end); {
		c.enters("")
	}
	ways := unaskedWays.FindAllStringIndex(c.unasked, 2)
	if ways == nil {
		c.Fatalf("it does not say %q", words)
	}
	end := len(c.unasked)
	if len(ways) > 1 {
		end = ways[1][0]
	}
	c.has(c.unasked[:end], words)
	c.unasked = c.unasked[end:]
}

func (c *typing) receives(name string) txtar.File {
	c.Helper()
	_, behind, found := strings.Cut(c.reply, "Kept as ")
	if !found {
		c.Fatalf("no file comes with\n%s", c.reply)
	}
	at, _, _ := strings.Cut(behind, ".\n")
	data, err := os.ReadFile(at)
	if err != nil {
		c.Fatal(err)
	}
	return txtar.File{Name: name, Data: data}
}
