package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/answer"
)

var kills = flag.Int("kills", 3, "how many loads the tests of killed loads kill each")

// A load that is killed leaves the library as it is after the first lines of its input,
// every acknowledged one among them. The moments are drawn from a seed, yet how far the
// program comes by then differs each time: -kills 100 looks at a hundred of them.
func TestAKilledLoadLosesNothing(t *testing.T) {
	k := killing{T: t, random: rand.New(rand.NewPCG(7, 8)), folder: t.TempDir(), held: shelf{}}
	for range *kills {
		k.round++
		lines := k.lines()
		acknowledged, status, said := k.load(lines, k.moment(lines))
		if status == endedBySignal {
			k.killed++
		} else if status != done {
			t.Fatalf("exit status %d: %s", status, said)
		}
		k.survived(lines, acknowledged)
	}
	t.Logf("%d of %d loads were killed, after %d acknowledged lines; %d articles are left", k.killed, k.round, k.acknowledged, len(k.held))
	if k.killed == 0 {
		t.Error("no load was killed")
	}
}

// endedBySignal is what takes the place of an exit status.
const endedBySignal = -1

// killing is a library whose loads are killed.
type killing struct {
	*testing.T
	random               *rand.Rand
	folder               string // the database's
	round                int
	last                 []edition // of the input of the round before
	held                 shelf
	killed, acknowledged int
}

func (k *killing) db() string { return filepath.Join(k.folder, "a.db") }

// batch is how many lines a load is given before it has acknowledged them all, so that they
// are of a transaction at least.
const batch = 256

// lines are the input of a load: articles that are new and new editions of others, some
// of the same input, or the input of the load before once more, as after an interruption.
func (k *killing) lines() []edition {
	if k.last != nil && k.random.IntN(4) == 0 {
		return k.last
	}
	k.last = make([]edition, 1+k.random.IntN(4*batch))
	for i := range k.last {
		k.last[i] = edition{k.random.IntN(len(k.held) + len(k.last)), 1000*k.round + i}
	}
	return k.last
}

// moment is when a load is killed: once so many bytes of its input were taken, lines of
// it acknowledged, or writes made to the file.
type moment struct{ bytes, lines, writes int }

var never = moment{math.MaxInt, math.MaxInt, math.MaxInt}

// afterWrites calls then after n writes to files in a folder; nil where no system tells of them.
var afterWrites func(t *testing.T, folder string, n int, then func()) (stop func())

func (k *killing) moment(lines []edition) moment {
	m := never
	switch kind := k.random.IntN(3); {
	case kind == 0 && afterWrites != nil:
		m.writes = 1 + k.random.IntN(5+len(lines)/10)
	case kind == 1:
		m.lines = 1 + k.random.IntN(len(lines))
	default:
		m.bytes = k.random.IntN(len(input(lines)))
	}
	return m
}

// load has the program load lines, which is killed at a moment. It returns how many it
// acknowledged, how it ended and what it said on standard error.
func (k *killing) load(lines []edition, m moment) (acknowledged, status int, said string) {
	k.Helper()
	c := program(k.T, k.TempDir(), "load", "--json", "--seeds", "none", "--db", k.db(), "-")
	in, err := c.StdinPipe()
	if err != nil {
		k.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		k.Fatal(err)
	}
	var errs strings.Builder
	c.Stderr = &errs
	if err := c.Start(); err != nil {
		k.Fatal(err)
	}
	kill := func() { c.Process.Kill() }
	if afterWrites != nil {
		defer afterWrites(k.T, k.folder, m.writes, kill)()
	}
	whole := make(chan bool, len(lines)/batch+1) // a batch is acknowledged
	go func() {
		defer in.Close()
		left := m.bytes
		for part := range slices.Chunk(lines, batch) {
			all := input(part)
			in.Write(all[:min(left, len(all))]) // as far as it lives
			if left < len(all) {
				kill()
				return
			}
			left -= len(all)
			<-whole
		}
	}()
	defer close(whole)
	for s := bufio.NewScanner(out); s.Scan(); {
		k.acknowledges(lines[acknowledged], s.Bytes())
		if acknowledged++; acknowledged == m.lines {
			kill()
		}
		if acknowledged%batch == 0 || acknowledged == len(lines) {
			whole <- true
		}
	}
	c.Wait() // the status tells all
	return acknowledged, c.ProcessState.ExitCode(), errs.String()
}

// acknowledges makes sure that a line that was printed tells what became of an edition.
func (k *killing) acknowledges(e edition, line []byte) {
	k.Helper()
	want := outcomeJSON{ID: e.id(), Status: answer.Loaded}
	if now, ok := k.held[e.article]; ok && now == e.edition {
		want.Status = answer.Same
	} else if ok {
		want.Status = answer.Replaced
	}
	var got outcomeJSON
	if err := json.Unmarshal(line, &got); err != nil || got != want {
		k.Fatalf("of %v it says %s, %v; want %v", e, line, err, want)
	}
	k.held[e.article] = e.edition
	k.acknowledged++
}

// survived makes sure that the library is sound, and as it is after the acknowledged
// lines and some number of those that follow.
func (k *killing) survived(lines []edition, acknowledged int) {
	k.Helper()
	now := shelved(k.T, k.db())
	rest := lines[acknowledged:]
	for ; !maps.Equal(k.held, now); rest = rest[1:] {
		if len(rest) == 0 {
			k.Fatalf("round %d: after %d of %d lines it holds %d articles, which no more of the lines explain", k.round, acknowledged, len(lines), len(now))
		}
		k.held[rest[0].article] = rest[0].edition
	}
	var some []edition
	for range 20 {
		some = append(some, lines[k.random.IntN(len(lines))])
	}
	now.answersAbout(k.T, k.db(), some)
}

// input is what a load reads.
func input(lines []edition) []byte {
	var all bytes.Buffer
	for _, e := range lines {
		fmt.Fprintf(&all, "{\"id\": %q, \"text\": %q}\n", e.id(), e.text())
	}
	return all.Bytes()
}
