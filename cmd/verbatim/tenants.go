package main

import (
	"context"
	"sync"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/bot"
	"verbatim/store"
)

// tenants opens what the bot has of each tenant, once: a library is for one at a time to
// write to.
type tenants struct {
	app    *app
	db     *store.DB
	shared string // the library that all tenants have; empty where each has its own

	mu        sync.Mutex
	libraries map[string]*opened
}

// opened is a library, or one that is being opened.
type opened struct {
	mu      sync.Mutex
	library *answer.Library
}

// tenantsOf returns what the bot has of its tenants in a database; shared is the library
// of all of them, or empty where each has its own; reading says how what
// people send is read.
func (a *app) tenantsOf(db *store.DB, shared string, reading func() load.Options) bot.Tenants {
	s := &tenants{app: a, db: db, shared: shared, libraries: map[string]*opened{}}
	return bot.Tenants{Memory: s.memory, Library: s.library, Load: reading}
}

// memorySuffix tells the memory of a tenant from its library. No library's name has its sign.
const memorySuffix = "#memory"

func (s *tenants) memory(tenant string) *store.Tenant { return s.db.Tenant(tenant + memorySuffix) }

// library opens the library of a tenant, once. A new one starts with its seeds. One that
// takes long keeps nobody waiting who wants another.
func (s *tenants) library(tenant string) (*answer.Library, error) {
	if s.shared != "" {
		tenant = s.shared
	}
	o := s.entry(tenant)
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.library != nil {
		return o.library, nil
	}
	place := s.db.Tenant(tenant)
	library, err := s.app.open(place)
	if err != nil {
		return nil, err
	}
	if err := s.app.seedIfNew(context.Background(), place, library); err != nil {
		return nil, err
	}
	o.library = library
	return library, nil
}

func (s *tenants) entry(name string) *opened {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.libraries[name] == nil {
		s.libraries[name] = &opened{}
	}
	return s.libraries[name]
}
