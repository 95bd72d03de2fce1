package main

import (
	"context"
	"sync"

	"verbatim/answer"
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
	libraries map[string]*answer.Library
}

func (a *app) tenants(db *store.DB, shared string) *tenants {
	return &tenants{app: a, db: db, shared: shared, libraries: map[string]*answer.Library{}}
}

// memoryOf returns the name under which the bot keeps what it remembers of a tenant:
// none that a library can have, since that would be taken for one.
func memoryOf(tenant string) string { return tenant + "#memory" }

// open returns a tenant. A new library starts with its seeds.
func (s *tenants) open(name string) (bot.Tenant, error) {
	library, err := s.library(name)
	return bot.Tenant{Library: library, Memory: s.db.Tenant(memoryOf(name))}, err
}

func (s *tenants) library(name string) (*answer.Library, error) {
	if s.shared != "" {
		name = s.shared
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if library := s.libraries[name]; library != nil {
		return library, nil
	}
	tenant := s.db.Tenant(name)
	library, err := answer.Open(tenant)
	if err != nil {
		return nil, err
	}
	if err := s.app.seedIfNew(context.Background(), tenant, library); err != nil {
		return nil, err
	}
	s.libraries[name] = library
	return library, nil
}
