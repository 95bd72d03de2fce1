package faults

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A bit is flipped in a copy of a file with three libraries, several parts of an index each,
// history and what the bot remembers. Whatever it hits, no command crashes; every quote is
// the bytes of the article that was loaded; check names what is damaged, or all is as it was;
// and questions about other articles are answered as before, or with a line that says that the
// database is damaged. Where it is the structure of the file, which check names without saying what
// that holds, a library may also go without what it does not find.
func TestBits(t *testing.T) {
	whole := newWhole(t)
	random, tally, wrong := rand.New(rand.NewPCG(4, 8)), map[string]int{}, 0
	for range rounds(t, count(15, 1000)) {
		f := whole.flip(random)
		outcome, faults := f.judge(random)
		tally[outcome]++
		if len(faults) == 0 {
			continue
		}
		if wrong++; wrong <= 10 {
			kept := filepath.Join(t.ArtifactDir(), fmt.Sprintf("byte%d.db", f.at))
			f.keep(kept)
			t.Logf("bit %d of byte %d (%s):\n\t%s", f.bit, f.at, kept, strings.Join(faults, "\n\t"))
		}
	}
	t.Logf("%v of a file of %d bytes", tally, len(whole.file))
	if wrong > 0 {
		t.Errorf("%d flipped bits did what they must not", wrong)
	}
}

// whole is a sound file, and what its libraries hold and answer.
type whole struct {
	*testing.T
	file      []byte
	libraries []string
	asked     []edition
	held      shelf
	answers   map[string][]answer
	shown     map[string]string
}

// newWhole makes a file with three libraries of the same articles.
func newWhole(t *testing.T) *whole {
	w := &whole{T: t, libraries: []string{"local", "other", "third"}, held: shelf{}, answers: map[string][]answer{}, shown: map[string]string{}}
	p := newProgram(t, t.TempDir())
	for part := range 4 { // as many parts of the index
		var in strings.Builder
		for article := range 24 {
			e := edition{(article + 13*part) % 60, part}
			in.WriteString(e.line())
			w.held[e.article] = e.edition
		}
		for _, library := range w.libraries {
			p.must(in.String(), "load", "--library", library, "-")
		}
	}
	for _, article := range []int{0, 3, 7, 13, 20, 26, 33, 40, 46, 50, 55, 59} {
		w.asked = append(w.asked, edition{article, w.held[article]})
	}
	for _, library := range w.libraries {
		p.must("/settings caution low\n"+w.asked[0].question()+"\n", "chat", "--library", library)
	}
	p.must("", "compact")
	for _, library := range w.libraries {
		w.answers[library] = p.ask(w.questions(), "--library", library)
		w.held.answered(t, w.asked, w.answers[library])
		w.shown[library] = p.must("", "show", "--json", "--all", "--library", library)
	}
	p.must("", "check")
	var err error
	if w.file, err = os.ReadFile(p.db); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *whole) questions() (all []string) {
	for _, e := range w.asked {
		all = append(all, e.question())
	}
	return all
}

// flipped is the file with a bit that is another.
type flipped struct {
	*whole
	*program
	at, bit   int
	faults    []string
	damaged   map[string]bool // library and article that check names
	structure bool            // check names the structure of the file
	named     bool            // check names something
	told      bool            // a command says that the database is damaged
}

const pageSize = 4096

// flip writes the file with a random bit flipped: of any byte, or of those at the head of a
// page, where the structure is.
func (w *whole) flip(random *rand.Rand) *flipped {
	w.Helper()
	at := random.IntN(len(w.file))
	if random.IntN(4) == 0 {
		at = at/pageSize*pageSize + at%128
	}
	f := &flipped{whole: w, program: newProgram(w.T, w.TempDir()), at: at, bit: random.IntN(8), damaged: map[string]bool{}}
	f.keep(f.db)
	return f
}

// keep writes the file to a path.
func (f *flipped) keep(path string) {
	file := bytes.Clone(f.file)
	file[f.at] ^= 1 << f.bit
	if err := os.WriteFile(path, file, 0o600); err != nil {
		f.whole.Fatal(err)
	}
}

// judge has commands work on the file, and returns what became of it and what must not be.
func (f *flipped) judge(random *rand.Rand) (outcome string, faults []string) {
	f.check()
	same := true
	for _, library := range f.libraries {
		same = f.asks(library) && same
		same = f.shows(library) && same
	}
	f.others(random)
	switch {
	case len(f.faults) > 0:
		outcome = "wrong"
	case !f.named && !same:
		f.fault("not all is as it was, and check finds nothing")
	case !f.named:
		outcome = "of no effect"
	case same:
		outcome = "named, all answered as before"
	case f.told:
		outcome = "named, and told where it was met"
	default:
		outcome = "named, the rest answered as before"
	}
	return outcome, f.faults
}

func (f *flipped) fault(format string, args ...any) {
	f.faults = append(f.faults, fmt.Sprintf(format, args...))
}

// does runs a command, which must not crash, and tells whether it did all that it is for.
func (f *flipped) does(in string, args ...string) (out string, ok bool) {
	f.whole.Helper()
	out, errs, status := f.run(in, args...)
	for _, line := range lines(errs) {
		if !strings.HasPrefix(line, "verbatim: ") {
			f.fault("%v says %q", args, errs)
			break
		}
	}
	if status != done && (status != failed || errs == "" && !strings.Contains(out, "damaged")) {
		f.fault("%v ends with %d and says %q", args, status, errs)
	}
	if strings.Contains(errs, "damaged") || strings.Contains(errs, "not a Verbatim database") {
		f.told = true
	}
	return out, status == done
}

// check reads what check names.
func (f *flipped) check() {
	out, ok := f.does("", "check", "--json")
	f.named = !ok
	type found struct{ Library, Article, What string }
	for _, n := range decode[found](f.whole, out) {
		f.damaged[n.Library+"/"+n.Article] = true
		f.structure = f.structure || n.What == "the structure of the file is damaged"
	}
}

// asks tells whether a library answers all questions as before.
func (f *flipped) asks(library string) (same bool) {
	out, ok := f.does(strings.Join(f.questions(), "\n")+"\n", "ask", "--json", "--library", library, "-")
	answers := decode[answer](f.whole, out)
	if same = ok; len(answers) != len(f.asked) {
		if ok || !f.told {
			f.fault("%s answers %d of %d questions", library, len(answers), len(f.asked))
		}
		return false
	}
	for i, got := range answers {
		f.quoted(library, got)
		if slices.Equal(got.Quotes, f.answers[library][i].Quotes) && got.Error == "" {
			continue
		}
		same = false
		if strings.Contains(got.Error, "damaged") {
			f.told = true
		} else if e := f.asked[i]; !f.damaged[library+"/"+e.id()] && !f.structure {
			f.fault("%s answers about %v, which is not named, with %+v", library, e, got)
		}
	}
	return same
}

// quoted makes sure that the quotes of an answer are bytes of what was loaded.
func (f *flipped) quoted(library string, a answer) {
	for _, q := range a.Quotes {
		e, ok := f.held.quoted(q.Article)
		if text := e.text(); !ok || q.Start < 0 || q.End > len(text) || q.Start > q.End || q.Text != text[q.Start:q.End] {
			f.fault("%s gives a wrong quote: %+v", library, q)
		}
	}
}

// shows tells whether a library shows all articles as they were.
func (f *flipped) shows(library string) (same bool) {
	out, ok := f.does("", "show", "--json", "--all", "--library", library)
	if ok && out != f.shown[library] && !f.named {
		f.fault("%s shows other articles, and check finds nothing", library)
	}
	return ok && out == f.shown[library]
}

// others are the commands beside ask, show and check, some of which change the file.
var others = [][]string{
	{"list"}, {"quotes", "--speakers"}, {"history"}, {"export", "export.zip"}, {"chat"}, {"backup", "copy.db"},
	{"load", "-"}, {"remove", "article0"}, {"undo"}, {"compact"}, {"check", "--repair"},
}

// others runs a few of them.
func (f *flipped) others(random *rand.Rand) {
	for range 3 {
		in, args := f.asked[1].question()+"\n", others[random.IntN(len(others))]
		if args[0] == "load" {
			in = edition{60, 0}.line()
		}
		f.does(in, args...)
	}
}
