package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"verbatim/answer/text"
	"verbatim/store"
)

// settings are what those who look after the bot may choose for their tenant.
type settings struct {
	Keepers     []Mention   `json:"keepers,omitempty"`   // who look after it besides the chat's admins
	FollowUps   string      `json:"followUps"`           // one of followUpsTo
	Languages   []text.Lang `json:"languages,omitempty"` // of the articles that are quoted; none means all
	Quotes      int         `json:"quotes"`              // on a page
	Caution     string      `json:"caution"`             // one of cautions
	Private     bool        `json:"private"`             // who mentions the bot is answered alone
	Questions   int         `json:"questions"`           // for how many days what was asked is kept
	AnswerLater bool        `json:"answerLater"`         // what found nothing is answered once articles do
	Corrections bool        `json:"corrections"`         // answers are corrected whose quotes no longer stand

	sent time.Duration // for how long an answer is kept to be corrected, which the operator chooses
}

// settingsKey holds the settings of a tenant; those of a channel have keys of their own.
const settingsKey = settingKey + "all"

// firstSettings are what holds until something else is chosen.
var firstSettings = settings{FollowUps: toAsker, Quotes: quotesAPage, Caution: usual, Questions: 90, AnswerLater: true, Corrections: true}

// chosenIn reads what a tenant chose.
func chosenIn(tx *store.Tx) (s settings, err error) {
	s = firstSettings
	if before := tx.Get([]byte(settingKey + followUps)); before != nil {
		s.FollowUps = string(before) // as it was kept before there were others
	}
	if value := tx.Get([]byte(settingsKey)); value != nil {
		err = readSetting(value, &s)
	}
	return s, err
}

// readSetting reads what was set. Where that is damaged it is not known what is to hold, and nothing does.
func readSetting(value []byte, into any) error {
	if json.Unmarshal(value, into) != nil {
		return fmt.Errorf("the settings cannot be read: verbatim check --repair goes back to the first ones (%w)", store.ErrCorrupt)
	}
	return nil
}

// settingsIn reads what holds for a tenant: what it chose, and no more than the operator lets it keep.
func (b *Bot) settingsIn(tx *store.Tx) (settings, error) {
	s, err := chosenIn(tx)
	return b.bounded(s), err
}

func (b *Bot) bounded(s settings) settings {
	s.Questions = min(s.Questions, max(b.KeepQuestions, 0))
	s.sent = min(keepSent, max(b.KeepAnswers, 0))
	s.Corrections = s.Corrections && s.sent > 0
	return s
}

// settingsOf is settingsIn where no transaction is open.
func (b *Bot) settingsOf(memory *store.Tenant) (s settings, err error) {
	err = memory.View(func(tx *store.Tx) error {
		s, err = b.settingsIn(tx)
		return err
	})
	return s, err
}

// passing returns how long is kept what holds words of a question only for a conversation to
// go on: so long at most, and no longer than questions are kept.
func (s settings) passing(long time.Duration) time.Duration {
	return min(long, max(days(s.Questions), keepPassing))
}

// choose changes the settings by f and has them on disk, for this turn and those that follow.
func (t *turn) choose(ctx context.Context, f func(*settings)) error {
	var chosen settings
	err := t.bot.write(ctx, t.Tenant, func(tx *store.Tx) (err error) {
		if chosen, err = chosenIn(tx); err != nil {
			return err
		}
		f(&chosen)
		value, err := json.Marshal(chosen)
		if err != nil {
			return err
		}
		return tx.Put([]byte(settingsKey), value)
	})
	if err == nil {
		t.settings = t.bot.bounded(chosen)
	}
	return err
}
