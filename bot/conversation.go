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
	Shown    int      `json:"shown"`             // how many of the quotes that answer it
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
	whole, follows, err := t.library.Follow(before.Asked, asked, before.Speaker)
	if err != nil {
		return Reply{}, err
	}
	switch {
	case !follows || len(whole) > longestAsked:
		return t.asItStands(ctx, asked)
	case plainly(whole) == plainly(before.Asked):
		return t.furtherOn(ctx, before)
	}
	return t.asAWhole(ctx, whole, asked)
}

// plainly returns a question without what makes no other of it.
func plainly(q string) string { return strings.ToLower(strings.Trim(q, "¿?¡!. ")) }

func (t *turn) asItStands(ctx context.Context, asked string) (Reply, error) {
	a, err := t.find(ctx, asked, 0)
	switch {
	case err != nil || !t.speaksTo(a, false):
		return Reply{}, err
	case a.Courtesy:
		return t.sayAnswer(a, 0), nil
	}
	t.remember(ctx, asked, a, 0)
	return t.sayAnswer(a, 0), nil
}

// furtherOn answers "what else?": with the quotes behind those that were shown.
func (t *turn) furtherOn(ctx context.Context, before conversation) (Reply, error) {
	a, err := t.find(ctx, before.Asked, before.Shown)
	if err != nil || !t.speaksTo(a, true) {
		return Reply{}, err
	}
	t.remember(ctx, before.Asked, a, before.Shown)
	return t.sayAnswer(a, before.Shown), nil
}

// asAWhole answers a follow-up as what it means with the question before. Where the
// articles do not answer that, its own words may still find something.
func (t *turn) asAWhole(ctx context.Context, whole, asked string) (Reply, error) {
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
		if !alone.Abstained() && holdsAny(whole, alone.Sought) {
			a, said = alone, readAsButAlone
		}
	}
	if !t.speaksTo(a, true) {
		return Reply{}, nil
	}
	t.remember(ctx, whole, a, 0)
	r := t.sayAnswer(a, 0)
	r.Blocks = append([]Block{Paragraph(fmt.Sprintf(said, whole))}, r.Blocks...)
	return r, nil
}

// holdsAny reports whether a question holds one of some words: with none of a follow-up's
// own, such as those of "tell me more", it adds nothing that can be found alone.
func holdsAny(question string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(question, w) })
}

// speaksTo reports whether there is something to say to a question. One that was not
// addressed to the bot may be meant for somebody else: that it has no answer is then only
// told where it is written as a question about something.
func (t *turn) speaksTo(a *answer.Answer, follows bool) bool {
	if t.Addressed || !a.Abstained() {
		return true
	}
	return !a.Courtesy && strings.Contains(t.Text, "?") && (follows || len(a.Sought) > 1)
}

// find asks for the page of quotes that follows the first `after`, and for one quote
// more, to know whether there is a next page.
func (t *turn) find(ctx context.Context, asked string, after int) (*answer.Answer, error) {
	return t.library.Ask(ctx, answer.Question{Text: asked, Limit: after + quotesAPage + 1})
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
	if a.Abstained() {
		r.Blocks, r.Actions = sayNoSource(a).Blocks, sayNoSource(a).Actions
	}
	if claim != t.Text {
		r.Blocks = append([]Block{Paragraph(beginningOnly)}, r.Blocks...)
	}
	return r, nil
}

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
	to, err := t.followUps()
	if err != nil || to == toMentions || to == toAsker && !slices.Contains(c.Answered, t.User.ID) {
		return false, err
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

// remember keeps what was now asked in the conversation, and the page of its answer that
// is shown. Without it the answer is as good, and only the next question lacks something.
func (t *turn) remember(ctx context.Context, asked string, a *answer.Answer, after int) {
	now := t.bot.now()
	err := t.bot.write(ctx, t.Tenant, func(tx *store.Tx) error {
		c := t.conversation(tx)
		c.add(t.Message, asked, a, after)
		value, err := json.Marshal(c)
		if err != nil {
			return err
		}
		return keep(tx, t.conversationName(), value, now, keepConversation)
	})
	if err != nil {
		t.bot.log.Error("a question is answered, but not remembered", "tenant", t.Tenant, "message", t.ID, "error", err)
	}
}

// mostAnswered is how many people are remembered of a conversation, the last ones.
const mostAnswered = 100

func (c *conversation) add(m Message, asked string, a *answer.Answer, after int) {
	c.Asked, c.Shown, c.Speaker = asked, after+quotesAPage, ""
	if len(a.Quotes) > 0 {
		c.Speaker = a.Quotes[0].Speaker.Of(a.Quotes[0].Article.Text)
	}
	if !slices.Contains(c.Answered, m.User.ID) {
		c.Answered = append(c.Answered, m.User.ID)
		c.Answered = c.Answered[max(0, len(c.Answered)-mostAnswered):]
	}
	if c.Unasked++; m.Addressed {
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
