package bot

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/store"
)

// newBot returns a bot that answers from a library of the given articles, and what it logs.
func newBot(t *testing.T, articles ...*answer.Article) (*Bot, *bytes.Buffer) {
	t.Helper()
	db, err := store.Open(filepath.Join(t.TempDir(), "bot.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	library, err := answer.Open(db.Tenant("here"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := library.Add(t.Context(), articles...); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	open := func(tenant string) (*answer.Library, error) {
		if tenant != "here" {
			return nil, errors.New("secret trouble")
		}
		return library, nil
	}
	return New(slog.New(slog.NewTextHandler(&log, nil)), Tenants{Memory: memoryIn(db), Library: open}), &log
}

// plain returns the paragraphs, headings and names of a reply, a line each.
func plain(r Reply) string {
	var lines []string
	for _, b := range r.Blocks {
		switch b := b.(type) {
		case Paragraph:
			lines = append(lines, string(b))
		case Quotation:
			lines = append(lines, "> "+b.Quote.Text())
		case List:
			lines = append(lines, b.Heading)
			for _, i := range b.Items {
				lines = append(lines, "- "+i.Name)
			}
		}
	}
	return strings.Join(lines, "\n")
}

func TestHandle(t *testing.T) {
	b, _ := newBot(t, &answer.Article{ID: "moon.txt", Title: "The moon", Text: "The moon is 384,400 kilometres away."})
	for _, c := range []struct{ name, said, want string }{
		{"small talk", "Hello!", howToAsk},
		{"who are you", "who are you?", howToAsk},
		{"nothing but marks", "?!", howToAsk},
		{"help", "help", strings.Join(append([]string{whatIAm, howToAsk, alsoTyped}, usages()...), "\n")},
		{"a command said aloud", "Articles!", "Articles 1 to 1 of 1\n- The moon"},
		{"a question beside a command", "/ask\nWhere is the moon?", "> The moon is 384,400 kilometres away."},
		{"no command beside a command", "/ask /frobnicate", string(noSuchCommand)},
		{"a command in capitals with a slash", " /ARTICLES ", "Articles 1 to 1 of 1\n- The moon"},
		{"a command that there is not behind another", "/articles of today", fmt.Sprintf(noSuchSub, "articles", "list, show, add, replace, remove, undo, history, export")},
		{"a question that begins like a command", "articles about cheese", "The articles do not answer that. I looked for articles, about and cheese, none of which any article has."},
		{"no such command", "/frobnicate", string(noSuchCommand)},
		{"a text", strings.Repeat("moon ", 500), string(tooLong)},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := b.Handle(t.Context(), Message{Tenant: "here", Text: c.said, Addressed: true})
			if got := plain(r); got != c.want {
				t.Errorf("%q is answered with\n%s\nwant\n%s", c.said, got, c.want)
			}
		})
	}
}

func TestHandleSaysNothingUnlessAddressed(t *testing.T) {
	b, _ := newBot(t)
	if r := b.Handle(t.Context(), Message{Tenant: "here", Text: "help"}); len(r.Blocks) > 0 {
		t.Errorf("said %q", plain(r))
	}
}

func TestHandleTellsTroubleToTheLogAlone(t *testing.T) {
	b, log := newBot(t)
	r := b.Handle(t.Context(), Message{ID: "m1", Tenant: "elsewhere", Text: "where is the moon?", Addressed: true})
	if got := plain(r); got != string(WentWrong) || !r.Private {
		t.Errorf("the person is told %q", got)
	}
	if !strings.Contains(log.String(), "secret trouble") || strings.Contains(log.String(), "moon") {
		t.Errorf("the log says %q: it wants the error, and nothing that was said", log)
	}
}

// usages returns how each command is typed, as help lists them.
func usages() (all []string) {
	for _, c := range Commands() {
		all = append(all, "- "+c.Usage())
	}
	return all
}
