package bot

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"verbatim/answer"
	"verbatim/store"
)

// A conversation is what the bot remembers of a thread, or of a person in a channel.
type conversation struct {
	Asked    string   `json:"asked"`             // the last question, as a whole
	Of       []string `json:"of,omitempty"`      // the people whose words are in it
	Shown    int      `json:"shown"`             // how many of the quotes that answer it
	Speaker  string   `json:"speaker,omitempty"` // who was quoted first
	Answered []string `json:"answered"`          // the people whom the bot has answered
	Unasked  int      `json:"unasked,omitempty"` // how often since it was last spoken to

	At time.Time `json:"at,omitzero"` // when that was asked; none in what is older
}

// mostUnasked is how often the bot answers in a thread without being spoken to, so that
// nothing can keep it talking.
const mostUnasked = 30

// followsUp reports whether a message that was not addressed to the bot asks it again
// nevertheless: in a thread where it answered, by one whom it is set to answer there.
func (t *turn) followsUp() (bool, error) {
	if t.Thread == "" || t.Others || t.Action != nil || len(t.Text) > longestAsked || strings.HasPrefix(t.Text, "/") {
		return false, nil
	}
	c, err := t.recall()
	if err != nil || len(c.Answered) == 0 || c.Unasked >= mostUnasked {
		return false, err
	}
	to := t.settings.FollowUps
	if to == toMentions || to == toAsker && !slices.Contains(c.Answered, t.User.ID) {
		return false, nil
	}
	return t.library.Asks(t.Text)
}

// recall returns what is remembered of the conversation, or the zero conversation.
func (t *turn) recall() (c conversation, err error) {
	err = t.memory.View(func(tx *store.Tx) error {
		c = t.conversation(tx)
		return nil
	})
	return c, err
}

// conversation reads what is remembered; what cannot be read is as good as forgotten.
func (t *turn) conversation(tx *store.Tx) (c conversation) {
	value, ok := kept(tx, t.conversationName(), t.bot.now())
	if ok && json.Unmarshal(value, &c) != nil {
		return conversation{}
	}
	return c
}

// remember leaves behind what was now asked in the conversation, and the page of its
// answer that is shown.
func (t *turn) remember(asked string, a *answer.Answer, after int) {
	now, name := t.bot.now(), t.conversationName()
	t.leave(func(tx *store.Tx) error {
		s, err := t.bot.settingsIn(tx)
		if err != nil {
			return err
		}
		c := t.conversation(tx)
		c.At = now
		c.add(t, asked, a, after)
		value, err := json.Marshal(c)
		if err != nil {
			return err
		}
		return keep(tx, name, value, now, s.passing(keepConversation))
	})
}

// leave has something written with all else that this turn leaves behind, at its end.
func (t *turn) leave(f func(*store.Tx) error) { t.left = append(t.left, f) }

// leaves writes what the turn leaves behind, in one transaction. Without it the answer is
// as good, and only what follows lacks something.
func (t *turn) leaves(ctx context.Context) {
	if len(t.left) == 0 {
		return
	}
	err := t.bot.write(ctx, t.Tenant, func(tx *store.Tx) error {
		for _, f := range t.left {
			if err := f(tx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.bot.log.ErrorContext(ctx, "a question is answered, but not remembered", "tenant", t.Tenant, "message", t.ID, "error", err)
	}
}

// mostAnswered is how many people are remembered of a conversation, the last ones.
const mostAnswered = 100

func (c *conversation) add(t *turn, asked string, a *answer.Answer, after int) {
	c.Asked, c.Of, c.Shown, c.Speaker = asked, t.of, max(after+t.settings.Quotes, pageEnd(a, after, t.settings.Quotes)), ""
	if len(a.Quotes) > 0 {
		c.Speaker = a.Quotes[0].Speaker.Of(a.Quotes[0].Article.Text)
	}
	if !slices.Contains(c.Answered, t.User.ID) {
		c.Answered = append(c.Answered, t.User.ID)
		c.Answered = c.Answered[max(0, len(c.Answered)-mostAnswered):]
	}
	if c.Unasked++; t.Addressed {
		c.Unasked = 0
	}
}

// conversationName names the thread. Where there is none, and for what is said to one
// person alone, it names the person there.
func (t *turn) conversationName() string {
	person := ""
	if t.Thread == "" || t.private() {
		person = t.User.ID
	}
	return conversationKey + hashed(t.Channel, t.Thread, person)
}

// hashed returns letters for some texts, of the same length for all.
func hashed(parts ...string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", parts))
	return base64.RawURLEncoding.EncodeToString(sum[:16])
}
