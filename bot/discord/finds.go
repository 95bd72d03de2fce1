package discord

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/time/rate"
)

// Only by asking in each server for a person does the bot learn which they share. Discord
// takes 50 requests a second of a bot, and most of them are for answers: so this may use a
// fifth of them, whoever writes how often, but a few servers are asked without waiting.
const (
	asksASecond = 10
	asksAtOnce  = 25
	askedAtOnce = 8   // servers that are asked at the same time
	mostAsked   = 100 // servers that are asked for one message, which then waits for at most some 10 seconds

	foundFor   = 10 * time.Minute // for so long it is known where a person is
	nowhereFor = time.Minute      // and that it is nowhere, which the person may be about to change
	mostFound  = 10_000           // people of whom that is known
)

// finds is what was found of people who write to the bot alone, for a while.
type finds struct {
	asks *rate.Limiter
	most int // servers that are asked for one message

	mu  sync.Mutex
	all map[string]find // by person
}

// find is where a person was found.
type find struct {
	in     []string  // servers
	whole  bool      // all servers were asked, or as many found as can be offered
	behind string    // else those up to this one, in the order of their ids
	until  time.Time // it is known
}

func newFinds() *finds {
	return &finds{asks: rate.NewLimiter(asksASecond, asksAtOnce), most: mostAsked, all: map[string]find{}}
}

// of returns what was found of a person; the zero find where nothing is known by now.
func (f *finds) of(user string, now time.Time) find {
	f.mu.Lock()
	defer f.mu.Unlock()
	if is := f.all[user]; is.until.After(now) {
		return is
	}
	return find{}
}

// keep keeps what was found of a person. Where it is known of too many people, that is lost.
func (f *finds) keep(user string, is find, now time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.all) >= mostFound {
		maps.DeleteFunc(f.all, func(_ string, is find) bool { return !is.until.After(now) })
	}
	if len(f.all) >= mostFound {
		clear(f.all)
	}
	f.all[user] = is
}

// drop takes note that a person is in a server no more. In place of the last one others
// are looked for.
func (f *finds) drop(user, guild string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	is := f.all[user]
	if !slices.Contains(is.in, guild) {
		return
	}
	if len(is.in) == 1 {
		delete(f.all, user)
		return
	}
	is.in = slices.DeleteFunc(slices.Clone(is.in), func(id string) bool { return id == guild })
	f.all[user] = is
}

// namedServer is a server with its name.
type namedServer struct{ id, name string }

// shared returns the servers that a person shares with the bot, by name, and whether all
// were asked. What is known is not asked again, but for the only one.
func (c *chat) shared(ctx context.Context, user string) (all []namedServer, whole bool, err error) {
	is := c.finds.of(user, time.Now())
	if is.whole && len(is.in) == 1 {
		still, err := c.shares(ctx, is.in[0], user)
		if err != nil {
			return nil, false, err
		}
		if !still {
			is = find{}
		}
	}
	names := c.servers.names()
	if !is.whole {
		if is, err = c.seek(ctx, user, is, slices.Sorted(maps.Keys(names))); err != nil {
			return nil, false, err
		}
	}
	for _, id := range is.in {
		if names[id] != "" { // else the bot has left it since
			all = append(all, namedServer{id, names[id]})
		}
	}
	slices.SortFunc(all, func(a, b namedServer) int {
		return cmp.Or(strings.Compare(a.name, b.name), strings.Compare(a.id, b.id))
	})
	return all, is.whole, nil
}

// seek looks for a person in further servers, and keeps what is found.
func (c *chat) seek(ctx context.Context, user string, was find, servers []string) (find, error) {
	from, asked := slices.BinarySearch(servers, was.behind)
	if asked {
		from++
	}
	next := servers[from:min(from+c.finds.most, len(servers))]
	found, err := c.among(ctx, user, next)
	is := find{in: slices.Concat(was.in, found)}
	is.whole = from+len(next) == len(servers) || len(is.in) >= mostOffered
	if !is.whole {
		is.behind = next[len(next)-1]
	}
	long := foundFor
	if is.whole && (err != nil || len(is.in) == 0) {
		long = nowhereFor
	}
	if len(is.in) == 0 && is.whole && err != nil {
		return find{}, err
	}
	if now := time.Now(); c.servers.told() {
		is.until = now.Add(long)
		c.finds.keep(user, is, now)
	}
	return is, nil
}

// among returns in which of some servers a person is. With an error it may be in others too.
func (c *chat) among(ctx context.Context, user string, servers []string) (found []string, err error) {
	var mu sync.Mutex
	var asking errgroup.Group
	asking.SetLimit(askedAtOnce)
	for _, id := range servers {
		if waited := c.finds.asks.Wait(ctx); waited != nil {
			_ = asking.Wait() // what failed is said already
			return found, waited
		}
		asking.Go(func() error {
			ctx, cancel := context.WithTimeout(ctx, gatherTime)
			defer cancel()
			_, is, failed := c.member(ctx, id, user)
			if failed != nil {
				c.log.WarnContext(ctx, "whether somebody is in a server is not known", "tenant", tenantOf(id), "error", failed)
			}
			mu.Lock()
			defer mu.Unlock()
			if is {
				found = append(found, id)
			}
			return failed
		})
	}
	err = asking.Wait()
	return found, err
}
