package bot

import (
	"context"
	"errors"
	"time"

	"github.com/cenkalti/backoff/v5"
	"golang.org/x/time/rate"

	"verbatim/answer"
	"verbatim/store"
)

// Errand is something the bot has to say without being asked just now: an answer to what it
// could not answer before, or a correction of what it answered.
type Errand struct {
	ID    string // the same each time the same errand is run, for a chat to send it once
	Place string // where: the Place of the Message that is answered now
	Sent  string // what is to be changed: as Sent was told of it; empty for a new post at Place
	Reply Reply
}

// Hopeless is an error of an errand that cannot be run, now or later: the channel is gone, say.
type Hopeless struct{ Cause error }

func (h Hopeless) Error() string { return "it cannot be said: " + h.Cause.Error() }

func (h Hopeless) Unwrap() error { return h.Cause }

// pace is how fast errands are run, and how soon again.
type pace struct {
	every       rate.Limit
	burst       int
	first, most time.Duration // how long one that failed waits to be run again
	review      time.Duration // how long a review that could not be made waits to be tried again
}

// usualPace keeps well below what the chats let a bot post and edit in one channel.
var usualPace = pace{rate.Every(time.Second), 3, 5 * time.Second, 10 * time.Minute, time.Minute}

// attendant runs the errands of one tenant.
type attendant struct {
	bot     *Bot
	tenant  string
	library *answer.Library
	memory  *store.Tenant
	do      func(context.Context, Errand) error
	limit   *rate.Limiter
	late    map[string]*retry // by the id of an errand that failed
	done    map[string]bool   // the ids of those that are done, or hopeless, and could not be settled yet
}

type retry struct {
	after   time.Time
	backoff *backoff.ExponentialBackOff
}

// Attend runs the errands of a tenant until ctx ends: it looks whenever the articles change,
// and at first, and has do say each, one after the other. An errand that do has done, or
// that is Hopeless, is settled; with any other error, and after a panic, it is run again
// later, also after a restart. A tenant is attended once at a time.
func (b *Bot) Attend(ctx context.Context, tenant string, do func(context.Context, Errand) error) {
	for ctx.Err() == nil {
		err := Safely(ctx, b.log, func() error { return b.attend(ctx, tenant, do) }, "tenant", tenant)
		if err != nil {
			b.log.ErrorContext(ctx, "no errands for now", "tenant", tenant, "error", err)
			rest(ctx, nil, b.pace.review)
		}
	}
}

func (b *Bot) attend(ctx context.Context, tenant string, do func(context.Context, Errand) error) error {
	library, err := b.tenants.Library(tenant)
	if err != nil {
		return err
	}
	a := &attendant{b, tenant, library, b.tenants.Memory(tenant), do, rate.NewLimiter(b.pace.every, b.pace.burst), map[string]*retry{}, map[string]bool{}}
	a.attend(ctx)
	return nil
}

func (a *attendant) attend(ctx context.Context) {
	bell, down := a.bot.bells.hang(a.library)
	defer down()
	for ctx.Err() == nil {
		wait, err := a.step(ctx)
		if err != nil && ctx.Err() == nil {
			a.bot.log.ErrorContext(ctx, "errands wait", "tenant", a.tenant, "error", err)
			wait = a.bot.pace.review
		}
		rest(ctx, bell, wait)
	}
}

// rest waits for a while, for the bell or for ctx to end, whichever comes first.
func rest(ctx context.Context, bell <-chan struct{}, wait time.Duration) {
	if wait == 0 {
		return
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-bell:
	case <-timer.C:
	}
}

// idle is how long nothing is looked for where nothing is to do, and no bell rings.
const idle = time.Hour

// step makes the review that is due, runs one errand that is due, and returns how long to
// wait for the next.
func (a *attendant) step(ctx context.Context) (wait time.Duration, err error) {
	if err := a.reviewIfChanged(ctx); err != nil {
		return 0, err
	}
	e, wait, err := a.next(ctx)
	if err != nil || e == nil {
		return wait, err
	}
	if err := a.limit.Wait(ctx); err != nil {
		return 0, err
	}
	return 0, a.run(ctx, *e)
}

// next returns the first errand that is due; nil where none is, and how long to wait then.
func (a *attendant) next(ctx context.Context) (*stored[errand], time.Duration, error) {
	wait, now := idle, a.bot.now()
	for e, err := range each[errand](ctx, a.bot, a.memory, errandKey, errandKey) {
		if err != nil {
			return nil, 0, err
		}
		late := a.late[e.is.ID]
		if late == nil || !late.after.After(now) {
			return &e, 0, nil
		}
		wait = min(wait, late.after.Sub(now))
	}
	return nil, wait, nil
}

// run has an errand done. One that fails is put off; what is settled is taken out, unless
// another has taken its place meanwhile. While that fails, as on a full disk, it is not done again.
func (a *attendant) run(ctx context.Context, e stored[errand]) error {
	if !a.done[e.is.ID] && !a.attempt(ctx, e) {
		return nil
	}
	a.done[e.is.ID] = true
	err := a.bot.write(context.WithoutCancel(ctx), a.tenant, func(tx *store.Tx) error { return settle(tx, e, a.bot.now()) })
	if err == nil {
		delete(a.late, e.is.ID)
		delete(a.done, e.is.ID)
	}
	return err
}

// attempt has an errand done, and reports whether it is now, or never will be.
func (a *attendant) attempt(ctx context.Context, e stored[errand]) (settled bool) {
	err := Safely(ctx, a.bot.log, func() error { return a.say(ctx, e) }, "tenant", a.tenant, "errand", e.is.ID)
	var hopeless Hopeless
	switch {
	case err == nil:
	case errors.As(err, &hopeless):
		a.bot.log.WarnContext(ctx, "an errand is given up", "tenant", a.tenant, "errand", e.is.ID, "error", err)
	default:
		if ctx.Err() == nil {
			a.putOff(e.is.ID)
			a.bot.log.WarnContext(ctx, "an errand is put off", "tenant", a.tenant, "errand", e.is.ID, "error", err)
		}
		return false
	}
	return true
}

func settle(tx *store.Tx, e stored[errand], now time.Time) error {
	if is, ok := keptAs[errand](tx, e.key, now); ok && is != e.is {
		return nil
	}
	return drop(tx, e.key)
}

func (a *attendant) putOff(id string) {
	r := a.late[id]
	if r == nil {
		pace := a.bot.pace
		r = &retry{backoff: &backoff.ExponentialBackOff{InitialInterval: pace.first, MaxInterval: pace.most,
			RandomizationFactor: backoff.DefaultRandomizationFactor, Multiplier: backoff.DefaultMultiplier}}
		r.backoff.Reset()
		a.late[id] = r
	}
	r.after = a.bot.now().Add(r.backoff.NextBackOff())
}
