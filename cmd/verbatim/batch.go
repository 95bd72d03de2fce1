package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"verbatim/bot"
	"verbatim/bot/terminal"
	"verbatim/cmd/verbatim/jsonl"
)

// longestLine is the most bytes of a line of questions: far more than a question has.
const longestLine = 1 << 20

// asked is a line of a batch. Its id goes back as it came, whatever it is; that of
// plain text is the number of its line.
type asked struct {
	ID       json.RawMessage `json:"id"`
	Question *string         `json:"question"`
}

// batch answers the lines of standard input as they come, in order. One that fails
// is told in its place, and the batch goes on.
func (s asker) batch(ctx context.Context) error {
	failures, number := 0, 0
	for line, err := range terminal.Lines(ctx, s.in, longestLine) {
		if err != nil && err != terminal.ErrLongLine {
			return fmt.Errorf("standard input: %w", err)
		}
		if number++; err == nil && strings.TrimSpace(line) == "" {
			continue
		}
		ok, err := s.line(ctx, number, line, err)
		if err != nil {
			return err
		}
		if !ok {
			failures++
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if failures > 0 {
		return errTold
	}
	return nil
}

// line answers one line and reports whether that could be done; its error is one of
// standard output.
func (s asker) line(ctx context.Context, number int, line string, err error) (bool, error) {
	q := asked{ID: json.RawMessage(strconv.Quote(strconv.Itoa(number)))}
	if err == nil {
		err = q.parse(line)
	}
	if err != nil {
		return false, s.refuse(q, number, err)
	}
	found, err := s.find(ctx, *q.Question)
	if err != nil {
		return false, s.refuse(q, number, err)
	}
	if s.json {
		return true, jsonl.Write(s.out, jsonl.AnswerOf(q.ID, *q.Question, found))
	}
	heading := bot.Reply{Blocks: []bot.Block{bot.List{Heading: *q.Question}}}
	if err := s.screen.Draw(heading, nil); err != nil {
		return true, err
	}
	if err := s.show(ctx, *q.Question, found); err != nil {
		return true, err
	}
	_, err = fmt.Fprintln(s.out)
	return true, err
}

func (q *asked) parse(line string) error {
	line = strings.TrimSpace(strings.TrimPrefix(line, "\uFEFF"))
	if !strings.HasPrefix(line, "{") {
		q.Question = &line
		return nil
	}
	if err := json.Unmarshal([]byte(line), q); err != nil || q.Question == nil {
		return errors.New(`the line is neither plain text nor {"id": ..., "question": "..."}`)
	}
	return nil
}

// refuse tells that a line of a batch cannot be answered.
func (s asker) refuse(q asked, number int, err error) error {
	if !s.json {
		s.tell(fmt.Errorf("line %d: %w", number, err))
		return nil
	}
	return jsonl.Write(s.out, struct {
		ID    json.RawMessage `json:"id"`
		Error string          `json:"error"`
	}{q.ID, err.Error()})
}
