package faults

import (
	"encoding/json"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"verbatim/store"
)

// keeper keeps a library: it loads, replaces and removes articles, takes changes back and
// tends the file, at random, and knows what the library must hold.
type keeper struct {
	*program
	random *rand.Rand
	served bool // its commands go through a serve that runs
	held   shelf
	back   step // undoes the last change; nil where that is not known
	last   *act // the last load
	round  int
	told   int // acknowledged steps
}

func newKeeper(p *program, seed uint64) *keeper {
	return &keeper{program: p, random: rand.New(rand.NewPCG(seed, 8)), held: shelf{}}
}

// begun has the library begin with an article.
func (k *keeper) begun() {
	k.Helper()
	k.must(edition{}.line(), "load", "-")
	k.held = k.shelved()
}

// articles is how many different ones a keeper keeps at most.
const articles = 120

// act is a command, and the steps that it acknowledges with a line each.
type act struct {
	kind     string
	args     []string
	parts    [][]edition // of a load: each is given to it when the one before is acknowledged
	steps    []step
	expected []acknowledgement
}

// acknowledgement is what is read of the line of a step.
type acknowledgement struct{ ID, Status string }

// next is what the keeper does next.
func (k *keeper) next() *act {
	k.round++
	can := []func() *act{k.load, k.load, k.compact}
	if !k.served {
		can = append(can, k.upgrade)
	}
	if len(k.held) > 0 {
		can = append(can, k.remove)
	}
	if k.last != nil {
		can = append(can, func() *act { return k.loading(k.last.parts) }) // as after an interruption
	}
	if k.back != nil {
		can = append(can, k.undo)
	}
	return can[k.random.IntN(len(can))]()
}

// load loads articles that are new and new editions of others, some of the same load.
func (k *keeper) load() *act {
	parts, least, n := make([][]edition, 1), 1, 0
	if k.random.IntN(4) == 0 {
		parts, least = make([][]edition, 2+k.random.IntN(2)), 20 // it looks at a KiB before it knows what it reads
	}
	for i := range parts {
		for range least + k.random.IntN(30) {
			parts[i] = append(parts[i], edition{k.random.IntN(articles), 1000*k.round + n})
			n++
		}
	}
	return k.loading(parts)
}

func (k *keeper) loading(parts [][]edition) *act {
	a := &act{kind: "load", args: []string{"load", "--json", "-"}, parts: parts}
	now := maps.Clone(k.held)
	for _, e := range slices.Concat(parts...) {
		status := "loaded"
		if before, ok := now[e.article]; ok && before == e.edition {
			status = "same"
		} else if ok {
			status = "replaced"
		}
		now[e.article] = e.edition
		a.steps = append(a.steps, step{e.article: e.edition})
		a.expected = append(a.expected, acknowledgement{e.id(), status})
	}
	k.last = a
	return a
}

func (k *keeper) remove() *act {
	a := &act{kind: "remove", args: []string{"remove", "--json"}}
	held := slices.Sorted(maps.Keys(k.held))
	k.random.Shuffle(len(held), func(i, j int) { held[i], held[j] = held[j], held[i] })
	for _, article := range held[:1+k.random.IntN(min(15, len(held)))] {
		id := edition{article: article}.id()
		a.args = append(a.args, id)
		a.steps = append(a.steps, step{article: gone})
		a.expected = append(a.expected, acknowledgement{id, "removed"})
	}
	return a
}

func (k *keeper) undo() *act {
	return &act{kind: "undo", args: []string{"undo", "--json"}, steps: []step{k.back}, expected: []acknowledgement{{}}}
}

func (k *keeper) compact() *act { return &act{kind: "compact", args: []string{"compact"}} }

// versionKey is where a library says which version of the analysis made its index.
const versionKey = "v"

// upgrade has the next command find an index that another version made.
func (k *keeper) upgrade() *act {
	db, err := store.Open(k.db, store.Options{})
	if err == nil {
		err = db.Tenant("local").Update(func(tx *store.Tx) error { return tx.Put([]byte(versionKey), []byte("another")) })
		db.Close()
	}
	if err != nil {
		k.Fatal(err)
	}
	return &act{kind: "upgrade", args: []string{"list"}}
}

// begin starts an act.
func (k *keeper) begin(a *act) *process {
	k.Helper()
	c := k.command(a.args...)
	in, err := c.StdinPipe()
	if err != nil {
		k.Fatal(err)
	}
	r := k.started(c)
	go func() {
		defer in.Close()
		given := 0
		for _, part := range a.parts {
			if !r.out.await(func(text string) bool { return strings.Count(text, "\n") >= given }) {
				return // it has ended
			}
			var b strings.Builder
			for _, e := range part {
				b.WriteString(e.line())
			}
			io.WriteString(in, b.String()) // as far as it lives
			given += len(part)
		}
	}()
	return r
}

// acknowledged is how many steps of an act its lines acknowledge.
func (k *keeper) acknowledged(a *act, out string) int {
	k.Helper()
	if len(a.steps) == 0 {
		return 0
	}
	all := lines(out)
	for i, line := range all {
		var got acknowledgement
		if err := json.Unmarshal([]byte(line), &got); err != nil || i >= len(a.steps) || got != a.expected[i] {
			k.Fatalf("round %d, %s: line %d says %q, %v; want %v", k.round, a.kind, i, line, err, a.expected[min(i, len(a.steps)-1)])
		}
	}
	k.told += len(all)
	return len(all)
}

// survived makes sure that the library is sound, that it holds what it must after the
// acknowledged steps of an act and some number of those that follow, and that it answers.
func (k *keeper) survived(a *act, acknowledged int) {
	k.Helper()
	now := k.shelved()
	taken, ok := k.held.reaches(now, a.steps, acknowledged)
	if !ok {
		k.Fatalf("round %d: after %d of %d steps of %s it holds %d articles, which no more of the steps explain",
			k.round, acknowledged, len(a.steps), a.kind, len(now))
	}
	before := k.held
	k.held = now
	if a.kind != "undo" || taken > 0 {
		k.changed(a, before)
	}
	k.answers()
}

// did takes an act that ran to its end for done, and looks at nothing else.
func (k *keeper) did(a *act, r *process) {
	k.Helper()
	if n := k.acknowledged(a, r.out.String()); r.status != done || n != len(a.steps) {
		k.Errorf("%s: exit status %d after %d of %d steps: %s", a.kind, r.status, n, len(a.steps), r.errs.String())
		return
	}
	before := k.held
	for _, does := range a.steps {
		k.held = k.held.after(does)
	}
	k.changed(a, before)
}

// changed notes how what an act has done is undone.
func (k *keeper) changed(a *act, before shelf) {
	switch back := k.held.backTo(before); {
	case a.kind == "undo", a.kind == "load" && len(back) == 0: // it may have replaced one there and back
		k.back = nil
	case len(back) > 0:
		k.back = back
	}
}

// answers asks about articles of the library and others that it does not hold.
func (k *keeper) answers() {
	k.Helper()
	var questions []string
	some := k.some()
	for _, e := range some {
		questions = append(questions, e.question())
	}
	k.held.answered(k, some, k.ask(questions))
}

// some are a few editions: of the last load, and of what the library holds.
func (k *keeper) some() (some []edition) {
	for _, article := range slices.Sorted(maps.Keys(k.held)) {
		some = append(some, edition{article, k.held[article]})
	}
	if k.last != nil {
		some = append(some, slices.Concat(k.last.parts...)...)
	}
	k.random.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
	return some[:min(10, len(some))]
}
