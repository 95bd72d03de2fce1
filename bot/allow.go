package bot

import (
	"errors"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// How often the bot answers. A person types no faster than this; a tenant may ask as
// much as a chat hands over, some 30,000 events an hour, and a good deal at once.
const (
	personEvery = time.Second
	personBurst = 60
	tenantEvery = time.Second / 20
	tenantBurst = 5000
	refuseEvery = 10 * time.Second // and the person is told so no oftener than this
	refuseBurst = 3
)

// rates counts how often something happens, for each of many.
type rates struct {
	every time.Duration
	burst int
	mu    sync.Mutex
	of    map[string]*rate.Limiter
}

func newRates(every time.Duration, burst int) *rates {
	return &rates{every: every, burst: burst, of: map[string]*rate.Limiter{}}
}

// crowd is how many are counted before those that have long done nothing are let go.
const crowd = 10_000

// allow reports whether it may happen once more for someone.
func (r *rates) allow(someone string, now time.Time) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	l := r.of[someone]
	if l == nil {
		if len(r.of) >= crowd {
			r.letGo(now)
		}
		l = rate.NewLimiter(rate.Every(r.every), r.burst)
		r.of[someone] = l
	}
	return l.AllowN(now, 1)
}

// letGo drops those who could do as much as one who was never counted.
func (r *rates) letGo(now time.Time) {
	for someone, l := range r.of {
		if l.TokensAt(now) >= float64(r.burst) {
			delete(r.of, someone)
		}
	}
}

// limits are the rates of a bot.
type limits struct{ person, tenant, refusal *rates }

func newLimits() limits {
	return limits{newRates(personEvery, personBurst), newRates(tenantEvery, tenantBurst), newRates(refuseEvery, refuseBurst)}
}

// Refuse reports whether a message comes too soon after others of its tenant, and returns
// what there is to say then. Handle does so too: this is for a chat that has to find out at
// some cost who answers a message, before it does.
func (b *Bot) Refuse(m Message) (r Reply, refused bool) {
	tell, err := b.limits.check(m, b.now())
	if why := Refusal(""); tell && errors.As(err, &why) {
		r = why.Reply()
	}
	return r, err != nil
}

// check returns a Refusal where a message comes too soon after others; tell reports
// whether it is time for the person to hear that again.
func (l *limits) check(m Message, now time.Time) (tell bool, err error) {
	person := m.Tenant + "\x00" + m.User.ID
	switch {
	case !l.person.allow(person, now):
		err = tooOften
	case !l.tenant.allow(m.Tenant, now):
		err = tooMany
	default:
		return false, nil
	}
	return l.refusal.allow(person, now), err
}
