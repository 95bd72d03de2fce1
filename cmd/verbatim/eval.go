package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/bot/terminal"
	"verbatim/store"
)

// evalQuotes is how many quotes an answer may have to be measured by.
const evalQuotes = 3

func (a *app) evalCommand() *cobra.Command {
	var articles, questions string
	c := &cobra.Command{
		Use:   "eval --articles FILE --questions FILE",
		Short: "Measure answers against expected ones",
		Long: `Loads articles into a database of their own, for the time being, asks questions, and
compares the answers with the expected ones. A line of questions is
{"id", "question", "gold": [ids of articles], "answers": [words of the articles]};
with an empty gold nothing answers the question.`,
		Example: "  verbatim eval --articles passages.jsonl --questions questions.jsonl",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 || articles == "" || questions == "" {
				return usage{errors.New("eval needs --articles FILE and --questions FILE; see verbatim eval --help")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error {
			expected, err := readExpected(c.Context(), questions)
			if err != nil {
				return err
			}
			return a.evaluate(c.Context(), articles, expected)
		},
	}
	c.Flags().StringVar(&articles, "articles", "", "the `file` of the articles, as load reads them")
	c.Flags().StringVar(&questions, "questions", "", "the `file` of the questions with what is expected")
	return c
}

// expected is a question with the articles that answer it and the words that do. No
// articles means that nothing answers.
type expected struct {
	Question string   `json:"question"`
	Gold     []string `json:"gold"`
	Answers  []string `json:"answers"`
}

func readExpected(ctx context.Context, path string) ([]expected, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []expected
	for line, err := range terminal.Lines(ctx, f, longestLine) {
		var e expected
		if err == nil {
			err = json.Unmarshal([]byte(line), &e)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, len(all)+1, err)
		}
		all = append(all, e)
	}
	return all, ctx.Err()
}

// evaluate asks the questions of a library that holds the articles and nothing else.
func (a *app) evaluate(ctx context.Context, articles string, questions []expected) error {
	folder, err := os.MkdirTemp("", "verbatim-eval-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	return withDatabase(filepath.Join(folder, "eval.db"), func(db *store.DB) error {
		library, err := answer.Open(db.Tenant(a.library))
		if err != nil {
			return err
		}
		for batch := range load.Batches(ctx, load.Each(ctx, []string{articles}, load.Options{})) {
			if err := addAll(ctx, library, batch); err != nil {
				return err
			}
		}
		var m measure
		for _, q := range questions {
			found, err := library.Ask(ctx, answer.Question{Text: q.Question, Limit: evalQuotes})
			if err != nil {
				return err
			}
			m.add(q, found)
		}
		return a.sayMeasured(m)
	})
}

// addAll stores a batch of which every item must be an article.
func addAll(ctx context.Context, library *answer.Library, batch []load.Item) error {
	for _, item := range batch {
		if item.Err != nil {
			return item.Err
		}
	}
	_, err := library.Add(ctx, load.Articles(batch)...)
	return err
}

func (a *app) sayMeasured(m measure) error {
	if a.json {
		return writeJSON(a.out, m)
	}
	for _, line := range []struct {
		what   string
		figure fmt.Stringer
	}{
		{"first quote from an article that answers", m.ArticleFirst},
		{"one of the quotes", m.ArticleAny},
		{"expected words in the first quote", m.AnswerFirst},
		{"in one of the quotes", m.AnswerAny},
		{"words in the first quote", m.Words},
		{"no answer where there is one", m.Silent},
		{"no answer where there is none", m.RightlySilent},
		{"microseconds for an answer", m.Took},
	} {
		if _, err := fmt.Fprintf(a.out, "%-42s %s\n", line.what, line.figure); err != nil {
			return err
		}
	}
	return nil
}
