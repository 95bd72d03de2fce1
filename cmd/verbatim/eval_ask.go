package main

import (
	"context"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"

	"verbatim/answer"
	"verbatim/bot/terminal"
	"verbatim/cmd/verbatim/jsonl"
)

// evalQuotes is how many quotes an answer may have to be measured by.
const evalQuotes = 3

// survey reads the articles once for what the questions expect of them.
func (a *app) survey(ctx context.Context, library *answer.Library, questions []expected) (*survey, error) {
	size, err := library.Size(ctx)
	if err != nil {
		return nil, err
	}
	bar := a.countingBar("Reading", size)
	defer bar.Clear()
	s := newSurvey(questions)
	for article, err := range library.Articles(ctx) {
		if err != nil {
			return nil, err
		}
		if err := s.visit(article); err != nil {
			return nil, err
		}
		_ = bar.Add(1) // a bar that cannot be drawn must not end the run
	}
	return s, ctx.Err()
}

// askAll asks the questions one by one, so that the time of an answer is its own.
func (a *app) askAll(ctx context.Context, library *answer.Library, questions []judged) ([]result, error) {
	bar := a.countingBar("Asking", len(questions))
	defer bar.Clear()
	results := make([]result, 0, len(questions))
	for i := range questions {
		q := &questions[i]
		found, err := library.Ask(ctx, answer.Question{Text: q.Question, Limit: evalQuotes, Silence: a.silence})
		if err != nil {
			return nil, err
		}
		r := result{ID: q.ID, Line: q.Line, Question: q.Question, Quotes: []jsonl.Quote{}, Took: found.Took.Microseconds()}
		for _, quote := range found.Quotes {
			r.Quotes = append(r.Quotes, jsonl.QuoteOf(quote))
		}
		judge(q, &r)
		results = append(results, r)
		_ = bar.Add(1)
	}
	return results, nil
}

// countingBar shows on standard error how many of n are dealt with, if that is a terminal.
func (a *app) countingBar(doing string, n int) *progressbar.ProgressBar {
	return progressbar.NewOptions(max(n, 1),
		progressbar.OptionSetWriter(a.errs),
		progressbar.OptionSetVisibility(!a.json && terminal.NewScreen(a.errs, os.Getenv).Interactive()),
		progressbar.OptionSetDescription(doing),
		progressbar.OptionShowCount(),
		progressbar.OptionSetWidth(20),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)
}
