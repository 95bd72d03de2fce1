package answer_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"verbatim/answer"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares what was got with a file, or with -update writes it there.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join(rankingFolder, name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("if this is for the better, run with -update\n%s", diff.Diff(name, want, "now", got))
	}
}

// scores count answers by what they come to.
type scores struct {
	kinds               []string // in the order of the questions
	asked, right        map[string]int
	first, any          tally
	speakers            tally
	silent, answered    tally // wrongly
	places              float64
	wordsInFirst, known []string
}

// tally is how many of some things are so.
type tally struct{ are, of int }

func (t *tally) add(is bool) {
	t.of++
	if is {
		t.are++
	}
}

func (t tally) String() string { return fmt.Sprintf("%d of %d", t.are, t.of) }

func (s *scores) add(a *asked, found *answer.Answer) {
	if s.asked == nil {
		s.asked, s.right = map[string]int{}, map[string]int{}
	}
	if !slices.Contains(s.kinds, a.Kind) {
		s.kinds = append(s.kinds, a.Kind)
	}
	if s.asked[a.Kind]++; a.came(found) == right {
		s.right[a.Kind]++
	} else {
		s.known = append(s.known, a.ID+": "+a.came(found))
	}
	if len(a.Gold) == 0 {
		s.answered.add(!found.Abstained())
		return
	}
	place := a.place(found)
	s.silent.add(found.Abstained())
	s.first.add(place == 1)
	s.any.add(place > 0)
	if place > 0 {
		s.places += 1 / float64(place)
		if a.Speaker != "" {
			s.speakers.add(a.speaks(found.Quotes[place-1]))
		}
	}
	if !found.Abstained() {
		s.wordsInFirst = append(s.wordsInFirst, strings.Fields(found.Quotes[0].Text())...)
	}
}

func (s *scores) page() []byte {
	var p bytes.Buffer
	fmt.Fprintf(&p, "recall@1          %s\n", s.first)
	fmt.Fprintf(&p, "recall@3          %s\n", s.any)
	fmt.Fprintf(&p, "MRR               %.3f\n", s.places/float64(s.first.of))
	fmt.Fprintf(&p, "speakers right    %s\n", s.speakers)
	fmt.Fprintf(&p, "wrongly silent    %s\n", s.silent)
	fmt.Fprintf(&p, "wrongly answered  %s\n", s.answered)
	fmt.Fprintf(&p, "words in first    %d\n", len(s.wordsInFirst)/(s.silent.of-s.silent.are))
	fmt.Fprintln(&p, "\nright by kind")
	for _, kind := range s.kinds {
		fmt.Fprintf(&p, "%-16s  %s\n", kind, tally{s.right[kind], s.asked[kind]})
	}
	fmt.Fprintln(&p, "\nnot right")
	for _, id := range s.known {
		fmt.Fprintln(&p, id)
	}
	return p.Bytes()
}
