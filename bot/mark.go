package bot

import (
	"context"
	"encoding/json"
	"time"

	"verbatim/store"
)

// A mark is what a person thought of an answer.
type mark struct {
	Asked   string    `json:"asked"`
	Of      []string  `json:"of,omitempty"` // the people whose words are in that; in what is older nobody is noted
	After   int       `json:"after,omitempty"`
	Helpful bool      `json:"helpful"`
	At      time.Time `json:"at"`
}

// mark keeps what a person thinks of an answer, in the place of what the same person
// thought of it before.
func (t *turn) mark(ctx context.Context, state string, helpful bool) (Reply, error) {
	p, err := pageOf(state)
	if err != nil {
		return Reply{}, err
	}
	now := t.bot.now()
	value, err := json.Marshal(mark{p.asked, t.of, p.after, helpful, now})
	if err != nil {
		return Reply{}, err
	}
	key := feedbackKey + t.User.ID + "/" + hashed(state)
	err = t.bot.write(ctx, t.Tenant, func(tx *store.Tx) error {
		s, err := t.bot.settingsIn(tx)
		if err != nil {
			return err
		}
		if s.Questions == 0 {
			return nothingKept
		}
		return keep(tx, key, value, now, days(s.Questions))
	})
	if err != nil {
		return Reply{}, err
	}
	said := Paragraph(thanksHelpful)
	if !helpful {
		said = thanksUnhelpful
	}
	return Reply{Blocks: []Block{said}, Private: true}, nil
}
