package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"verbatim/answer"
)

// measure is how answers compare with what was expected of them.
type measure struct {
	ArticleFirst  rate    `json:"article@1"` // the first quote is from an article that answers
	ArticleAny    rate    `json:"article@3"`
	AnswerFirst   rate    `json:"answer@1"` // it holds one of the expected words
	AnswerAny     rate    `json:"answer@3"`
	Words         average `json:"words_in_first_quote"`
	Silent        rate    `json:"abstained_on_answerable"`
	RightlySilent rate    `json:"abstained_on_unanswerable"`
	Took          average `json:"took_us"`
}

// rate is how often something was so.
type rate struct{ hits, of int }

func (r *rate) add(hit bool) {
	r.of++
	if hit {
		r.hits++
	}
}

// String returns "93.24 % of 120".
func (r rate) String() string { return fmt.Sprintf("%.2f %% of %d", r.percent(), r.of) }

// MarshalJSON returns the per cent.
func (r rate) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, "%.2f", r.percent()), nil }

func (r rate) percent() float64 { return 100 * float64(r.hits) / float64(max(r.of, 1)) }

// average is the mean of numbers.
type average struct{ sum, of int }

func (a *average) add(n int) { a.sum, a.of = a.sum+n, a.of+1 }

func (a average) String() string { return fmt.Sprintf("%.1f", float64(a.sum)/float64(max(a.of, 1))) }

func (a average) MarshalJSON() ([]byte, error) { return []byte(a.String()), nil }

// add compares one answer.
func (m *measure) add(want expected, got *answer.Answer) {
	m.Took.add(int(got.Took.Microseconds()))
	if len(want.Gold) == 0 {
		m.RightlySilent.add(got.Abstained())
		return
	}
	m.Silent.add(got.Abstained())
	first := got.Quotes[:min(1, len(got.Quotes))]
	for _, q := range first {
		m.Words.add(len(strings.Fields(q.Text())))
	}
	fromGold := func(q answer.Quote) bool { return slices.Contains(want.Gold, q.Article.ID) }
	m.ArticleFirst.add(slices.ContainsFunc(first, fromGold))
	m.ArticleAny.add(slices.ContainsFunc(got.Quotes, fromGold))
	if len(want.Answers) == 0 {
		return
	}
	answers := func(q answer.Quote) bool { return holdsAny(q.Text(), want.Answers) }
	m.AnswerFirst.add(slices.ContainsFunc(first, answers))
	m.AnswerAny.add(slices.ContainsFunc(got.Quotes, answers))
}

// holdsAny reports whether text holds one of the phrases, word for word.
func holdsAny(text string, phrases []string) bool {
	words := " " + normal(text) + " "
	return slices.ContainsFunc(phrases, func(p string) bool {
		p = normal(p)
		return p != "" && strings.Contains(words, " "+p+" ")
	})
}

// normal returns the words of a text as measures of answers compare them: in lower
// case, without marks and articles (Rajpurkar et al. 2016, SQuAD).
func normal(text string) string {
	spaced := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFKC.String(text))
	words := strings.Fields(spaced)
	return strings.Join(slices.DeleteFunc(words, func(w string) bool {
		return w == "a" || w == "an" || w == "the"
	}), " ")
}
