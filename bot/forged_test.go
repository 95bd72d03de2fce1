package bot

import (
	"context"
	"encoding/base64"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/answer"
)

var acts = flag.Int("acts", 20, "how many acts of each kind TestNoActIsForged tries")

// A trial is an act that somebody tries who may not do it, or not now, or not here.
type trial struct {
	*house
	random *rand.Rand
	nth    int
	before string
}

// act has somebody press, or send, what was made for another occasion.
func (f *trial) act(m Message, p Pressed) {
	f.time = f.time.Add(time.Second)
	m.ID = fmt.Sprint("forged", f.nth)
	m.Action, m.Fields = &p, map[string]string{"text": "Forged.", "title": "Forged"}
	r := f.Handle(f.t.Context(), m)
	if now := f.state(); now != f.before || len(r.Blocks) == 0 || r.Form != nil || !r.Private {
		f.t.Fatalf("%s with %+v is answered with %q, and the articles are\n%s\nwere\n%s", p.Name, m, plain(r), now, f.before)
	}
}

// state is all that an act could change.
func (f *trial) state() string {
	var all strings.Builder
	for _, tenant := range []string{"here", "there"} {
		l := f.library(tenant)
		latest, err := l.Latest(f.t.Context())
		changes, err2 := l.History(f.t.Context(), 0, 100)
		fmt.Fprintln(&all, tenant, latest, len(changes), err, err2)
		for a := range l.Articles(f.t.Context()) {
			fmt.Fprintf(&all, "%q %q %q\n", a.ID, a.Title, a.Text)
		}
	}
	return all.String()
}

// offered returns every act that is offered to a keeper of a tenant.
func (f *trial) offered(tenant string) (all []Pressed) {
	ann := keeper("ann")
	ann.Tenant = tenant
	loaded := f.Handle(f.t.Context(), sends(ann, "add", "new.txt", fmt.Sprint("The ", tenant, " has news ", f.nth, ".")))
	for _, r := range []Reply{loaded, ask(f.t, f.Bot, ann, "/articles remove moon"), ask(f.t, f.Bot, ann, "/articles show moon")} {
		for _, a := range r.Actions {
			all = append(all, a.Pressed)
		}
	}
	for _, said := range []string{"/articles add", "/articles replace moon"} {
		all = append(all, ask(f.t, f.Bot, ann, said).Form.Pressed)
	}
	return slices.DeleteFunc(all, func(p Pressed) bool { return !actions[p.Name].keeper })
}

func TestNoActIsForged(t *testing.T) {
	moon := &answer.Article{ID: "moon.txt", Title: "The moon", Text: rocks}
	f := &trial{house: newHouse(t, moon), random: rand.New(rand.NewPCG(1, 2))}
	f.load("there", moon)
	here, there := f.offered("here"), f.offered("there")
	if len(here) < 6 {
		t.Fatalf("only %d acts are offered", len(here))
	}
	f.before = f.state()
	for _, kind := range []struct {
		name string
		try  func(p, foreign Pressed)
	}{
		{"made up", func(p, _ Pressed) {
			state := make([]byte, len(p.State)*3/4)
			for i := range state {
				state[i] = byte(f.random.Uint32())
			}
			f.act(keeper("ann"), Pressed{p.Name, base64.RawURLEncoding.EncodeToString(state)})
		}},
		{"altered", func(p, _ Pressed) {
			state := []byte(p.State)
			for at := f.random.IntN(len(state)); string(state) == p.State; {
				state[at] = "ABCDEFGHabcdefgh0123-_"[f.random.IntN(22)]
			}
			f.act(keeper("ann"), Pressed{p.Name, string(state)})
		}},
		{"under another name", func(p, _ Pressed) {
			others := []string{"undo", "removed", "replaced", "loaded", "remove", "replace", "add", "keep"}
			i := slices.Index(others, p.Name)
			f.act(keeper("ann"), Pressed{others[(i+1+f.random.IntN(len(others)-1))%len(others)], p.State})
		}},
		{"of another tenant", func(_, foreign Pressed) { f.act(keeper("ann"), foreign) }},
		{"of another person", func(p, _ Pressed) { f.act(keeper("bob"), p) }},
		{"in another channel", func(p, _ Pressed) {
			m := keeper("ann")
			m.Channel = fmt.Sprint("C", 2+f.random.IntN(100))
			f.act(m, p)
		}},
		{"in another thread", func(p, _ Pressed) {
			m := keeper("ann")
			m.Thread = fmt.Sprint("T", 2+f.random.IntN(100))
			f.act(m, p)
		}},
		{"by one who looks after nothing any more", func(p, _ Pressed) {
			m := keeper("ann")
			m.User.Admin = func(context.Context) (bool, error) { return false, nil }
			f.act(m, p)
		}},
	} {
		t.Run(kind.name, func(t *testing.T) {
			for range *acts {
				f.nth++
				kind.try(here[f.random.IntN(len(here))], there[f.random.IntN(len(there))])
			}
		})
	}
}

// What was offered of an article before it became another is done to none.
func TestNoActComesTooLate(t *testing.T) {
	f := &trial{house: newHouse(t), random: rand.New(rand.NewPCG(3, 4))}
	f.load("there", &answer.Article{ID: "moon.txt", Text: rocks})
	for range *acts {
		f.nth++
		f.time = f.time.Add(time.Minute)
		f.load("here", &answer.Article{ID: "moon.txt", Title: "The moon", Text: fmt.Sprint(rocks, f.nth)})
		late := []Pressed{
			ask(t, f.Bot, keeper("ann"), "/articles replace moon").Form.Pressed,
			*labelled(ask(t, f.Bot, keeper("ann"), "/articles remove moon"), removeLabel),
		}
		f.load("here", &answer.Article{ID: "moon.txt", Title: "The moon", Text: fmt.Sprint(oceans, f.nth)})
		f.before = f.state()
		f.act(keeper("ann"), late[f.random.IntN(len(late))])
	}
}
