package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"verbatim/answer"
	"verbatim/answer/text"
	"verbatim/bot"
)

// answerJSON is an answer as scripts read it. Start and end are bytes of the article's text.
type answerJSON struct {
	ID         json.RawMessage `json:"id"`
	Question   string          `json:"question"`
	Abstained  bool            `json:"abstained"`
	Quotes     []quoteJSON     `json:"quotes"`
	DidYouMean string          `json:"did_you_mean"`
	Missing    *missingJSON    `json:"missing,omitempty"` // where it abstained
	Sides      []sideJSON      `json:"sides,omitempty"`   // of a comparison
	Partial    bool            `json:"partial,omitempty"` // there was no time to look at all articles
	Took       int64           `json:"took_us"`
}

type quoteJSON struct {
	Text      string   `json:"text"`
	Article   string   `json:"article"`
	Title     string   `json:"title"`
	Source    string   `json:"source"`
	Published string   `json:"published"`
	URL       string   `json:"url"`
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Speaker   string   `json:"speaker"`
	Score     float64  `json:"score"`
	Also      []string `json:"also,omitempty"` // the ids of other articles with the same words, or nearly the same

	Sources []sourceJSON `json:"sources,omitempty"` // where these stand, in the order of also
	Differs bool         `json:"differs,omitempty"` // it tells another number or date than the quote before it
	Why     *whyJSON     `json:"why,omitempty"`     // how it came about, with --explain
	Side    string       `json:"side,omitempty"`    // whose words they are, of those that a comparison asks for
}

func answerInJSON(id json.RawMessage, question string, a *answer.Answer) answerJSON {
	quotes := make([]quoteJSON, len(a.Quotes))
	for i, q := range a.Quotes {
		if quotes[i] = quoteInJSON(q); q.Side > 0 {
			quotes[i].Side = a.Sides[q.Side-1].Name
		}
	}
	return answerJSON{id, question, a.Abstained(), quotes, a.DidYouMean, missingInJSON(a), sidesInJSON(a), a.Partial, a.Took.Microseconds()}
}

func quoteInJSON(q answer.Quote) quoteJSON {
	a := q.Article
	j := quoteJSON{
		Text: q.Text(), Article: a.ID, Title: a.Title, Source: a.Source, Published: a.Published, URL: a.URL,
		Start: q.Start, End: q.End, Speaker: q.Speaker.Of(a.Text), Score: q.Score,
	}
	for _, other := range q.Also {
		j.Also = append(j.Also, other.Article.ID)
		j.Sources = append(j.Sources, sourceInJSON(other))
	}
	j.Differs, j.Why = q.Differs, whyInJSON(q.Why)
	return j
}

// articleJSON is an article as it is stored, with what the analysis found in it. Every
// range is bytes of the text.
type articleJSON struct {
	ID        string       `json:"id"`
	Title     string       `json:"title"`
	Author    string       `json:"author"`
	Source    string       `json:"source"`
	Published string       `json:"published"`
	URL       string       `json:"url"`
	Lang      text.Lang    `json:"lang"`
	Text      string       `json:"text"`
	Sentences [][2]int     `json:"sentences"`
	Speech    []speechJSON `json:"speech"`   // direct quotations
	Partial   []speechJSON `json:"partial"`  // a few of somebody's words in a sentence of the article's own
	Reported  []speechJSON `json:"reported"` // what somebody said in the article's words
	Furniture [][2]int     `json:"furniture"`
}

type speechJSON struct {
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Speaker string `json:"speaker"` // the name, with what the article adds to it there: Anna Berg, who bakes in Oslo
	Name    string `json:"name"`
	Role    string `json:"role"`
}

func articleInJSON(a *answer.Article, l *answer.Layout) articleJSON {
	spoken := map[string][]speechJSON{"direct": {}, "partial": {}, "reported": {}}
	for _, u := range l.Speech {
		kind := u.Kind.String()
		name := u.Speaker.Of(a.Text)
		spoken[kind] = append(spoken[kind], speechJSON{
			u.Said.Start, u.Said.End, name + u.Addition.Of(a.Text), name, u.Role.Of(a.Text),
		})
	}
	return articleJSON{
		ID: a.ID, Title: a.Title, Author: a.Author, Source: a.Source, Published: a.Published, URL: a.URL, Lang: a.Lang,
		Text: a.Text, Sentences: pairs(l.Sentences), Speech: spoken["direct"],
		Partial: spoken["partial"], Reported: spoken["reported"], Furniture: pairs(a.Furniture),
	}
}

// pairs returns spans as [start, end] each, never nil.
func pairs(spans []text.Span) [][2]int {
	all := make([][2]int, len(spans))
	for i, s := range spans {
		all[i] = [2]int{s.Start, s.End}
	}
	return all
}

// writeJSON writes v as one line. Characters that would act on a terminal stand
// escaped in it, and mean the same to whatever parses it.
func writeJSON(w io.Writer, v any) error {
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, escapeHidden(strings.TrimSuffix(line.String(), "\n"))+"\n")
	return err
}

func escapeHidden(line string) string {
	if !strings.ContainsFunc(line, bot.Hidden) {
		return line
	}
	var b strings.Builder
	for _, r := range line {
		if !bot.Hidden(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.String()
}
