package bot

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"verbatim/answer"
)

func collectionCommands() []Command {
	name := Option{Name: "collection", About: "its name", Kind: ACollection, Bare: true, Required: true}
	article := Option{Name: "article", About: "its title or id", Kind: AnArticle, Bare: true, Required: true}
	in := Option{Name: "in", About: "the collection", Kind: ACollection, Required: true}
	return []Command{
		{Name: "list", About: "the collections there are, and those that this channel is answered from", run: listCollections},
		{Name: "put", About: "put an article in a collection", Keeper: true, Options: []Option{article, in}, run: putIn},
		{Name: "take", About: "take an article out of a collection", Keeper: true, Options: []Option{article, in}, run: takeOut},
		{Name: "dissolve", About: "end a collection; its articles stay", Keeper: true, Options: []Option{name}, run: dissolve},
		{Name: "here", About: "answer this channel only from these collections, with commas between them; all for every article", Keeper: true,
			Options: []Option{{Name: "collections", About: "their names, or all", Kind: ACollection, Bare: true}}, run: answerFrom},
	}
}

func listCollections(t *turn, ctx context.Context, _ given) (Reply, error) {
	all, err := t.library.Collections(ctx)
	if err != nil {
		return Reply{}, err
	}
	here, err := t.collections()
	if err != nil {
		return Reply{}, err
	}
	r := Reply{Private: t.private()}
	if len(all) == 0 {
		r.Blocks = append(r.Blocks, Paragraph(noCollections))
	} else {
		r.Blocks = append(r.Blocks, collectionList(all))
	}
	said := answeredFrom(here)
	if gone := missing(here, all); len(gone) > 0 {
		said += fmt.Sprintf(noLongerCollection, inWords(gone))
	}
	r.Blocks = append(r.Blocks, Paragraph(said))
	return r, nil
}

// collectionsShown is how many collections are listed.
const collectionsShown = 25

func collectionList(all []answer.Facet) List {
	list := List{Heading: collectionsThere}
	for _, c := range all[:min(len(all), collectionsShown)] {
		list.Items = append(list.Items, Item{Name: c.Name, About: plural(c.Count)})
	}
	if more := len(all) - len(list.Items); more > 0 {
		list.Items = append(list.Items, Item{Name: fmt.Sprintf(andMore, strconv.Itoa(more))})
	}
	return list
}

// missing returns those of some collections that there are not any more.
func missing(names []string, all []answer.Facet) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return indexOf(all, name) >= 0 })
}

func indexOf(all []answer.Facet, name string) int {
	return slices.IndexFunc(all, func(c answer.Facet) bool { return strings.EqualFold(c.Name, name) })
}

func answeredFrom(collections []string) string {
	if len(collections) == 0 {
		return answeredFromAll
	}
	return fmt.Sprintf(answeredFromThese, inWords(collections))
}

// member returns the article and the collection that were typed.
func (t *turn) member(ctx context.Context, g given) (*answer.Article, string, Reply, error) {
	name := strings.TrimSpace(g["in"])
	if answer.CheckCollection(name) != nil || strings.Contains(name, ",") {
		return nil, "", Reply{}, whichCollection
	}
	a, which, err := t.one(ctx, g["article"])
	return a, name, which, err
}

func putIn(t *turn, ctx context.Context, g given) (Reply, error) {
	a, name, which, err := t.member(ctx, g)
	if a == nil {
		return which, err
	}
	if err := t.library.Collect(ctx, name, a.ID); err != nil {
		return Reply{}, err
	}
	t.bot.stir(t.library)
	return Reply{Blocks: []Block{Paragraph(fmt.Sprintf(isIn, title(a), name))}, Private: t.private()}, nil
}

func takeOut(t *turn, ctx context.Context, g given) (Reply, error) {
	a, name, which, err := t.member(ctx, g)
	if a == nil {
		return which, err
	}
	known, err := t.known(ctx, []string{name})
	if err != nil {
		return Reply{}, err
	}
	if err := t.library.Uncollect(ctx, known[0], a.ID); err != nil {
		return Reply{}, err
	}
	return Reply{Blocks: []Block{Paragraph(fmt.Sprintf(isNotIn, title(a), known[0]))}, Private: t.private()}, nil
}

func dissolve(t *turn, ctx context.Context, g given) (Reply, error) {
	known, err := t.known(ctx, []string{g["collection"]})
	if err != nil {
		return Reply{}, err
	}
	if err := t.library.Uncollect(ctx, known[0]); err != nil {
		return Reply{}, err
	}
	return Reply{Blocks: []Block{Paragraph(fmt.Sprintf(isDissolved, known[0]))}, Private: t.private()}, nil
}

// answerFrom sets the collections that the channel is answered from, or tells which it is.
func answerFrom(t *turn, ctx context.Context, g given) (Reply, error) {
	typed := strings.TrimSpace(g["collections"])
	if typed == "" {
		here, err := t.collections()
		return Reply{Blocks: []Block{Paragraph(answeredFrom(here))}, Private: true}, err
	}
	var names []string
	if !strings.EqualFold(typed, "all") {
		var err error
		if names, err = t.known(ctx, strings.Split(typed, ",")); err != nil {
			return Reply{}, err
		}
	}
	if err := t.setCollections(ctx, names); err != nil {
		return Reply{}, err
	}
	return Reply{Blocks: []Block{Paragraph(answeredFrom(names))}, Private: t.private()}, nil
}

// known returns collections as they are written, or a Refusal for one that is not there.
func (t *turn) known(ctx context.Context, typed []string) (names []string, err error) {
	all, err := t.library.Collections(ctx)
	if err != nil {
		return nil, err
	}
	for _, name := range typed {
		name = strings.TrimSpace(name)
		at := indexOf(all, name)
		if at < 0 {
			return nil, Refusal(fmt.Sprintf(noSuchCollection, shortened(name)))
		}
		names = append(names, all[at].Name)
	}
	return names, nil
}
