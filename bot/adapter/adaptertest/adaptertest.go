// Package adaptertest is what the tests of a chat's adapter run the bot on.
package adaptertest

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"verbatim/answer"
	"verbatim/answer/text"
	"verbatim/bot"
	"verbatim/store"
)

// A question, the article that every library of a House has, and its words that answer it.
const (
	Asked   = "How far away is the moon?"
	Article = "“The moon is " + Words + " away,” said Ada Stone, an astronomer."
	Words   = "384,400 kilometres"
)

// House is a database with a library for each tenant, and a log. It outlives each bot that
// runs on it.
type House struct {
	DB        *store.DB
	Libraries map[string]*answer.Library // by tenant, of those that were asked for
	Log       Log
}

// New returns a house that ends with the test.
func New(t testing.TB) *House {
	t.Helper()
	db, err := store.Open(filepath.Join(t.TempDir(), "house.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return &House{DB: db, Libraries: map[string]*answer.Library{}}
}

// Logger returns what writes to the log of the house, whatever it is told.
func (h *House) Logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(&h.Log, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// Tenants returns the tenants of the house, for one bot.
func (h *House) Tenants() bot.Tenants {
	var mu sync.Mutex
	memory := func(name string) *store.Tenant { return h.DB.Tenant(name + "#memory") }
	return bot.Tenants{Memory: memory, Library: func(name string) (*answer.Library, error) {
		mu.Lock()
		defer mu.Unlock()
		if h.Libraries[name] == nil {
			library, err := answer.Open(h.DB.Tenant(name))
			if err != nil {
				return nil, err
			}
			if _, err := library.Add(context.Background(), &answer.Article{ID: "moon.txt", Title: "The moon", Lang: "en", Text: Article}); err != nil {
				return nil, err
			}
			h.Libraries[name] = library
		}
		return h.Libraries[name], nil
	}}
}

// Log is a log that may be read while it is written.
type Log struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *Log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *Log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// Quoting returns a quotation of all of words, with the given ones marked.
func Quoting(words string, marked ...string) bot.Quotation {
	q := answer.Quote{Article: &answer.Article{Text: words}, Span: text.Span{End: len(words)}}
	for _, m := range marked {
		at := strings.Index(words, m)
		q.Marks = append(q.Marks, text.Span{Start: at, End: at + len(m)})
	}
	return bot.Quotation{Quote: q}
}

// JSON returns what is sent, as a chat gets it.
func JSON(t testing.TB, sent any) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(sent); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}
