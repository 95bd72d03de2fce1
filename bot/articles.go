package bot

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"verbatim/answer"
)

func articleCommands() []Command {
	which := Option{Name: "article", About: "its title or id", Kind: AnArticle, Bare: true, Required: true}
	return []Command{
		{Name: "list", About: "the articles I quote from", Options: listOptions, run: listAsked},
		{Name: "show", About: "what I know of an article", Options: []Option{which}, run: showAsked},
		*addCommand(),
		{Name: "replace", About: "a new text for an article, or its title, outlet, date and link", Keeper: true, Options: append([]Option{which}, replaceOptions...), run: replace},
		{Name: "remove", About: "take an article out, after I asked you", Keeper: true, Options: []Option{which}, run: removeAsked},
		{Name: "undo", About: "take back a change: the last one, or one of the last 20 by its number", Keeper: true,
			Options: []Option{{Name: "number", About: "as the history tells", Kind: Number, Bare: true}}, run: undoAsked},
		{Name: "history", About: "who changed what, when and from where", Keeper: true, run: historyAsked},
		{Name: "export", About: "all articles in a file that I can load again", Keeper: true, run: export},
	}
}

func addCommand() *Command {
	return &Command{Name: "add", About: "load files, links or a text", Keeper: true, Options: addOptions, run: add}
}

// listOptions narrow down which articles are listed.
var listOptions = []Option{
	{Name: "words", About: "words of the title, the outlet or the id", Kind: Words, Bare: true},
	{Name: "outlet", About: "only of this outlet", Kind: Outlet},
	{Name: "after", About: "only since then: 2019, 2019-03 or 2019-03-01", Kind: Day},
	{Name: "before", About: "only before then", Kind: Day},
	{Name: "language", About: "only in this language", Kind: Words, Choices: languageNames()},
	{Name: "in", About: "only of this collection", Kind: ACollection},
}

func listAsked(t *turn, ctx context.Context, g given) (Reply, error) {
	if err := g.check(); err != nil {
		return Reply{}, err
	}
	return t.list(ctx, 0, g)
}

// listOn lists a further page; its state says after how many articles, and what was typed
// to choose them.
func listOn(t *turn, ctx context.Context, state string) (Reply, error) {
	offset, typed, _ := strings.Cut(state, " ")
	after, err := count(offset)
	if err != nil {
		return Reply{}, err
	}
	return t.list(ctx, after, (&Command{Options: listOptions}).read(typed))
}

func (t *turn) list(ctx context.Context, after int, g given) (Reply, error) {
	lang, err := languageNamed(g["language"])
	if err != nil {
		return Reply{}, err
	}
	shown, total, err := t.library.List(ctx, answer.Listing{
		Words: g["words"], Outlet: g["outlet"], After: g["after"], Before: g["before"], In: g["in"],
		Lang: lang, Offset: after, Limit: articlesAPage,
	})
	if err != nil {
		return Reply{}, err
	}
	return t.sayArticles(shown, after, total, g), nil
}

func (t *turn) sayArticles(shown []*answer.Article, after, total int, g given) Reply {
	r := Reply{Private: t.private()}
	if len(shown) == 0 {
		r.Blocks = []Block{Paragraph(noneListed(after, len(g) > 0))}
		return r
	}
	end := after + len(shown)
	r.Blocks = []Block{withShow(listed(fmt.Sprintf(articlesFromTo, after+1, end, total), shown), shown)}
	if end < total {
		r.Actions = []Action{offer(moreArticlesLabel, "next", strings.TrimSpace(strconv.Itoa(end)+" "+g.typed()))}
	}
	return r
}

func noneListed(after int, chosen bool) string {
	switch {
	case after > 0:
		return noMoreArts
	case chosen:
		return noSuchArticles
	}
	return noArticles
}

// withShow offers to show each article of a list.
func withShow(list List, shown []*answer.Article) List {
	for i, a := range shown {
		list.Items[i].Actions = []Action{offer(showLabel, "show", a.ID)}
	}
	return list
}

// one returns the article that a person names, or a reply that asks which is meant.
func (t *turn) one(ctx context.Context, name string) (*answer.Article, Reply, error) {
	if name == "" {
		return nil, Reply{}, whichArticle
	}
	found, err := t.library.Find(ctx, name)
	switch {
	case err != nil:
		return nil, Reply{}, err
	case len(found) == 0:
		return nil, Reply{}, Refusal(fmt.Sprintf(noArticleNamed, shortened(name)))
	case len(found) > 1:
		list := withShow(listed(severalNamed, found), found)
		return nil, Reply{Blocks: []Block{list}, Private: true}, nil
	}
	return found[0], Reply{}, nil
}

func showAsked(t *turn, ctx context.Context, g given) (Reply, error) {
	a, which, err := t.one(ctx, g["article"])
	if a == nil {
		return which, err
	}
	return show(t, ctx, a.ID)
}

// show tells what is known of the article with an id.
func show(t *turn, ctx context.Context, id string) (Reply, error) {
	a, layout, err := t.library.Article(ctx, id)
	if errors.Is(err, answer.ErrNotFound) {
		return Reply{}, articleGone
	}
	if err != nil {
		return Reply{}, err
	}
	collections, err := t.library.CollectionsOf(ctx, id)
	if err != nil {
		return Reply{}, err
	}
	r := Reply{Blocks: []Block{List{Heading: title(a), Items: describe(a, layout, collections)}}, Private: t.private()}
	if out := leftOut(a); len(out.Items) > 0 {
		r.Blocks = append(r.Blocks, out)
	}
	if t.keeps(ctx) {
		r.Actions = []Action{offer(replaceLabel, "replace", id), offer(removeLabel, "remove", id)}
	}
	return r, nil
}
