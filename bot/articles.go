package bot

import (
	"context"

	"verbatim/answer"
)

func articleCommands() []Command {
	return []Command{
		{Name: "list", About: "the articles I quote from", run: firstArticles},
	}
}

func collectionCommands() []Command {
	return []Command{
		{Name: "list", About: "the collections there are", run: firstArticles},
	}
}

func firstArticles(t *turn, ctx context.Context, _ given) (Reply, error) {
	return listArticles(t, ctx, "")
}

// listArticles lists a page of the library; its state, if any, says after how many articles.
func listArticles(t *turn, ctx context.Context, state string) (Reply, error) {
	after, err := count(state)
	if err != nil {
		return Reply{}, err
	}
	var shown []*answer.Article
	n := 0
	for a, err := range t.library.Articles(ctx) {
		if err != nil {
			continue // it is damaged, as check says, and its number goes uncounted
		}
		if len(shown) == articlesAPage {
			return t.sayArticles(shown, after, true), nil
		}
		if n++; n > after {
			shown = append(shown, a)
		}
	}
	return t.sayArticles(shown, after, false), nil
}

// loadThis loads a message that somebody wrote: its files, and what its links lead to.
func loadThis(t *turn, ctx context.Context) (Reply, error) { return Reply{}, noSuchCommand }
