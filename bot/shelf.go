package bot

import (
	"crypto/sha256"
	"encoding/base64"
	"time"

	"verbatim/store"
)

// keepShelved is how long a state stays on the shelf after it was put there last.
const keepShelved = 365 * 24 * time.Hour

// Shelve keeps the states of actions for a chat whose buttons carry less than a state, and
// returns a name of 22 letters, digits, - and _ for each, in their order. The same state
// has the same name.
func (b *Bot) Shelve(tenant string, states ...string) ([]string, error) {
	names := make([]string, len(states))
	now := b.now()
	err := b.tenants.Memory(tenant).Update(func(tx *store.Tx) error {
		chosen, err := b.settingsIn(tx)
		if err != nil {
			return err
		}
		for i, s := range states {
			sum := sha256.Sum256([]byte(s))
			names[i] = base64.RawURLEncoding.EncodeToString(sum[:16])
			if err := keep(tx, shelfKey+names[i], []byte(s), now, chosen.passing(keepShelved)); err != nil {
				return err
			}
		}
		return nil
	})
	return names, err
}

// Shelved returns the state that has a name; empty, which is no state, where none has.
func (b *Bot) Shelved(tenant, name string) (state string, err error) {
	err = b.tenants.Memory(tenant).View(func(tx *store.Tx) error {
		value, _ := kept(tx, shelfKey+name, b.now())
		state = string(value)
		return nil
	})
	return state, err
}
