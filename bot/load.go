package bot

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"verbatim/answer"
	"verbatim/answer/load"
)

// addOptions are what add takes beside files: links or a text, and what they do not tell.
var addOptions = append([]Option{
	{Name: "file", About: "the files to load", Kind: Upload},
	{Name: "links", About: "web addresses to load from", Kind: Words, Bare: true},
}, fieldOptions...)

var replaceOptions = append([]Option{
	{Name: "file", About: "the file with the new text", Kind: Upload},
	{Name: "from", About: "a web address to load the new text from", Kind: Words},
}, fieldOptions[:3]...)

var fieldOptions = []Option{
	{Name: "title", About: "the title, where it is not told", Kind: Words},
	{Name: "outlet", About: "where it was published", Kind: Outlet},
	{Name: "date", About: "when: 2019, 2019-03 or 2019-03-01", Kind: Day},
	{Name: "in", About: "a collection to put it in", Kind: ACollection},
}

// add loads what goes with the command, or opens a form where that is nothing.
func add(t *turn, ctx context.Context, g given) (Reply, error) {
	m := material{files: t.Files, links: linksIn(g["links"]), given: g}
	if rest := g["links"]; len(m.links) == 0 && rest != "" && len(m.files) == 0 {
		return Reply{}, nothingToLoad
	}
	if err := g.check(); err != nil {
		return Reply{}, err
	}
	if m.empty() {
		return openAddForm(t, ctx, "")
	}
	return t.load(ctx, m)
}

// loaded loads what was filled into the form of add.
func loaded(t *turn, ctx context.Context, _ string) (Reply, error) {
	remark := t.dateless("")
	m := material{files: t.Files, text: strings.TrimSpace(t.Fields["text"]), given: given(t.Fields)}
	if m.text == "" && len(m.files) == 0 {
		m.links = linksIn(t.Fields["link"])
	}
	if m.empty() {
		return Reply{}, nothingToLoad
	}
	r, err := t.load(ctx, m)
	r.Blocks = append(r.Blocks, remark...)
	return r, err
}

// loadThis loads a message that somebody wrote: its files, and what its links lead to.
func loadThis(t *turn, ctx context.Context) (Reply, error) {
	if err := t.mustKeep(ctx); err != nil {
		return Reply{}, err
	}
	m := material{files: t.Files, links: linksIn(t.Text)}
	if m.empty() {
		return Reply{}, nothingToLoad
	}
	return t.load(ctx, m)
}

// addsIn returns what is to be loaded where a message says just that, in a word before
// links or with files attached; false where it says something else.
func (t *turn) addsIn() (given, bool) {
	word, rest := cutWord(t.Text)
	says := strings.EqualFold(word, "add") || strings.EqualFold(word, "load")
	switch {
	case t.Text == "" && len(t.Files) > 0:
		return given{}, true
	case says && (len(t.Files) > 0 || len(linksIn(rest)) > 0):
		return (&Command{Options: addOptions}).read(rest), true
	}
	return nil, false
}

// origin is of a change that the message asks for: the same each time it comes.
func (t *turn) origin(ctx context.Context) answer.Origin {
	name := t.User.Name
	if name == "" && t.User.Called != nil {
		name = t.User.Called(ctx)
	}
	return answer.Origin{
		Request: t.request(), By: cmp.Or(name, t.User.ID), ByID: t.User.ID, From: t.Where, At: t.bot.now(),
	}
}

// request names the message among those of all tenants that may share a library.
func (t *turn) request() string { return t.Tenant + "/" + t.ID }

// load stores what is read of a material, batch after batch, and tells what became of it.
// What it tells is on disk. Where it is broken off, that is there too, and is told.
func (t *turn) load(ctx context.Context, m material) (Reply, error) {
	l := &loading{turn: t, material: m, editor: t.library.Editor(t.origin(ctx))}
	defer func() { t.bot.stir(t.library) }()
	defer l.counted(ctx)
	if err := l.all(ctx); err != nil {
		t.bot.found(err)
		t.bot.log.ErrorContext(ctx, "a load is broken off", "tenant", t.Tenant, "message", t.ID, "error", err)
		if l.stored == 0 {
			return Reply{}, err
		}
		l.broken = true
	}
	return l.reply(ctx)
}

func (l *loading) all(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	l.meanwhile(fmt.Sprintf(loadingNow, l.material.names()))
	for batch := range load.Batches(ctx, l.items(ctx, l.material)) {
		articles := load.Articles(batch)
		for _, a := range articles {
			l.material.complete(a)
		}
		added, err := l.editor.Add(context.WithoutCancel(ctx), articles...)
		if err != nil {
			return err
		}
		l.note(batch, added) // it is there, whatever comes now
		if err := l.collect(context.WithoutCancel(ctx), batch, added); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// collect puts the articles of a batch into the collection that was named, if one was, and
// into those that they were in where they were exported, as far as these can be.
func (l *loading) collect(ctx context.Context, batch []load.Item, added []answer.Added) error {
	return l.library.CollectAll(ctx, load.Members(batch, added, l.material.given["in"]))
}

// meanwhile shows the person how far it is, where that can be shown.
func (t *turn) meanwhile(said string) {
	if t.Meanwhile != nil {
		t.Meanwhile(Reply{Blocks: []Block{Paragraph(said)}, Private: t.private()})
	}
}
