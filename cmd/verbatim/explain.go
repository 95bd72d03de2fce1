package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

	"verbatim/answer"
	"verbatim/answer/evidence"
)

// explainAll says how the quotes of an answer came about; where there are none, why the
// passage that comes nearest is no answer.
func (s asker) explainAll(ctx context.Context, question string, found *answer.Answer) error {
	if !found.Abstained() {
		for i, q := range found.Quotes[:min(len(found.Quotes), s.quotes)] {
			if err := s.explainOne(fmt.Sprintf("Quote %d", i+1), q); err != nil {
				return err
			}
		}
		return nil
	}
	near, err := s.library.Ask(ctx, answer.Question{Text: question, Limit: 1, Nearest: true, Explain: true})
	if err != nil || near.Abstained() {
		return err
	}
	return s.explainOne("The nearest, which is no answer: "+shortened(near.Quotes[0].Text()), near.Quotes[0])
}

// shortened returns the beginning of a text, on one line.
func shortened(text string) string {
	const most = 60 // runes
	line := []rune(strings.Join(strings.Fields(text), " "))
	if len(line) <= most {
		return string(line)
	}
	return string(line[:most]) + "…"
}

// explainOne draws how one quote came about as tables.
func (s asker) explainOne(name string, q answer.Quote) error {
	if q.Why == nil {
		return nil
	}
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "\n%s\n", name)
	fmt.Fprintf(w, "score %.3f: how likely the articles tell of it %.3f, and how likely this has the answer then %.3f\n", q.Score,
		evidence.Sigmoid(q.Why.Tells.Total()), evidence.Sigmoid(q.Why.Answers.Total()))
	fmt.Fprintln(w, "\n  word\tweight\tstands")
	for _, t := range q.Why.Terms {
		fmt.Fprintf(w, "  %s\t%.2f\t%s\n", t.Word, t.Weight, t.Where)
	}
	for _, sum := range []struct {
		name string
		evidence.Sum
	}{{"rank among the passages", q.Why.Rank}, {"the articles tell of it", q.Why.Tells}, {"this has the answer", q.Why.Answers}} {
		drawSum(w, sum.name, sum.Sum)
	}
	return w.Flush()
}

// drawSum draws a sum, each part with what it makes it.
func drawSum(w *tabwriter.Writer, name string, s evidence.Sum) {
	fmt.Fprintf(w, "\n  %s\tvalue\t× weight\t= adds\tmakes\n", name)
	sum := s.Base
	if s.Base != 0 {
		fmt.Fprintf(w, "  to begin with\t\t\t%+.2f\t%.2f\n", s.Base, sum)
	}
	for _, p := range s.Parts {
		sum += p.Adds()
		fmt.Fprintf(w, "  %s\t%.2f\t%+.2f\t%+.2f\t%.2f\n", p.Feature, p.Value, p.Weight, p.Adds(), sum)
	}
}
