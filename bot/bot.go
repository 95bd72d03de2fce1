package bot

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"time"

	"verbatim/answer"
	"verbatim/bot/vitals"
	"verbatim/store"
)

const (
	quotesAPage   = 3
	articlesAPage = 10
	outletsShown  = 25

	// longestAsked is in bytes; more is a text, not a question. It leaves room in the
	// state of an action for the rest of what that says.
	longestAsked = 1200
)

// Bot answers messages. It may be used from many goroutines.
type Bot struct {
	// KeepQuestions is the most days for which what was asked is kept, whatever is set in a chat; 0 keeps nothing.
	KeepQuestions int
	// KeepAnswers is how long an answer is kept to be corrected, 30 days at most; 0 corrects none.
	KeepAnswers time.Duration

	Silence float64 // the score below which no answer is given, in the place of what is set in a chat; 0 leaves it to that

	log     *slog.Logger
	tenants Tenants
	now     func() time.Time
	limits  limits
	inbox   inbox
	keys    sync.Map // by tenant: what seals its states
	bells   bells
	pace    pace
	vitals  *vitals.Vitals
	marred  *rates // the lines of that
}

// New returns a bot that answers each tenant from its own articles.
func New(log *slog.Logger, tenants Tenants) *Bot {
	return &Bot{KeepQuestions: mostDays, KeepAnswers: keepSent, log: log, tenants: tenants, now: time.Now, limits: newLimits(), pace: usualPace, vitals: vitals.New(), marred: newRates(marredEvery, 1)}
}

// Vitals returns how well the bot is, to which those add that it is used by.
func (b *Bot) Vitals() *vitals.Vitals { return b.vitals }

// Handle returns what there is to say to m: the zero Reply when m is not meant for the
// bot, and never an error, since whatever goes wrong is said too, unless nobody spoke to it.
func (b *Bot) Handle(ctx context.Context, m Message) Reply {
	reply, err := b.respond(ctx, m)
	if err == nil {
		return reply
	}
	why := b.reason(ctx, m, err)
	if !m.Addressed {
		return Reply{}
	}
	return why.Reply()
}

// reason returns what a person is told of an error. The log is told of those that are no Refusal.
func (b *Bot) reason(ctx context.Context, m Message, err error) Refusal {
	if errors.Is(err, answer.ErrRemaking) {
		err = remaking
	}
	if refusal := Refusal(""); errors.As(err, &refusal) {
		vitals.Of(ctx).Count(vitals.Refusals)
		return refusal
	}
	b.log.ErrorContext(ctx, "no answer", "tenant", m.Tenant, "message", m.ID, "error", err)
	vitals.Of(ctx).Count(vitals.Failures)
	b.found(err)
	if errors.Is(err, store.ErrFull) {
		return noRoom
	}
	return Failed(ctx)
}

// found notes where an error is of damage to the database.
func (b *Bot) found(err error) {
	if errors.Is(err, store.ErrCorrupt) {
		b.vitals.Damaged()
	}
}

// A turn is a message being handled, with what is needed for that.
type turn struct {
	bot *Bot
	Message
	library  *answer.Library
	memory   *store.Tenant
	settings settings
	owner    string                  // for whom the answer was made that is talked about
	of       []string                // whose words are in what is asked
	left     []func(*store.Tx) error // what the turn leaves behind
}

func (b *Bot) respond(ctx context.Context, m Message) (Reply, error) {
	library, err := b.tenants.Library(m.Tenant)
	if err != nil {
		return Reply{}, err
	}
	m.Text = strings.TrimSpace(strings.ToValidUTF8(m.Text, "\uFFFD"))
	t, err := b.turn(m, library)
	if err != nil {
		return Reply{}, err
	}
	if heard, err := t.heard(); err != nil || !heard {
		return Reply{}, err
	}
	if tell, err := b.limits.check(m, b.now()); err != nil {
		if !tell {
			err = nil
		}
		return Reply{}, err
	}
	reply, err := t.complete(ctx)
	if err != nil {
		return Reply{}, err
	}
	return t.sealed(ctx, reply), nil
}

// silence returns the score below which no answer is given under some settings.
func (b *Bot) silence(s settings) float64 { return cmp.Or(b.Silence, cautions[s.Caution]) }

func (b *Bot) turn(m Message, library *answer.Library) (*turn, error) {
	memory := b.tenants.Memory(m.Tenant)
	s, err := b.settingsOf(memory)
	return &turn{bot: b, Message: m, library: library, memory: memory, settings: s, owner: m.User.ID, of: []string{m.User.ID}}, err
}

// heard reports whether the message is meant for the bot.
func (t *turn) heard() (bool, error) {
	switch {
	case t.Addressed:
		return true, nil
	case t.Forum != "":
		return t.mayAnswerUnasked()
	}
	return t.followsUp()
}

// run does what the message wants: the action it presses, the command it consists of, or
// else an answer to the question it asks.
func (t *turn) run(ctx context.Context) (Reply, error) {
	switch {
	case t.Action != nil:
		return t.press(ctx)
	case t.Claim:
		return t.findSource(ctx)
	case t.Load:
		return loadThis(t, ctx)
	case t.Forum != "" && !t.Addressed:
		return t.post(ctx)
	case !t.Addressed:
		return t.question(ctx, t.Text) // whatever it says, nobody told the bot to do it
	}
	if g, adds := t.addsIn(); adds {
		return t.obey(ctx, addCommand(), g, nil)
	}
	if c, g, err := commandIn(t.Text); c != nil || err != nil {
		return t.obey(ctx, c, g, err)
	}
	return t.question(ctx, t.Text)
}

// private reports whether a reply is for this person alone: when that was wanted, and
// when another's answer is talked about.
func (t *turn) private() bool { return t.Private || t.owner != t.User.ID }

// sealed seals the states of a reply's actions. Those that are too long for a chat are left
// out, and all where there is no key: the words are good without them.
func (t *turn) sealed(ctx context.Context, r Reply) Reply {
	key, err := t.bot.sealing(t.Tenant, t.memory)
	if err != nil {
		t.bot.log.ErrorContext(ctx, "an answer goes without actions", "tenant", t.Tenant, "message", t.ID, "error", err)
	}
	r.Actions = t.seals(key, r.Actions)
	for i, block := range r.Blocks {
		switch b := block.(type) {
		case Quotation:
			b.Actions = t.seals(key, b.Actions)
			r.Blocks[i] = b
		case List:
			for j := range b.Items {
				b.Items[j].Actions = t.seals(key, b.Items[j].Actions)
			}
		}
	}
	if r.Form != nil {
		sealed := t.seals(key, []Action{{Pressed: r.Form.Pressed}})
		if len(sealed) == 0 {
			return Failed(ctx).Reply()
		}
		r.Form.Pressed = sealed[0].Pressed
	}
	return r
}

func (t *turn) seals(key []byte, actions []Action) (sealed []Action) {
	for _, a := range actions {
		a.State = ticket{owner: t.User.ID, channel: t.Channel, thread: t.Thread, state: a.State}.of(t.of).seal(key, a.Name)
		if key != nil && len(a.State) <= longestState {
			sealed = append(sealed, a)
		}
	}
	return sealed
}
