package bot

import (
	"context"
	"fmt"

	"verbatim/answer"
)

const (
	homeArticles  = 10
	prompts       = 4  // as many as fit beside each other
	promptSources = 20 // how many of the newest articles are looked at for them
	promptTries   = 12 // and of the people whom these quote
)

// Home returns what a person sees who opens the bot without asking: what it knows, the
// newest articles, how to ask.
// Home is of the Tenant and the User of m.
func (b *Bot) Home(ctx context.Context, m Message) Reply {
	blocks, err := b.home(ctx, m.Tenant)
	if err != nil {
		b.log.ErrorContext(ctx, "no home", "tenant", m.Tenant, "error", err)
		return Failed(ctx).Reply()
	}
	t := &turn{bot: b, Message: m, memory: b.tenants.Memory(m.Tenant), owner: m.User.ID}
	return t.sealed(ctx, Reply{Blocks: blocks, Actions: t.keeping(ctx)})
}

// keeping returns what those who look after the articles may begin with.
func (t *turn) keeping(ctx context.Context) []Action {
	all := []Action{offer(listArticlesLabel, "next", "")}
	if t.keeps(ctx) {
		all = append(all, offer(addArticlesLabel, "add", ""), offer(historyLabel, "history", ""))
	}
	return all
}

func (b *Bot) home(ctx context.Context, tenant string) ([]Block, error) {
	library, err := b.tenants.Library(tenant)
	if err != nil {
		return nil, err
	}
	n, err := library.Size(ctx)
	if err != nil {
		return nil, err
	}
	newest, err := library.Newest(ctx, homeArticles)
	if err != nil {
		return nil, err
	}
	asked, err := b.answered(ctx, library, tenant)
	return sayHome(n, newest, asked), err
}

func sayHome(n int, newest []*answer.Article, asked []string) []Block {
	blocks := []Block{Paragraph(whatIAm)}
	if n == 0 {
		return append(blocks, Paragraph(noArticles), commandList())
	}
	blocks = append(blocks, knowing(n), Paragraph(howToAsk))
	if len(asked) > 0 {
		list := List{Heading: tryAsking}
		for _, q := range asked {
			list.Items = append(list.Items, Item{Name: q})
		}
		blocks = append(blocks, list)
	}
	return append(blocks, listed(newestArticles, newest), commandList())
}

// saySources says how many articles there are, and the outlets that have most of them.
func saySources(n int, outlets []answer.Facet) []Block {
	if n == 0 {
		return []Block{Paragraph(noArticles)}
	}
	blocks := []Block{knowing(n)}
	if len(outlets) == 0 {
		return blocks
	}
	list := List{Heading: mostArticles}
	for _, o := range outlets {
		list.Items = append(list.Items, Item{Name: o.Name, About: plural(o.Count)})
	}
	return append(blocks, list)
}

func knowing(n int) Paragraph { return Paragraph(fmt.Sprintf(knowsArticles, plural(n))) }

func plural(articles int) string { return Numbered(articles, "article") }

// Prompts returns up to four questions that the tenant's articles answer.
func (b *Bot) Prompts(ctx context.Context, tenant string) []string {
	library, err := b.tenants.Library(tenant)
	if err == nil {
		var asked []string
		if asked, err = b.answered(ctx, library, tenant); err == nil {
			return asked
		}
	}
	b.log.ErrorContext(ctx, "no prompts", "tenant", tenant, "error", err)
	return nil
}

// answered returns questions about whom the newest articles quote, as far as they have an answer.
func (b *Bot) answered(ctx context.Context, library *answer.Library, tenant string) (asked []string, err error) {
	chosen, err := b.settingsOf(b.tenants.Memory(tenant))
	if err != nil {
		return nil, err
	}
	speakers, err := library.Speakers(ctx, promptSources)
	for _, who := range speakers[:min(len(speakers), promptTries)] {
		if len(asked) == prompts {
			break
		}
		q := fmt.Sprintf(whatDidTheySay, who)
		a, err := b.ask(ctx, tenant, library, answer.Question{Text: q, Limit: 1, Langs: chosen.Languages, Silence: b.silence(chosen)})
		if err != nil {
			return asked, err
		}
		if !a.Abstained() {
			asked = append(asked, q)
		}
	}
	return asked, err
}
