package jsonl

import (
	"encoding/json"

	"verbatim/answer"
)

// Answer is an answer as scripts read it. Start and end are bytes of the article's text.
type Answer struct {
	ID         json.RawMessage `json:"id"`
	Question   string          `json:"question"`
	Abstained  bool            `json:"abstained"`
	Quotes     []Quote         `json:"quotes"`
	DidYouMean string          `json:"did_you_mean"`
	Missing    *missing        `json:"missing,omitempty"` // where it abstained
	Sides      []side          `json:"sides,omitempty"`   // of a comparison
	Partial    bool            `json:"partial,omitempty"` // there was no time to look at all articles
	Took       int64           `json:"took_us"`
}

// Quote is a quote of an answer.
type Quote struct {
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

	Sources []source `json:"sources,omitempty"` // where these stand, in the order of also
	Differs bool     `json:"differs,omitempty"` // it tells another number or date than the quote before it
	Why     *why     `json:"why,omitempty"`     // how it came about, with --explain
	Side    string   `json:"side,omitempty"`    // whose words they are, of those that a comparison asks for
}

// AnswerOf returns the answer to a question, with the id that it was asked under.
func AnswerOf(id json.RawMessage, question string, a *answer.Answer) Answer {
	quotes := make([]Quote, len(a.Quotes))
	for i, q := range a.Quotes {
		if quotes[i] = QuoteOf(q); q.Side > 0 {
			quotes[i].Side = a.Sides[q.Side-1].Name
		}
	}
	return Answer{id, question, a.Abstained(), quotes, a.DidYouMean, missingOf(a), sidesOf(a), a.Partial, a.Took.Microseconds()}
}

// QuoteOf returns a quote without its side, which its answer knows.
func QuoteOf(q answer.Quote) Quote {
	a := q.Article
	j := Quote{
		Text: q.Text(), Article: a.ID, Title: a.Title, Source: a.Source, Published: a.Published, URL: a.URL,
		Start: q.Start, End: q.End, Speaker: q.Speaker.Of(a.Text), Score: q.Score,
	}
	for _, other := range q.Also {
		j.Also = append(j.Also, other.Article.ID)
		j.Sources = append(j.Sources, sourceOf(other))
	}
	j.Differs, j.Why = q.Differs, whyOf(q.Why)
	return j
}
