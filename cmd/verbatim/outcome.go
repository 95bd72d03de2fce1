package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/dustin/go-humanize"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/bot"
	"verbatim/cmd/verbatim/jsonl"
)

// reportAll says what became of the items of a batch, of which the articles were stored.
func (l *loading) reportAll(batch []load.Item, added []answer.Added) error {
	for _, item := range batch {
		outcome := answer.Added{Status: answer.Refused, Err: item.Err}
		if item.Article != nil {
			outcome, added = added[0], added[1:]
		}
		if err := l.report(item, outcome); err != nil {
			return err
		}
	}
	return nil
}

// report says what became of an item. One that is no article and not refused is a note.
func (l *loading) report(item load.Item, outcome answer.Added) error {
	defer l.progress.Add(item, outcome)
	if item.Article == nil && item.Err == nil {
		l.progress.Interrupt(func() { l.tell(fmt.Errorf("%s: %s", item.Name, item.Note)) })
		return nil
	}
	l.count[outcome.Status]++
	if outcome.Twin != "" {
		l.twins++
	}
	if outcome.Near != "" {
		l.near++
	}
	if item.Article != nil && outcome.Status != answer.Refused {
		l.furniture += len(item.Article.Furniture)
	}
	if outcome.Err != nil {
		if refusal := (*load.Refusal)(nil); !errors.As(outcome.Err, &refusal) {
			outcome.Err = fmt.Errorf("%s: %w", item.Name, outcome.Err)
		}
		l.progress.Interrupt(func() { l.tell(outcome.Err) })
	}
	if !l.json {
		return nil
	}
	return jsonl.Write(l.out, outcomeInJSON(item, outcome))
}

// outcomeJSON is a line of load --json.
type outcomeJSON struct {
	ID     string        `json:"id"`
	Status answer.Status `json:"status"`
	Error  string        `json:"error"`
	Twin   string        `json:"twin,omitempty"` // the id of another article with the same text
	Near   string        `json:"near,omitempty"` // or nearly that
}

func outcomeInJSON(item load.Item, outcome answer.Added) outcomeJSON {
	j := outcomeJSON{ID: idOf(item), Status: outcome.Status, Twin: outcome.Twin, Near: outcome.Near}
	if outcome.Err != nil {
		j.Error = outcome.Err.Error()
	}
	return j
}

// idOf returns the id of an item's article, or the one that a refused file would have got.
func idOf(item load.Item) string {
	switch {
	case item.Article != nil:
		return item.Article.ID
	case strings.Contains(item.Name, "://"):
		return item.Name
	}
	return filepath.Base(item.Name)
}

// summary is "Loaded 11,593 articles (3 replaced, 2 already there, 1 refused) in 12.3 s".
func (l *loading) summary(took time.Duration) string {
	var asides []string
	for _, aside := range []struct {
		n  int
		is string
	}{
		{l.count[answer.Replaced], "replaced"},
		{l.count[answer.Same], "already there"},
		{l.twins, "with the text of another"},
		{l.near, "with nearly the text of another"},
		{l.count[answer.Refused], "refused"},
	} {
		if aside.n > 0 {
			asides = append(asides, humanize.Comma(int64(aside.n))+" "+aside.is)
		}
	}
	line := "Loaded " + bot.Numbered(l.count[answer.Loaded]+l.count[answer.Replaced], "article")
	if len(asides) > 0 {
		line += " (" + strings.Join(asides, ", ") + ")"
	}
	return line + fmt.Sprintf(" in %.1f s", took.Seconds())
}

// remark tells what is in the articles and will not be seen in answers; empty for nothing.
func (l *loading) remark() string {
	if l.furniture == 0 {
		return ""
	}
	return "; " + bot.Numbered(l.furniture, "piece") + " of page furniture will not be quoted"
}
