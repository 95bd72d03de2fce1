package load

import (
	"context"
	"strings"

	"verbatim/answer"
	"verbatim/answer/load/pdf"
)

// readPDF reads a PDF: its text is put together from where the letters stand, and ends with the headers and footers
// of its pages, each once, as furniture. What the file says of its author and date counts where the text says nothing.
func readPDF(ctx context.Context, data []byte, s source) (*answer.Article, error) {
	d, err := pdf.Read(ctx, data)
	if err != nil {
		return nil, err
	}
	if err := checkText(d.Text); err != nil {
		return nil, pdf.ErrNoText
	}
	a, err := complete(&answer.Article{ID: s.id, Title: d.Title, URL: s.url, Lang: language("", d.Text), Text: d.Text}, d.Aside...)
	if err != nil {
		return nil, err
	}
	if isNames(strings.Fields(d.Author)) {
		fillFrom(a, &answer.Article{Author: d.Author})
	}
	fillFrom(a, &answer.Article{Published: d.Created})
	return a, nil
}
