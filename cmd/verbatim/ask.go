package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/bot"
	"verbatim/bot/terminal"
	"verbatim/cmd/verbatim/jsonl"
)

func (a *app) askCommand() *cobra.Command {
	var quotes int
	var explain bool
	c := &cobra.Command{
		Use:   "ask [flags] QUESTION | -",
		Short: "Answer a question, or one a line from standard input",
		Long: `Answers a question with quotes from the articles, best first, or says that they do not answer it.

With - the questions are read from standard input, one a line: plain text, or
{"id": ..., "question": ...}, whose id comes back with its answer.`,
		Example: `  verbatim ask "What did Guo Ping say about backdoors?"
  verbatim ask -n 5 --json "Who founded Huawei?"
  verbatim ask --explain "Who was sacked after the leak?"
  verbatim ask --json - < questions.jsonl`,
		Args: func(c *cobra.Command, args []string) error {
			if quotes < 1 {
				return usage{errors.New("-n needs a number of quotes, 1 or more")}
			}
			if strings.TrimSpace(strings.Join(args, "")) == "" {
				return usage{errors.New("ask needs a question, or - for questions from standard input; see verbatim ask --help")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return a.withLibrary(c.Context(), func(l *answer.Library) error {
				s := asker{a, l, a.screen(), quotes, explain}
				if len(args) == 1 && args[0] == "-" {
					return s.batch(c.Context())
				}
				return s.one(c.Context(), strings.Join(args, " "))
			})
		},
	}
	c.Flags().IntVarP(&quotes, "quotes", "n", 3, "the most quotes to show, and with them what differs and one of each side")
	c.Flags().BoolVar(&explain, "explain", false, "say how each quote came about: each part of its rank and score as it was added")
	a.silenceFlag(c)
	return c
}

// asker answers questions on standard output.
type asker struct {
	*app
	library *answer.Library
	screen  *terminal.Screen
	quotes  int
	explain bool
}

// one answers a single question.
func (s asker) one(ctx context.Context, question string) error {
	found, err := s.find(ctx, question)
	if err != nil {
		return err
	}
	if s.json {
		return jsonl.Write(s.out, jsonl.AnswerOf(json.RawMessage(`""`), question, found))
	}
	return s.show(ctx, question, found)
}

// show draws an answer, and how it came about where that is wanted.
func (s asker) show(ctx context.Context, question string, found *answer.Answer) error {
	if err := s.draw(found); err != nil || !s.explain {
		return err
	}
	return s.explainAll(ctx, question, found)
}

// find looks for one quote more than is shown where a person is told that there are more.
func (s asker) find(ctx context.Context, question string) (*answer.Answer, error) {
	limit := s.quotes
	if !s.json && s.screen.Interactive() {
		limit++
	}
	return s.library.Ask(ctx, answer.Question{Text: question, Limit: limit, Silence: s.silence, Explain: s.explain})
}

func (s asker) draw(found *answer.Answer) error {
	return s.screen.Draw(bot.Say(found, 0, s.quotes), func(action bot.Action) string {
		switch action.Name {
		case "more":
			return fmt.Sprint("ask again with -n ", 2*s.quotes)
		case "ask":
			return "verbatim ask " + quotedForShell(action.State)
		}
		return ""
	})
}

// quotedForShell writes a word as shells read it back.
func quotedForShell(word string) string {
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
