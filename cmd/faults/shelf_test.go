package faults

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// edition is an article of a trial as it is at one time. Each has a text of its own, with
// a word that stands in no other.
type edition struct{ article, edition int }

func (e edition) id() string       { return fmt.Sprint("article", e.article) }
func (e edition) word() string     { return fmt.Sprintf("a%de%d", e.article, e.edition) }
func (e edition) text() string     { return strings.Join(e.sentences(), "\n\n") }
func (e edition) question() string { return fmt.Sprintf("What does %s tell?", e.word()) }

// line is what load reads of it.
func (e edition) line() string { return fmt.Sprintf("{\"id\": %q, \"text\": %q}\n", e.id(), e.text()) }

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

// editionOf reads from a text which one it is of.
func editionOf(text string) (e edition) {
	fmt.Sscanf(text, "The a%de%d ", &e.article, &e.edition)
	return e
}

// articleOf reads from an id which article it is of.
func articleOf(id string) (article int) {
	fmt.Sscanf(id, "article%d", &article)
	return article
}

// gone stands in a step for the edition of an article that was taken out.
const gone = -1

// shelf tells which edition of each article a library holds.
type shelf map[int]int

// step is what one acknowledgement stands for: the articles it changes, gone or with their new edition.
type step map[int]int

// after is the shelf after a step.
func (s shelf) after(does step) shelf {
	s = maps.Clone(s)
	for article, edition := range does {
		if s[article] = edition; edition == gone {
			delete(s, article)
		}
	}
	return s
}

// backTo is the step that makes the shelf what it was before.
func (s shelf) backTo(before shelf) step {
	does := step{}
	for article := range s {
		does[article] = gone
	}
	maps.Copy(does, step(before))
	maps.DeleteFunc(does, func(article, edition int) bool {
		now, ok := s[article]
		return ok && now == edition
	})
	return does
}

// reaches takes the least number of steps, from some on, that lead from s to what is there
// now, and tells whether there is one.
func (s shelf) reaches(now shelf, steps []step, from int) (taken int, ok bool) {
	for i := range steps[:from] {
		s = s.after(steps[i])
	}
	for ; !maps.Equal(s, now); from++ {
		if from == len(steps) {
			return from, false
		}
		s = s.after(steps[from])
	}
	return from, true
}

// shelved reads the shelf of a library, which must be sound, with each article whole.
func (p *program) shelved() shelf {
	p.Helper()
	p.must("", "check")
	s := shelf{}
	type stored struct {
		ID, Text  string
		Sentences [][2]int
	}
	for _, a := range decode[stored](p, p.must("", "show", "--json", "--all")) {
		e := editionOf(a.Text)
		var sentences []string
		for _, span := range a.Sentences {
			sentences = append(sentences, a.Text[span[0]:span[1]])
		}
		if a.ID != e.id() || a.Text != e.text() || !slices.Equal(sentences, e.sentences()) {
			p.Fatalf("the article %q is torn: %q, with the sentences %q", a.ID, a.Text, sentences)
		}
		s[e.article] = e.edition
	}
	return s
}

// answered makes sure that each of some editions is found by its word if the shelf holds it,
// and that every quote is the bytes of an edition that it holds.
func (s shelf) answered(t testing.TB, some []edition, answers []answer) {
	t.Helper()
	if len(answers) != len(some) {
		t.Fatalf("%d answers to %d questions", len(answers), len(some))
	}
	for i, e := range some {
		found := false
		for _, q := range answers[i].Quotes {
			of, ok := s.quoted(q.Article)
			if text := of.text(); !ok || q.Start < 0 || q.End > len(text) || q.Text != text[q.Start:q.End] {
				t.Errorf("asked about %v: %q of %s is not %v[%d:%d]", e, q.Text, q.Article, of, q.Start, q.End)
			}
			found = found || of == e
		}
		if now, ok := s[e.article]; found != (ok && now == e.edition) {
			t.Errorf("asked about %v: found %t, held %t in edition %d", e, found, ok, now)
		}
	}
}

// quoted is the edition that the shelf holds of an article.
func (s shelf) quoted(id string) (e edition, ok bool) {
	e.article = articleOf(id)
	e.edition, ok = s[e.article]
	return e, ok && id == e.id()
}
