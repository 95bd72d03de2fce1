package jsonl

import "verbatim/answer"

// Quotation is a quotation as scripts read it. Start and end are bytes of the article's text.
type Quotation struct {
	Text      string `json:"text"`
	Article   string `json:"article"`
	Title     string `json:"title"`
	Source    string `json:"source"`
	Published string `json:"published"`
	URL       string `json:"url"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Speaker   string `json:"speaker"`
	Role      string `json:"role"`
}

// QuotationOf returns a quotation whose speaker is known.
func QuotationOf(q answer.Quote) Quotation {
	a := q.Article
	return Quotation{q.Text(), a.ID, a.Title, a.Source, a.Published, a.URL, q.Start, q.End, q.Speaker.Of(a.Text), q.Role.Of(a.Text)}
}

// Voice is somebody who is quoted.
type Voice struct {
	Speaker string `json:"speaker"`
	Quotes  int    `json:"quotes"`
}
