package jsonl

import (
	"verbatim/answer"
	"verbatim/answer/text"
)

// Article is an article as it is stored, with what the analysis found in it. Every
// range is bytes of the text.
type Article struct {
	ID        string    `json:"id"`
	Title     string    `json:"title"`
	Author    string    `json:"author"`
	Source    string    `json:"source"`
	Published string    `json:"published"`
	URL       string    `json:"url"`
	Lang      text.Lang `json:"lang"`
	Text      string    `json:"text"`
	Sentences [][2]int  `json:"sentences"`
	Speech    []speech  `json:"speech"`   // direct quotations
	Partial   []speech  `json:"partial"`  // a few of somebody's words in a sentence of the article's own
	Reported  []speech  `json:"reported"` // what somebody said in the article's words
	Furniture [][2]int  `json:"furniture"`
}

type speech struct {
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Speaker string `json:"speaker"` // the name, with what the article adds to it there: Anna Berg, who bakes in Oslo
	Name    string `json:"name"`
	Role    string `json:"role"`
}

// ArticleOf returns an article with its layout.
func ArticleOf(a *answer.Article, l *answer.Layout) Article {
	spoken := map[string][]speech{"direct": {}, "partial": {}, "reported": {}}
	for _, u := range l.Speech {
		kind := u.Kind.String()
		name := u.Speaker.Of(a.Text)
		spoken[kind] = append(spoken[kind], speech{
			u.Said.Start, u.Said.End, name + u.Addition.Of(a.Text), name, u.Role.Of(a.Text),
		})
	}
	return Article{
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

// Listed is an article without its text, of which it tells the length.
type Listed struct {
	ID        string    `json:"id"`
	Title     string    `json:"title"`
	Author    string    `json:"author"`
	Source    string    `json:"source"`
	Published string    `json:"published"`
	URL       string    `json:"url"`
	Lang      text.Lang `json:"lang"`
	Bytes     int       `json:"bytes"`
}

// ListedOf returns what is listed of an article.
func ListedOf(a *answer.Article) Listed {
	return Listed{a.ID, a.Title, a.Author, a.Source, a.Published, a.URL, a.Lang, len(a.Text)}
}
