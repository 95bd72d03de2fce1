package evaluation

import (
	"context"
	"time"

	"verbatim/answer"
	"verbatim/cmd/verbatim/jsonl"
)

// mostQuotes is how many quotes an answer may have to be measured by.
const mostQuotes = 3

// Inquiry is the library that is asked, and how.
type Inquiry struct {
	Library *answer.Library
	Name    string  // of the library
	Loaded  string  // where its articles were loaded from for the time being; empty where they were not
	Silence float64 // as in answer.Question
	Version string  // of the program, empty where it was built without one

	// Progress shows that something is done, and how much of it each time tell is called, until end is.
	Progress func(does string) (tell func(done, total int), end func())
}

// Ask asks the library, once it has read its articles for what the questions expect of them.
func (i Inquiry) Ask(ctx context.Context, questions []Expected) (*Run, error) {
	s, err := i.survey(ctx, questions)
	if err != nil {
		return nil, err
	}
	r := &Run{articles: s.articles}
	r.questions, r.mistakes = s.judged()
	if r.results, err = i.askAll(ctx, r.questions); err != nil {
		return nil, err
	}
	r.settings = settings{
		Format: runFormat, Version: i.Version, At: time.Now().UTC().Truncate(time.Second),
		Loaded: i.Loaded, Quotes: mostQuotes, Articles: len(s.articles), Questions: len(questions),
	}
	if i.Loaded == "" {
		r.settings.Library = i.Name
	}
	return r, nil
}

// survey reads the articles once for what the questions expect of them.
func (i Inquiry) survey(ctx context.Context, questions []Expected) (*survey, error) {
	size, err := i.Library.Size(ctx)
	if err != nil {
		return nil, err
	}
	tell, end := i.Progress("Reading")
	defer end()
	s := newSurvey(questions)
	for article, err := range i.Library.Articles(ctx) {
		if err != nil {
			return nil, err
		}
		if err := s.visit(article); err != nil {
			return nil, err
		}
		tell(len(s.articles), size)
	}
	return s, ctx.Err()
}

// askAll asks the questions one by one, so that the time of an answer is its own.
func (i Inquiry) askAll(ctx context.Context, questions []judged) ([]result, error) {
	tell, end := i.Progress("Asking")
	defer end()
	results := make([]result, 0, len(questions))
	for n := range questions {
		r, err := i.ask(ctx, &questions[n])
		if err != nil {
			return nil, err
		}
		results = append(results, r)
		tell(len(results), len(questions))
	}
	return results, nil
}

func (i Inquiry) ask(ctx context.Context, q *judged) (result, error) {
	found, err := i.Library.Ask(ctx, answer.Question{Text: q.Question, Limit: mostQuotes, Silence: i.Silence})
	if err != nil {
		return result{}, err
	}
	r := result{ID: q.ID, Line: q.Line, Question: q.Question, Quotes: []jsonl.Quote{}, Took: found.Took.Microseconds()}
	for _, quote := range found.Quotes {
		r.Quotes = append(r.Quotes, jsonl.QuoteOf(quote))
	}
	judge(q, &r)
	return r, nil
}
