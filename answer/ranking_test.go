package answer_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/seeds"
	"verbatim/store/storetest"
)

// rankingFolder has the questions, and in answers what comes of each. It is for reviewing:
// a change of ranking is a difference that a person can read.
const rankingFolder = "testdata/ranking"

// asked is what people may ask the seed articles, with what is expected, in the form that
// verbatim eval reads.
type asked struct {
	ID       string   `json:"id"`
	Kind     string   `json:"kind"`
	Question string   `json:"question"`
	Gold     []string `json:"gold,omitempty"`    // the articles that answer; none for silence
	Answers  []string `json:"answers,omitempty"` // words of which one answers, to the letter
	Each     bool     `json:"each,omitempty"`    // or of which each must stand in one of the quotes
	Speaker  string   `json:"speaker,omitempty"` // who says them
	Fails    string   `json:"fails,omitempty"`   // why, where it is known to
}

func readRanking(t testing.TB) []asked {
	t.Helper()
	file, err := os.Open(filepath.Join(rankingFolder, "questions.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []asked
	for d := json.NewDecoder(file); d.More(); {
		var a asked
		if err := d.Decode(&a); err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	return all
}

// fits reports whether a quote is what is expected.
func (a *asked) fits(q answer.Quote) bool {
	return slices.Contains(a.Gold, q.Article.ID) &&
		slices.ContainsFunc(a.Answers, func(words string) bool { return strings.Contains(q.Text(), words) })
}

// place returns where the first quote stands that fits, from 1; 0 for nowhere.
func (a *asked) place(found *answer.Answer) int {
	for _, words := range a.Answers {
		holds := func(q answer.Quote) bool { return strings.Contains(q.Text(), words) }
		if a.Each && !slices.ContainsFunc(found.Quotes, holds) {
			return 0
		}
	}
	return 1 + slices.IndexFunc(found.Quotes, a.fits)
}

// speaks reports whether a quote has the speaker who is expected, if one is.
func (a *asked) speaks(q answer.Quote) bool {
	return a.Speaker == "" || q.Speaker.Of(q.Article.Text) == a.Speaker
}

// came is what an answer comes to, in a word.
func (a *asked) came(found *answer.Answer) string {
	place := a.place(found)
	switch {
	case found.Abstained() == (len(a.Gold) == 0):
		if found.Abstained() || place == 1 && a.speaks(found.Quotes[0]) {
			return right
		}
	case found.Abstained():
		return "wrongly silent"
	default:
		return "wrongly answered"
	}
	switch {
	case place == 0:
		return "wrong"
	case place > 1:
		return "not first"
	}
	return "other speaker"
}

const right = "right"

// Run with -update to write the golden files anew, and to note in the questions which of
// them fail and which no longer do.
func TestGolden(t *testing.T) {
	library, questions := seeded(t), readRanking(t)
	var s scores
	for i := range questions {
		a := &questions[i]
		found, err := library.Ask(context.Background(), answer.Question{Text: a.Question})
		if err != nil {
			t.Fatal(err)
		}
		s.add(a, found)
		t.Run(a.ID, func(t *testing.T) {
			golden(t, filepath.Join("answers", a.ID+".golden"), a.page(found))
			a.checkFails(t, a.came(found))
		})
	}
	golden(t, "totals.golden", s.page())
	checkNames(t, questions)
	if *update {
		writeRanking(t, questions)
	}
}

// checkFails fails where a question fails and is not known to, and where it no longer does.
func (a *asked) checkFails(t *testing.T, came string) {
	t.Helper()
	switch {
	case *update && came == right:
		a.Fails = ""
	case *update:
		a.Fails = cmp.Or(a.Fails, came)
	case came == right && a.Fails != "":
		t.Error("it is answered rightly now: take \"fails\" out of its line in questions.jsonl, as -update does")
	case came != right && a.Fails == "":
		t.Errorf("it is %s: mend that, or say why in \"fails\" in its line in questions.jsonl", came)
	}
}

func writeRanking(t *testing.T, all []asked) {
	t.Helper()
	var lines bytes.Buffer
	e := json.NewEncoder(&lines)
	e.SetEscapeHTML(false)
	for _, a := range all {
		if err := e.Encode(a); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(rankingFolder, "questions.jsonl"), lines.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// checkNames fails for files of questions that are asked no more; with -update they are removed.
func checkNames(t *testing.T, questions []asked) {
	t.Helper()
	var want []string
	for _, a := range questions {
		want = append(want, a.ID+".golden")
	}
	files, err := filepath.Glob(filepath.Join(rankingFolder, "answers", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if slices.Contains(want, filepath.Base(file)) {
			continue
		}
		if !*update {
			t.Errorf("%s: no question has this name", file)
		} else if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
}

// page shows what is expected and what came. Scores are rounded to what a person cares for,
// so that a change of no consequence is none here.
func (a *asked) page(found *answer.Answer) []byte {
	var p bytes.Buffer
	fmt.Fprintf(&p, "%s\n%s; %s\n", a.Question, a.Kind, a.came(found))
	for _, id := range a.Gold {
		fmt.Fprintln(&p, "expected in:", id)
	}
	for _, words := range a.Answers {
		fmt.Fprintln(&p, "expected words:", words)
	}
	if a.Speaker != "" {
		fmt.Fprintln(&p, "expected of:", a.Speaker)
	}
	if found.DidYouMean != "" {
		fmt.Fprintln(&p, "read as:", found.DidYouMean)
	}
	if found.Abstained() {
		fmt.Fprintf(&p, "\nsilence; looked for %s\n", cmp.Or(strings.Join(found.Sought, ", "), "nothing"))
	}
	for i, q := range found.Quotes {
		is := "other"
		if a.fits(q) {
			is = right
		}
		line := fmt.Sprintf("%d. %s %.1f %s %s", i+1, is, q.Score, q.Article.ID, q.Speaker.Of(q.Article.Text))
		fmt.Fprintf(&p, "\n%s\n%s\n", strings.TrimSpace(line), strings.Join(strings.Fields(q.Text()), " "))
	}
	return p.Bytes()
}

// seeded returns a library with the seed articles.
func seeded(t testing.TB) *answer.Library {
	t.Helper()
	library, err := answer.Open(storetest.Open(t).Tenant("t"))
	if err != nil {
		t.Fatal(err)
	}
	names, err := seeds.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		file, err := seeds.Files.Open(name.Name())
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		for item := range load.Upload(context.Background(), name.Name(), file, load.Options{}) {
			if _, err := library.Add(context.Background(), item.Article); err != nil {
				t.Fatal(err)
			}
		}
	}
	return library
}

func BenchmarkAsk(b *testing.B) {
	library, questions := seeded(b), readRanking(b)
	for i := 0; b.Loop(); i++ {
		if _, err := library.Ask(context.Background(), answer.Question{Text: questions[i%len(questions)].Question}); err != nil {
			b.Fatal(err)
		}
	}
}
