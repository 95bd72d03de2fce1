package main

import (
	"context"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"

	"verbatim/answer"
	"verbatim/bot/terminal"
)

// evalQuotes is how many quotes an answer may have to be measured by.
const evalQuotes = 3

// askAll asks the questions one by one, so that the time of an answer is its own.
func (a *app) askAll(ctx context.Context, library *answer.Library, questions []judged) ([]result, error) {
	bar := a.askingBar(len(questions))
	defer bar.Clear()
	results := make([]result, 0, len(questions))
	for i := range questions {
		q := &questions[i]
		found, err := library.Ask(ctx, answer.Question{Text: q.Question, Limit: evalQuotes})
		if err != nil {
			return nil, err
		}
		r := result{ID: q.ID, Line: q.Line, Question: q.Question, Quotes: []quoteJSON{}, Took: found.Took.Microseconds()}
		for _, quote := range found.Quotes {
			r.Quotes = append(r.Quotes, quoteInJSON(quote))
		}
		judge(q, &r)
		results = append(results, r)
		_ = bar.Add(1) // a bar that cannot be drawn must not end the run
	}
	return results, nil
}

// askingBar shows on standard error how many questions were asked, if that is a terminal.
func (a *app) askingBar(n int) *progressbar.ProgressBar {
	return progressbar.NewOptions(n,
		progressbar.OptionSetWriter(a.errs),
		progressbar.OptionSetVisibility(!a.json && terminal.NewScreen(a.errs, os.Getenv).Interactive()),
		progressbar.OptionSetDescription("Asking"),
		progressbar.OptionShowCount(),
		progressbar.OptionSetWidth(20),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)
}
