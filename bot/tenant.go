package bot

import (
	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/store"
)

// Tenants gives what the bot has of each workspace, server or terminal: a place of its own
// in the store for what it remembers, which is there at once, and the articles that it
// answers from, which may take a while the first time.
type Tenants struct {
	Memory  func(tenant string) *store.Tenant
	Library func(tenant string) (*answer.Library, error)
	Load    func() load.Options // how what people send is read from now on; nil for the usual way

	Remembered func() ([]string, error) // the tenants of which something is remembered; nil where Sweep is not called

	Room func() (used, most int64) // the bytes that all tenants use of how many; nil, or none at most, where that is not known
}

func (t Tenants) reading() load.Options {
	if t.Load == nil {
		return load.Options{}
	}
	return t.Load()
}
