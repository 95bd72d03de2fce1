package bot

import (
	"verbatim/answer"
	"verbatim/store"
)

// Tenant is what the bot has of a workspace, a server or a terminal: the articles that
// it answers from, and a place of its own in the store for what it remembers.
type Tenant struct {
	Library *answer.Library
	Memory  *store.Tenant
}
