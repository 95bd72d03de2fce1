package main

import (
	"cmp"
	"context"
	"strings"
	"sync"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/bot"
	"verbatim/cmd/verbatim/upkeep"
	"verbatim/store"
)

// tenants opens what a process has of each tenant, once: a library is for one at a time to
// write to.
type tenants struct {
	app    *app
	db     *store.DB
	shared string // the library that all tenants of the bot have; empty where each has its own
	turns  turns  // of those who load articles at the same time

	mu        sync.Mutex
	libraries map[string]*opened
}

// opened is a library, or one that is being opened.
type opened struct {
	db    *store.DB
	place *store.Tenant

	mu      sync.Mutex
	library *answer.Library
	seeded  bool // if it is new it has what it starts with
}

// tenantsOf returns the tenants in a database; shared is the library of all of the bot's, or
// empty where each has its own.
func (a *app) tenantsOf(db *store.DB, shared string) *tenants {
	return &tenants{app: a, db: db, shared: shared, turns: make(turns, batchesAtOnce), libraries: map[string]*opened{}}
}

// tenantsIn returns the tenants in a database: those of serve where the command runs there.
func (a *app) tenantsIn(db *store.DB) *tenants {
	if a.host != nil {
		return a.host.tenants
	}
	return a.tenantsOf(db, "")
}

// forBot returns what the bot has of the tenants; reading says how what people send is read.
func (s *tenants) forBot(reading func() load.Options) bot.Tenants {
	return bot.Tenants{Memory: s.memory, Library: s.ofBot, Load: reading, Remembered: s.remembered, Room: s.room}
}

// remembered returns the tenants of which the database has a memory.
func (s *tenants) remembered() (tenants []string, err error) {
	ids, err := s.db.Tenants()
	for _, id := range ids {
		if tenant, ok := strings.CutSuffix(id, memorySuffix); ok {
			tenants = append(tenants, tenant)
		}
	}
	return tenants, err
}

// path returns where the database is.
func (s *tenants) path() string { return store.Target(s.app.path()) }

func (s *tenants) room() (used, most int64) { return upkeep.Room(s.db, s.path()) }

// memorySuffix tells the memory of a tenant from its library. No library's name has its sign.
const memorySuffix = "#memory"

func (s *tenants) memory(tenant string) *store.Tenant { return s.db.Tenant(tenant + memorySuffix) }

// ofBot opens the library of a tenant of the bot.
func (s *tenants) ofBot(tenant string) (*answer.Library, error) {
	o := s.entry(cmp.Or(s.shared, tenant))
	library, err := o.open(context.Background(), s.app) // who waits for it is answered by the next start, where this one ends
	if err == nil {
		err = o.seed(context.Background(), s.app)
	}
	if err != nil {
		return nil, err
	}
	return library, nil
}

// open opens the library, once, for an app that is told if that takes long. One that does
// keeps nobody waiting who wants another.
func (o *opened) open(ctx context.Context, a *app) (*answer.Library, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.library != nil {
		return o.library, nil
	}
	library, err := a.open(ctx, o.db, o.place)
	if err == nil {
		o.library = library
	}
	return library, err
}

// seed gives a new library that is open what it starts with, as an app wants it.
func (o *opened) seed(ctx context.Context, a *app) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.seeded {
		return nil
	}
	err := a.seedIfNew(ctx, o.place, o.library)
	o.seeded = err == nil
	return err
}

func (s *tenants) entry(name string) *opened {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.libraries[name] == nil {
		s.libraries[name] = &opened{db: s.db, place: s.db.Tenant(name)}
	}
	return s.libraries[name]
}
