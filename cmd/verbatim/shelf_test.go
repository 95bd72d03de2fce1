package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbatim/cmd/verbatim/jsonl"
)

// edition is an article of a test as it is at one time. Each has a text of its own, with
// a word that stands in no other.
type edition struct{ article, edition int }

func (e edition) id() string   { return fmt.Sprint("article", e.article) }
func (e edition) word() string { return fmt.Sprintf("a%de%d", e.article, e.edition) }
func (e edition) text() string { return strings.Join(e.sentences(), "\n\n") }

// sentences are a few, and at times so many that they take pages of the file.
func (e edition) sentences() []string {
	n := 1 + (7*e.article+3*e.edition)%5
	if (e.article+e.edition)%50 == 0 {
		n = 200
	}
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("The %s tells part %d of %d.", e.word(), i, n)
	}
	return all
}

// shelf tells which edition of each article a library holds.
type shelf map[int]int

// shelved reads the shelf of a database, which must be sound, with each article whole.
func shelved(t *testing.T, db string) shelf {
	t.Helper()
	verbatim(t, "", "check", "--db", db)
	s := shelf{}
	for _, a := range decode[jsonl.Article](t, verbatim(t, "", "show", "--seeds", "none", "--db", db, "--json", "--all")) {
		var e edition
		fmt.Sscanf(a.Text, "The a%de%d ", &e.article, &e.edition)
		var sentences []string
		for _, span := range a.Sentences {
			sentences = append(sentences, a.Text[span[0]:span[1]])
		}
		if a.ID != e.id() || a.Text != e.text() || !slices.Equal(sentences, e.sentences()) {
			t.Fatalf("the article %q is torn: %q, with the sentences %q", a.ID, a.Text, sentences)
		}
		s[e.article] = e.edition
	}
	return s
}

// answersAbout makes sure that each of some editions is found if it is held, and that
// every quote is of an edition that is.
func (s shelf) answersAbout(t *testing.T, db string, some []edition) {
	t.Helper()
	var questions strings.Builder
	for _, e := range some {
		fmt.Fprintf(&questions, "What does %s tell?\n", e.word())
	}
	answers := decode[jsonl.Answer](t, verbatim(t, questions.String(), "ask", "--db", db, "--json", "-"))
	for i, e := range some {
		found := false
		for _, q := range answers[i].Quotes {
			var of edition
			fmt.Sscanf(q.Article, "article%d", &of.article)
			of.edition = s[of.article]
			if text := of.text(); q.Article != of.id() || q.Text != text[q.Start:q.End] {
				t.Errorf("asked about %v: %q is not %v[%d:%d]", e, q.Text, of, q.Start, q.End)
			}
			found = found || of == e
		}
		if now, ok := s[e.article]; found != (ok && now == e.edition) {
			t.Errorf("asked about %v: found %t, held %t in edition %d", e, found, ok, now)
		}
	}
}
