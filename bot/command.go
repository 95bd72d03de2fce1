package bot

import (
	"context"
	"strconv"
	"strings"

	"verbatim/answer"
)

// An action does something for a person with what its state says.
type action func(ctx context.Context, library *answer.Library, state string) (Reply, error)

// Command is something a person can type instead of a question.
type Command struct {
	Name, About string
	run         action
}

// Commands returns the one table that typing, help and completion are read off.
func Commands() []Command {
	return []Command{
		{"help", "how to ask, and what else I do", help},
		{"articles", "the articles I quote from", articles},
	}
}

// actions are what an Action of a Reply can be, by name.
var actions = map[string]action{
	"more": moreQuotes,
	"ask":  question,
	"next": articles,
}

// commandIn returns the command that a text consists of, with or without a slash
// before it; nil when it is none. Only with the slash is an unknown one refused.
func commandIn(text string) (action, error) {
	name, slash := strings.CutPrefix(strings.ToLower(text), "/")
	for _, c := range Commands() {
		if c.Name == name {
			return c.run, nil
		}
	}
	if slash {
		return nil, noSuchCommand
	}
	return nil, nil
}

func help(context.Context, *answer.Library, string) (Reply, error) {
	list := List{Heading: alsoTyped}
	for _, c := range Commands() {
		list.Items = append(list.Items, Item{Name: "/" + c.Name, About: c.About})
	}
	return Reply{Blocks: []Block{Paragraph(whatIAm), Paragraph(howToAsk), list}}, nil
}

func question(ctx context.Context, library *answer.Library, asked string) (Reply, error) {
	return ask(ctx, library, asked, 0)
}

func moreQuotes(ctx context.Context, library *answer.Library, state string) (Reply, error) {
	after, asked, _ := strings.Cut(state, " ")
	n, err := count(after)
	if err != nil {
		return Reply{}, err
	}
	return ask(ctx, library, asked, n)
}

// ask answers with the page of quotes that follows the first `after`. It looks for
// one quote more than it shows, to know whether there is a next page.
func ask(ctx context.Context, library *answer.Library, asked string, after int) (Reply, error) {
	a, err := library.Ask(ctx, answer.Question{Text: asked, Limit: after + quotesAPage + 1})
	if err != nil {
		return Reply{}, err
	}
	return Say(a, after, quotesAPage), nil
}

// articles lists a page of the library; its state, if any, says after how many articles.
func articles(ctx context.Context, library *answer.Library, state string) (Reply, error) {
	after, err := count(state)
	if err != nil {
		return Reply{}, err
	}
	var shown []*answer.Article
	n := 0
	for a, err := range library.Articles(ctx) {
		if err != nil {
			return Reply{}, err
		}
		if len(shown) == articlesAPage {
			return sayArticles(shown, after, true), nil
		}
		if n++; n > after {
			shown = append(shown, a)
		}
	}
	return sayArticles(shown, after, false), nil
}

// count reads a number that a state holds; an empty state stands for 0.
func count(state string) (int, error) {
	if state == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(state, 10, 16)
	if err != nil {
		return 0, staleAction
	}
	return int(n), nil
}
