package bot

import (
	"context"
	"time"

	"verbatim/store"
)

// keepNoted is how long a note is kept after it was made last.
const keepNoted = 365 * 24 * time.Hour

// Note keeps something for a chat under a name in a tenant's memory, in the place of what
// was there. With an error it may be kept or not.
func (b *Bot) Note(ctx context.Context, tenant, name, value string) error {
	return b.write(ctx, tenant, func(tx *store.Tx) error {
		return keep(tx, noteKey+name, []byte(value), b.now(), keepNoted)
	})
}

// Noted returns what was kept under a name; empty where nothing is.
func (b *Bot) Noted(tenant, name string) (value string, err error) {
	err = b.tenants.Memory(tenant).View(func(tx *store.Tx) error {
		noted, _ := kept(tx, noteKey+name, b.now())
		value = string(noted)
		return nil
	})
	return value, err
}
