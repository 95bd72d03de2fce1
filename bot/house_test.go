package bot

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/time/rate"

	"verbatim/answer"
	"verbatim/store"
)

// house is a bot whose process can end and begin again on the same database, with a clock
// of its own. Each tenant has a library, but for those that share one.
type house struct {
	t      *testing.T
	path   string
	shared bool
	db     *store.DB
	*Bot
	log  bytes.Buffer
	time time.Time

	asked int // how often
}

func newHouse(t *testing.T, articles ...*answer.Article) *house {
	t.Helper()
	h := &house{t: t, path: filepath.Join(t.TempDir(), "house.db"), time: time.Date(2026, 11, 18, 12, 0, 0, 0, time.UTC)}
	h.restart()
	t.Cleanup(func() { h.db.Close() })
	h.load("here", articles...)
	return h
}

// restart ends the process, as a kill does, and begins another.
func (h *house) restart() {
	h.t.Helper()
	if h.db != nil {
		h.db.Close()
	}
	var err error
	if h.db, err = store.Open(h.path, store.Options{}); err != nil {
		h.t.Fatal(err)
	}
	libraries := map[string]*answer.Library{}
	db := h.db
	open := func(tenant string) (l *answer.Library, err error) {
		if h.shared {
			tenant = "shared"
		}
		if libraries[tenant] == nil {
			libraries[tenant], err = answer.Open(db.Tenant(tenant))
		}
		return libraries[tenant], err
	}
	h.Bot = New(slog.New(slog.NewTextHandler(&h.log, nil)), Tenants{Memory: memoryIn(db), Library: open})
	h.Bot.now = func() time.Time { return h.time }
	h.Bot.pace = pace{rate.Inf, 1, time.Minute, time.Hour, 0}
}

func (h *house) library(tenant string) *answer.Library {
	h.t.Helper()
	l, err := h.tenants.Library(tenant)
	if err != nil {
		h.t.Fatal(err)
	}
	return l
}

func (h *house) load(tenant string, articles ...*answer.Article) {
	h.t.Helper()
	if _, err := h.library(tenant).Add(h.t.Context(), articles...); err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) remove(tenant, id string) {
	h.t.Helper()
	if err := h.library(tenant).Remove(h.t.Context(), id); err != nil {
		h.t.Fatal(err)
	}
}

// asks has somebody ask in a place of its own, and the chat tell where the answer went.
func (h *house) asks(m Message, asked string) Reply {
	h.t.Helper()
	h.asked++
	m.ID, m.Place = fmt.Sprint(h.asked), "place "+m.Channel+m.Thread
	r := ask(h.t, h.Bot, m, asked)
	if r.Receipt != "" {
		if err := h.Sent(h.t.Context(), m.Tenant, r.Receipt, "sent "+r.Receipt); err != nil {
			h.t.Fatal(err)
		}
	}
	return r
}

// admin is somebody whom the chat counts among its admins.
func admin(user string) Message {
	m := someone(user)
	m.User.Admin = func(context.Context) (bool, error) { return true, nil }
	return m
}

func (h *house) attendant(tenant string, do func(context.Context, Errand) error) *attendant {
	h.t.Helper()
	return &attendant{h.Bot, tenant, h.library(tenant), h.tenants.Memory(tenant), do, rate.NewLimiter(rate.Inf, 1), map[string]*retry{}, map[string]bool{}}
}

// errands runs the errands of a tenant until none is due, and returns them.
func (h *house) errands(tenant string) (all []Errand) {
	h.t.Helper()
	a := h.attendant(tenant, func(_ context.Context, e Errand) error {
		all = append(all, e)
		return nil
	})
	for {
		wait, err := a.step(h.t.Context())
		if err != nil {
			h.t.Fatal(err)
		}
		if wait > 0 {
			return all
		}
	}
}

// memory returns all that a tenant's memory holds, keys and values.
func (h *house) memory(tenant string) string {
	h.t.Helper()
	var all strings.Builder
	err := h.tenants.Memory(tenant).View(func(tx *store.Tx) error {
		for key, value := range tx.Scan(nil) {
			all.Write(key)
			all.WriteByte('\n')
			all.Write(value)
			all.WriteByte('\n')
		}
		return nil
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return all.String()
}
