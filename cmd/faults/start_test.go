package faults

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/bot/slack/slacktest"
)

const (
	fewPassages = 10_000
	allPassages = 1_000_000
)

// BenchmarkStart measures the time from the start of the program to its answer, in
// milliseconds: the very first, which loads the articles that a library begins with; those
// after it; and with 1,000,000 passages, which are sentences here (-n or, in the short
// form, 10,000). Cold, the system has dropped all that it held of files, the program's own
// too; that needs root.
//
//	go test -run - -bench Start -benchtime 20x . -args -full
func BenchmarkStart(b *testing.B) {
	seeds := &start{folder: b.TempDir(), question: "What did Guo Ping say about backdoors?"}
	b.Run("seeds/first", func(b *testing.B) { seeds.measure(b, "", func() { os.Remove(seeds.db()) }) })
	seeds.modes(b, "seeds")
	b.Run("seeds/cold first", func(b *testing.B) { seeds.measure(b, "", func() { os.Remove(seeds.db()); dropCaches(b) }) })

	passages := count(fewPassages, allPassages)
	many := &start{folder: b.TempDir()}
	many.question = many.fill(b, passages)
	many.modes(b, fmt.Sprint("passages=", passages))
}

// start is a database from which the program is started.
type start struct{ folder, question string }

func (s *start) db() string { return filepath.Join(s.folder, "a.db") }

// modes measures starts with what the system holds of the files, and without.
func (s *start) modes(b *testing.B, name string) {
	b.Run(name+"/warm", func(b *testing.B) { s.measure(b, s.question, func() {}) })
	b.Run(name+"/cold", func(b *testing.B) { s.measure(b, s.question, func() { dropCaches(b) }) })
	b.Run(name+"/serve", s.serve)
}

// measure starts the program to answer a question, each time after something else.
func (s *start) measure(b *testing.B, question string, before func()) {
	if question == "" {
		question = s.question
	}
	var took, busy times
	for range b.N {
		before()
		c := exec.Command(binary, "--db", s.db(), "ask", "--json", "-n", "1", question)
		c.Env = append(os.Environ(), "HOME="+s.folder)
		began := time.Now()
		said, err := c.Output()
		took = append(took, time.Since(began))
		busy = append(busy, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
		if err != nil || !strings.Contains(string(said), `"quotes":[{`) {
			b.Fatalf("it says %s, %v", said, err)
		}
	}
	took.report(b, "")
	busy.report(b, "cpu-")
}

// serve measures how long serve takes until it is connected, and until it has answered.
func (s *start) serve(b *testing.B) {
	var connected, answered times
	for i := range b.N {
		p := newServing(b, s.folder)
		p.flags = []string{"--library", "local"}
		began := time.Now()
		p.launch()
		on := p.slack.Socket(b)
		connected = append(connected, time.Since(began))
		m := p.team.Mention("U1", fmt.Sprint("C", began.UnixNano()), "", s.question) // another each time: it may come once more
		m = m.With("event_id", fmt.Sprint("Ev", began.UnixNano()))
		on.Deliver(b, m)
		p.slack.Await(b, slacktest.To(m.Field("event.channel").(string), m.TS()))
		answered = append(answered, time.Since(began))
		if i == 0 {
			p.discord.Socket(b)
		}
		p.finish()
	}
	connected.report(b, "connected-")
	answered.report(b, "answered-")
}

// fill loads so many made-up sentences, and returns a question that one of them answers.
func (s *start) fill(b *testing.B, sentences int) (question string) {
	random := rand.New(rand.NewPCG(5, 6))
	common := rand.NewZipf(random, 1.2, 3, 40_000)
	var lines, text strings.Builder
	const each = 40 // in an article
	for n := range sentences {
		fmt.Fprintf(&text, "The %s of %s told the %s about %s and the %s.", spelt(n), spelt(int(common.Uint64())),
			spelt(int(common.Uint64())), spelt(int(common.Uint64())), spelt(int(common.Uint64())))
		if text.WriteString(" "); n%each == each-1 || n == sentences-1 {
			fmt.Fprintf(&lines, "{\"id\": \"a%d\", \"text\": %q}\n", n/each, text.String())
			text.Reset()
		}
	}
	p := &program{TB: b, db: s.db(), home: s.folder}
	began := time.Now()
	p.must(lines.String(), "load", "--json", "-")
	b.Logf("%d sentences were loaded in %s and take %d MiB", sentences, time.Since(began).Round(time.Second), size(s.db())>>20)
	return fmt.Sprintf("What did the %s of %s tell?", spelt(sentences/2), spelt(0))
}

// spelt is a made-up word for a number.
func spelt(n int) string {
	const syllables = "bacedifoguhajekilomunaperisotuvawexiyoza"
	word := "m"
	for n++; n > 0; n /= 20 {
		word += syllables[2*(n%20) : 2*(n%20)+2]
	}
	return word + "r"
}

// dropCaches has the system forget what it holds of files.
func dropCaches(b *testing.B) {
	b.Helper()
	exec.Command("sync").Run()
	if err := os.WriteFile("/proc/sys/vm/drop_caches", []byte("3"), 0); err != nil {
		b.Skipf("needs root, to drop what the system holds of files: %v", err)
	}
}

type times []time.Duration

// report tells the least, which other work on the machine disturbs least, the median and the worst.
func (t times) report(b *testing.B, what string) {
	slices.Sort(t)
	b.ReportMetric(float64(t[0].Microseconds())/1000, what+"least-ms")
	b.ReportMetric(float64(t[len(t)/2].Microseconds())/1000, what+"p50-ms")
	b.ReportMetric(float64(t[len(t)-1].Microseconds())/1000, what+"worst-ms")
	b.ReportMetric(0, "ns/op") // which would count what is done between the starts too
}
