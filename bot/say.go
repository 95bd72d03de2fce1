package bot

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"verbatim/answer"
)

// Every sentence the bot says of its own stands in this file.
const (
	whatIAm   = "I answer with the exact words of the articles I was given, say who spoke them, and cite where they stand."
	howToAsk  = "Ask me about what the articles tell: “What did NAME say about SUBJECT?”, “Who said …?”, “How many …?”"
	alsoTyped = "You can also type"

	wentWrong     Refusal = "Something went wrong on my side. Please try again in a moment."
	tooLong       Refusal = "That is too long for a question. Ask it in a sentence or two."
	staleAction   Refusal = "That can no longer be done. Ask again, please."
	noSuchCommand Refusal = "There is no such command. Type /help for the ones there are."

	notAnswered   = "The articles do not answer that."
	nothingSought = "I found no word in that to look for. " + howToAsk
	noMoreQuotes  = "The articles say no more about that."
	noArticles    = "I have no articles yet."
	noMoreArts    = "That was the last article."
)

// AlsoIn stands before the title of a second article that holds the same words.
const AlsoIn = "Also in "

// Say puts an answer into words: `count` of its quotes, after the first `after`. It
// offers more when the answer holds more.
func Say(a *answer.Answer, after, count int) Reply {
	switch {
	case a.Courtesy:
		return Reply{Blocks: []Block{Paragraph(howToAsk)}}
	case a.Abstained():
		return sayNothingFound(a)
	}
	if after >= len(a.Quotes) {
		return Reply{Blocks: []Block{Paragraph(noMoreQuotes)}}
	}
	var r Reply
	if a.DidYouMean != "" && after == 0 {
		r.Blocks = append(r.Blocks, Paragraph(fmt.Sprintf("I read that as “%s”.", a.DidYouMean)))
	}
	end := min(after+count, len(a.Quotes))
	for _, q := range a.Quotes[after:end] {
		r.Blocks = append(r.Blocks, quotation(q))
	}
	if end < len(a.Quotes) {
		r.Actions = append(r.Actions, Action{"More quotes", Pressed{"more", fmt.Sprint(end, " ", a.Question)}})
	}
	return r
}

func sayNothingFound(a *answer.Answer) Reply {
	if len(a.Sought) == 0 {
		return Reply{Blocks: []Block{Paragraph(nothingSought)}}
	}
	r := Reply{Blocks: []Block{Paragraph(notAnswered + " I looked for " + inWords(a.Sought) + ".")}}
	if a.DidYouMean != "" {
		r.Blocks = append(r.Blocks, Paragraph(fmt.Sprintf("Did you mean “%s”?", a.DidYouMean)))
		r.Actions = append(r.Actions, Action{"Ask that", Pressed{"ask", a.DidYouMean}})
	}
	return r
}

func sayArticles(shown []*answer.Article, after int, more bool) Reply {
	if len(shown) == 0 {
		nothing := Paragraph(noArticles)
		if after > 0 {
			nothing = noMoreArts
		}
		return Reply{Blocks: []Block{nothing}}
	}
	list := List{Heading: fmt.Sprintf("Articles %d to %d", after+1, after+len(shown))}
	for _, a := range shown {
		list.Items = append(list.Items, Item{Name: title(a), About: listing(a.Source, date(a.Published))})
	}
	r := Reply{Blocks: []Block{list}}
	if more {
		r.Actions = []Action{{"More articles", Pressed{"next", strconv.Itoa(after + len(shown))}}}
	}
	return r
}

func quotation(q answer.Quote) Quotation {
	words := q.Article.Text
	said := Quotation{
		Quote:   q,
		Who:     listing(q.Speaker.Of(words), q.Role.Of(words)),
		Sources: []Citation{citation(q)},
	}
	for _, other := range q.Also {
		said.Sources = append(said.Sources, citation(other))
	}
	return said
}

func citation(q answer.Quote) Citation {
	a := q.Article
	paragraph := fmt.Sprint("paragraph ", q.Paragraph)
	return Citation{Article: a.ID, Title: title(a), URL: a.URL, Place: listing(a.Source, date(a.Published), paragraph)}
}

func title(a *answer.Article) string {
	if a.Title == "" {
		return a.ID
	}
	return a.Title
}

// date writes a date of an article for people; what is not such a date stays as it is.
func date(published string) string {
	if t, err := time.Parse(time.DateOnly, published); err == nil {
		return t.Format("2 January 2006")
	}
	if t, err := time.Parse("2006-01", published); err == nil {
		return t.Format("January 2006")
	}
	return published
}

// listing joins the parts that are known.
func listing(parts ...string) string {
	known := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			known = append(known, p)
		}
	}
	return strings.Join(known, ", ")
}

// inWords joins words as a sentence does: a, b and c.
func inWords(words []string) string {
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
