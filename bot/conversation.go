package bot

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"verbatim/answer"
	"verbatim/store"
)

// A conversation is what the bot remembers of a thread, or of a person in a channel.
type conversation struct {
	Asked    string   `json:"asked"`             // the last question, as a whole
	Speaker  string   `json:"speaker,omitempty"` // who was quoted first
	Answered []string `json:"answered"`          // the people whom the bot has answered
	Unasked  int      `json:"unasked,omitempty"` // how often since it was last spoken to
}

// mostUnasked is how often the bot answers in a thread without being spoken to, so that
// nothing can keep it talking.
const mostUnasked = 30

// question answers a question, which may follow up the one before.
func (t *turn) question(ctx context.Context, asked string) (Reply, error) {
	if len(asked) > longestAsked {
		return Reply{}, tooLong
	}
	before, err := t.recall()
	if err != nil {
		return Reply{}, err
	}
	whole, follows, err := t.Library.Follow(before.Asked, asked, before.Speaker)
	if err != nil {
		return Reply{}, err
	}
	if !follows || len(whole) > longestAsked {
		return t.asItStands(ctx, before, asked)
	}
	return t.asAWhole(ctx, before, whole, asked)
}

func (t *turn) asItStands(ctx context.Context, before conversation, asked string) (Reply, error) {
	a, err := t.find(ctx, asked, 0)
	switch {
	case err != nil || a.Courtesy && !t.Addressed:
		return Reply{}, err
	case a.Courtesy:
		return t.sayAnswer(a, 0), nil
	}
	return t.sayAnswer(a, 0), t.remember(ctx, before, asked, a)
}

// asAWhole answers a follow-up as what it means with the question before. Where the
// articles do not answer that, it may still be answered as it stands.
func (t *turn) asAWhole(ctx context.Context, before conversation, whole, asked string) (Reply, error) {
	said := readAs
	a, err := t.find(ctx, whole, 0)
	if err != nil {
		return Reply{}, err
	}
	if a.Abstained() {
		alone, err := t.find(ctx, asked, 0)
		if err != nil {
			return Reply{}, err
		}
		if !alone.Abstained() {
			a, said = alone, readAsButAlone
		}
	}
	r := t.sayAnswer(a, 0)
	r.Blocks = append([]Block{Paragraph(fmt.Sprintf(said, whole))}, r.Blocks...)
	return r, t.remember(ctx, before, whole, a)
}

// find asks for the page of quotes that follows the first `after`, and for one quote
// more, to know whether there is a next page.
func (t *turn) find(ctx context.Context, asked string, after int) (*answer.Answer, error) {
	return t.Library.Ask(ctx, answer.Question{Text: asked, Limit: after + quotesAPage + 1})
}

// findSource looks for what somebody claims. Of a long text it takes the beginning, and says so.
func (t *turn) findSource(ctx context.Context) (Reply, error) {
	claim := t.Text
	if len(claim) > longestAsked {
		claim = strings.ToValidUTF8(claim[:longestAsked], "")
	}
	a, err := t.find(ctx, claim, 0)
	if err != nil {
		return Reply{}, err
	}
	r := t.sayAnswer(a, 0)
	if claim != t.Text {
		r.Blocks = append([]Block{Paragraph(beginningOnly)}, r.Blocks...)
	}
	return r, nil
}

// followsUp reports whether a message that was not addressed to the bot asks it again
// nevertheless: in a thread where it answered, by one whom it is set to answer there.
func (t *turn) followsUp() (bool, error) {
	if t.Thread == "" || t.Others || t.Action != nil {
		return false, nil
	}
	c, err := t.recall()
	if err != nil || len(c.Answered) == 0 || c.Unasked >= mostUnasked {
		return false, err
	}
	to, err := t.followUps()
	if err != nil || to == toMentions || to == toAsker && !slices.Contains(c.Answered, t.User.ID) {
		return false, err
	}
	return t.Library.Asks(t.Text)
}

// recall returns what is remembered of the conversation, or the zero conversation; what
// cannot be read is as good as forgotten.
func (t *turn) recall() (c conversation, err error) {
	err = t.Memory.View(func(tx *store.Tx) error {
		value, ok := kept(tx, t.conversationKey(), t.bot.now())
		if ok && json.Unmarshal(value, &c) != nil {
			c = conversation{}
		}
		return nil
	})
	return c, err
}

// remember keeps a conversation with the question that was now asked, and its answer.
func (t *turn) remember(ctx context.Context, c conversation, asked string, a *answer.Answer) error {
	c.Asked, c.Speaker = asked, ""
	if len(a.Quotes) > 0 {
		c.Speaker = a.Quotes[0].Speaker.Of(a.Quotes[0].Article.Text)
	}
	if !slices.Contains(c.Answered, t.User.ID) {
		c.Answered = append(c.Answered, t.User.ID)
	}
	if c.Unasked++; t.Addressed {
		c.Unasked = 0
	}
	value, err := json.Marshal(c)
	if err != nil {
		return err
	}
	now := t.bot.now()
	return t.bot.write(ctx, t.Message.Tenant, func(tx *store.Tx) error {
		return keep(tx, t.conversationKey(), value, now, keepConversation)
	})
}

// conversationKey names the thread, or where there is none the person in the channel.
func (t *turn) conversationKey() string {
	person := t.User.ID
	if t.Thread != "" {
		person = ""
	}
	return conversationKey + hashed(t.Channel, t.Thread, person)
}

// hashed returns letters for some texts, of the same length for all.
func hashed(parts ...string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", parts))
	return base64.RawURLEncoding.EncodeToString(sum[:16])
}
