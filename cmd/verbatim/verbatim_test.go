package main

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/cmd/verbatim/jsonl"
)

// verbatim runs the program in this process and returns what it printed; it must exit with 0.
func verbatim(t *testing.T, in string, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if status := run(t.Context(), args, strings.NewReader(in), &out, &errs); status != done {
		t.Fatalf("verbatim %s: exit status %d: %s", strings.Join(args, " "), status, &errs)
	}
	return out.String()
}

// decode reads a line of JSON for each element.
func decode[T any](t *testing.T, lines string) []T {
	t.Helper()
	var all []T
	for d := json.NewDecoder(strings.NewReader(lines)); d.More(); {
		var v T
		if err := d.Decode(&v); err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	return all
}

// Every quote that is printed is those bytes of the article, whatever is asked.
func TestQuotesAreVerbatim(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.db")
	text := map[string]string{}
	var words []string
	for _, a := range decode[jsonl.Article](t, verbatim(t, "", "show", "--db", db, "--json", "--all")) {
		text[a.ID] = a.Text
		words = append(words, strings.Fields(a.Text)...)
	}
	if len(text) != 5 {
		t.Fatalf("%d articles", len(text))
	}
	random := rand.New(rand.NewPCG(1, 2))
	var questions strings.Builder
	const n = 300
	for range n {
		for range 1 + random.IntN(8) {
			questions.WriteString(words[random.IntN(len(words))] + " ")
		}
		questions.WriteString("?\n")
	}
	answers := decode[jsonl.Answer](t, verbatim(t, questions.String(), "ask", "--db", db, "--json", "-n", "5", "-"))
	if len(answers) != n {
		t.Fatalf("%d answers to %d questions", len(answers), n)
	}
	quotes := 0
	for _, a := range answers {
		if a.Abstained != (len(a.Quotes) == 0) {
			t.Errorf("%q: abstained %t with %d quotes", a.Question, a.Abstained, len(a.Quotes))
		}
		for _, q := range a.Quotes {
			quotes++
			if article := text[q.Article]; q.Text == "" || q.Text != article[q.Start:q.End] {
				t.Errorf("%q: %q is not %s[%d:%d]", a.Question, q.Text, q.Article, q.Start, q.End)
			}
			if !strings.Contains(text[q.Article], q.Speaker) {
				t.Errorf("%q: the speaker %q is not in %s", a.Question, q.Speaker, q.Article)
			}
		}
	}
	if quotes < n/2 {
		t.Errorf("only %d quotes for %d questions made of the articles' words", quotes, n)
	}
}
