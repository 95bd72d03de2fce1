package bot

import (
	"context"
	"time"

	"verbatim/store"
)

// keepNoted is how long a note is kept after it was made last.
const keepNoted = 365 * 24 * time.Hour

// Note keeps something for a chat under a name in a tenant's memory, in the place of what
// was there, for a year. It is for what holds no words of a person. With an error it may be
// kept or not.
func (b *Bot) Note(ctx context.Context, tenant, name, value string) error {
	return b.note(ctx, tenant, name, value, func(settings) time.Duration { return keepNoted })
}

// NoteForNow is Note for what is of use while a message may wait to be answered: it is kept
// for a day, and for an hour where nothing that people ask is to be kept.
func (b *Bot) NoteForNow(ctx context.Context, tenant, name, value string) error {
	return b.note(ctx, tenant, name, value, func(s settings) time.Duration { return s.passing(keepWaiting) })
}

func (b *Bot) note(ctx context.Context, tenant, name, value string, long func(settings) time.Duration) error {
	return b.write(ctx, tenant, func(tx *store.Tx) error {
		s, err := b.settingsIn(tx)
		if err != nil {
			return err
		}
		return keep(tx, noteKey+name, []byte(value), b.now(), long(s))
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
