package bot

import (
	"context"
	"slices"
	"strings"

	"verbatim/store"
)

func settingCommands() []Command {
	return []Command{
		{Name: followUps, About: "whose further questions I answer without a mention: asker, everyone or mention",
			Options: []Option{{Name: "whose", About: "asker, everyone or mention", Kind: Words, Choices: followUpsTo, Bare: true}}, run: setFollowUps},
		{Name: unasked, About: "whether I answer new posts of this channel, where the articles do",
			Options: []Option{{Name: "answer", About: "on or off", Kind: Words, Choices: []string{on, off}, Bare: true}}, run: setUnasked},
	}
}

// mustKeep returns a Refusal unless the person may change what concerns everybody.
func (t *turn) mustKeep(ctx context.Context) error {
	if t.User.Admin == nil {
		return forKeepers
	}
	keeper, err := t.User.Admin(ctx)
	if err == nil && !keeper {
		return forKeepers
	}
	return err
}

// unasked is a setting of a channel: whether the bot answers what people begin a
// conversation with there, without being spoken to.
const (
	unasked = "unasked"
	on      = "on"
	off     = "off"
)

func setUnasked(t *turn, _ context.Context, g given) (Reply, error) {
	to := strings.ToLower(g["answer"])
	if to == "" {
		may, err := t.mayAnswerUnasked()
		if to = off; may {
			to = on
		}
		return Reply{Blocks: []Block{Paragraph(unaskedNow[to])}, Private: true}, err
	}
	if unaskedNow[to] == "" {
		return Reply{}, noSuchUnasked
	}
	err := t.memory.Update(func(tx *store.Tx) error { return tx.Put(t.unaskedKey(), []byte(to)) })
	return Reply{Blocks: []Block{Paragraph(unaskedNow[to])}, Private: true}, err
}

func (t *turn) unaskedKey() []byte { return []byte(settingKey + unasked + "/" + t.Channel) }

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

// mayAnswerUnasked returns the setting for the channel of the message.
func (t *turn) mayAnswerUnasked() (may bool, err error) {
	err = t.memory.View(func(tx *store.Tx) error {
		may = string(tx.Get(t.unaskedKey())) == on
		return nil
	})
	return may, err
}

// followUps is a setting: to whom the bot answers in its own threads without being spoken to.
const (
	followUps  = "follow-ups"
	toAsker    = "asker"
	toEveryone = "everyone"
	toMentions = "mention"
)

// followUpsTo are the values of followUps, the one that holds unless it is set first.
var followUpsTo = []string{toAsker, toEveryone, toMentions}

func setFollowUps(t *turn, _ context.Context, g given) (Reply, error) {
	to := strings.ToLower(g["whose"])
	if to == "" {
		to, err := t.followUps()
		return Reply{Blocks: []Block{Paragraph(followUpsNow[to])}, Private: true}, err
	}
	if !slices.Contains(followUpsTo, to) {
		return Reply{}, noSuchFollowUps
	}
	err := t.memory.Update(func(tx *store.Tx) error { return tx.Put([]byte(settingKey+followUps), []byte(to)) })
	return Reply{Blocks: []Block{Paragraph(followUpsNow[to])}, Private: true}, err
}

// followUps returns the setting.
func (t *turn) followUps() (to string, err error) {
	err = t.memory.View(func(tx *store.Tx) error {
		to = string(tx.Get([]byte(settingKey + followUps)))
		return nil
	})
	if to == "" {
		to = toAsker
	}
	return to, err
}
