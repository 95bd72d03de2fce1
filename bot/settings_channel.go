package bot

import (
	"context"
	"encoding/json"

	"verbatim/store"
)

// What is set of a channel has a key of its own there.
const (
	unaskedKey     = settingKey + "unasked/"
	collectionsKey = settingKey + "in/"
)

// Listens reports whether messages that begin a conversation in a channel, and are not
// addressed to the bot, are to be handed to it: those of other channels need not be.
func (b *Bot) Listens(tenant, channel string) bool {
	t := &turn{bot: b, Message: Message{Tenant: tenant, Channel: channel}, memory: b.tenants.Memory(tenant)}
	may, err := t.mayAnswerUnasked()
	if err != nil {
		b.log.Error("whether to listen is not known", "tenant", tenant, "error", err)
	}
	return may
}

// mayAnswerUnasked reports whether the bot answers what people begin a conversation with
// in the channel, without being spoken to.
func (t *turn) mayAnswerUnasked() (may bool, err error) {
	err = t.memory.View(func(tx *store.Tx) error {
		may = string(tx.Get([]byte(unaskedKey+t.Channel))) == on
		return nil
	})
	return may, err
}

func (t *turn) setUnasked(ctx context.Context, to string) error {
	return t.bot.write(ctx, t.Tenant, func(tx *store.Tx) error { return tx.Put([]byte(unaskedKey+t.Channel), []byte(to)) })
}

// collections returns the collections that the channel is answered from; none means all articles.
func (t *turn) collections() (names []string, err error) {
	err = t.memory.View(func(tx *store.Tx) error {
		if value := tx.Get([]byte(collectionsKey + t.Channel)); value != nil {
			return readSetting(value, &names)
		}
		return nil
	})
	return names, err
}

// setCollections has the channel answered from some collections alone; without any, from all articles.
func (t *turn) setCollections(ctx context.Context, names []string) error {
	value, err := json.Marshal(names)
	if err != nil {
		return err
	}
	return t.bot.write(ctx, t.Tenant, func(tx *store.Tx) error {
		if len(names) == 0 {
			return tx.Delete([]byte(collectionsKey + t.Channel))
		}
		return tx.Put([]byte(collectionsKey+t.Channel), value)
	})
}
