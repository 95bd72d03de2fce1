package bot

import (
	"fmt"
	"reflect"
	"testing"

	"verbatim/answer"
	"verbatim/answer/question"
	"verbatim/answer/text"
)

// found is an answer with n quotes, each of one letter of an article.
func found(n int) *answer.Answer {
	article := &answer.Article{ID: "letters", Text: "abcdefghijklmnopqrstuvwxyz"}
	a := &answer.Answer{Question: "which letters?"}
	for i := range n {
		a.Quotes = append(a.Quotes, answer.Quote{Article: article, Span: text.Span{Start: i, End: i + 1}})
	}
	return a
}

func TestSayShowsAPageAndOffersTheNext(t *testing.T) {
	for _, c := range []struct {
		quotes, after, count int
		want, more           string
	}{
		{1, 0, 3, "a", ""},
		{3, 0, 3, "abc", ""},
		{4, 0, 3, "abc", "3  which letters?"},
		{7, 3, 3, "def", "6  which letters?"},
		{7, 6, 3, "g", ""},
		{3, 3, 3, noMoreQuotes, ""},
		{0, 0, 3, nothingSought, ""},
	} {
		t.Run(fmt.Sprint(c.quotes, c.after, c.count), func(t *testing.T) {
			r := Say(found(c.quotes), c.after, c.count)
			got, more := "", ""
			for _, b := range r.Blocks {
				switch b := b.(type) {
				case Quotation:
					got += b.Quote.Text()
				case Paragraph:
					got += string(b)
				}
			}
			for _, a := range r.Actions {
				more += a.State
			}
			if got != c.want || more != c.more {
				t.Errorf("shows %q and offers %q, want %q and %q", got, more, c.want, c.more)
			}
		})
	}
}

func TestSayWhatWasLookedFor(t *testing.T) {
	for _, c := range []struct {
		answer answer.Answer
		want   Reply
	}{
		{
			answer.Answer{Sought: []string{"moon"}},
			Reply{Blocks: []Block{Paragraph("The articles do not answer that. I looked for moon.")}},
		},
		{
			answer.Answer{Sought: []string{"moon", "stars", "sun"}},
			Reply{Blocks: []Block{Paragraph("The articles do not answer that. I looked for moon, stars and sun.")}},
		},
		{
			answer.Answer{Sought: []string{"mooon"}, DidYouMean: "where is the moon?"},
			Reply{
				Blocks: []Block{
					Paragraph("The articles do not answer that. I looked for mooon."),
					Paragraph("Did you mean “where is the moon?”?"),
				},
				Actions: []Action{{"Ask that", Pressed{"ask", "where is the moon?"}}},
			},
		},
	} {
		if got := Say(&c.answer, 0, 3); !reflect.DeepEqual(got, c.want) {
			t.Errorf("Say(%v) = %v, want %v", c.answer.Sought, got, c.want)
		}
	}
}

func TestWhatWordsWereTakenForIsToldAndCanBeUndone(t *testing.T) {
	a := found(7)
	a.Taken = []answer.Taken{{Typed: "mooon", Meant: "moon"}, {Typed: "rok", Meant: "rock"}, {Typed: "Lovelase", Meant: "Lovelace"}}
	a.AsTyped = `Lovelase on the "mooon" of "rok"`
	first := Say(a, 0, 3)
	if want := Paragraph("I read “mooon” as “moon”, “rok” as “rock” and “Lovelase” as “Lovelace”."); first.Blocks[0] != want {
		t.Errorf("told %q", first.Blocks[0])
	}
	undo := labelled(first, asTypedLabel)
	if undo == nil || *undo != (Pressed{"ask", a.AsTyped}) {
		t.Errorf("it is undone by %v", undo)
	}
	if further := Say(a, 3, 3); labelled(further, asTypedLabel) != nil || len(further.Blocks) != 3 {
		t.Errorf("told again behind the first page: %v", further)
	}
}

func TestQuotationTellsWhoAndWhere(t *testing.T) {
	article := &answer.Article{
		ID: "a.txt", Title: "A Title", Source: "The Paper", Published: "2019-03-01", URL: "https://paper.example/a",
		Text: "“No,” said Ann Lee, the mayor.",
	}
	other := &answer.Article{ID: "b.txt", Text: "“No,” she said.", Published: "2019-03"}
	near := &answer.Article{ID: "c.txt", Text: "“No!”"}
	got := quotation(answer.Quote{
		Article: article, Span: text.Span{Start: 0, End: 9}, Paragraph: 2,
		Speaker: text.Span{Start: 15, End: 22}, Role: text.Span{Start: 24, End: 33},
		Also: []answer.Quote{{Article: near, Span: text.Span{End: len(near.Text)}, Paragraph: 1}, {Article: other, Span: text.Span{End: 9}, Paragraph: 1}},
	})
	if want := "Ann Lee, the mayor"; got.Who != want {
		t.Errorf("Who = %q, want %q", got.Who, want)
	}
	want := []Citation{
		{Article: "a.txt", Title: "A Title", URL: "https://paper.example/a",
			Link: "https://paper.example/a#:~:text=%E2%80%9CNo%2C%E2%80%9D", Place: "The Paper, 1 March 2019, paragraph 2"},
		{Article: "b.txt", Title: "b.txt", Place: "March 2019, paragraph 1"},
		{Article: "c.txt", Title: "c.txt", Place: "paragraph 1", Nearly: true},
	}
	if !reflect.DeepEqual(got.Sources, want) {
		t.Errorf("Sources = %v, want %v", got.Sources, want)
	}
}

func TestDate(t *testing.T) {
	for published, want := range map[string]string{
		"2019-03-01": "1 March 2019", "2019-03": "March 2019", "2019": "2019", "": "", "last week": "last week",
	} {
		if got := date(published); got != want {
			t.Errorf("date(%q) = %q, want %q", published, got, want)
		}
	}
}

func TestSayWithinWhatWasLookedFor(t *testing.T) {
	a := &answer.Answer{Sought: []string{"moon"}, Filter: question.Filter{From: "The Paper", After: "2019"}}
	if got, want := plain(Say(a, 0, 3)), `The articles do not answer that. I looked for moon, narrowed down by from:"The Paper" after:2019.`; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}
