package bot

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"path"
	"regexp"
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

// material is what a person wants loaded, and what that person says of it.
type material struct {
	files []File
	links []string
	text  string
	given given
}

func (m material) empty() bool { return len(m.files)+len(m.links) == 0 && m.text == "" }

// sole reports whether it can be one article alone, so that what is given is surely of that.
func (m material) sole() bool {
	if m.text != "" || len(m.files)+len(m.links) != 1 {
		return m.text != "" && m.files == nil && m.links == nil
	}
	return len(m.links) == 1 || !holdsMany[strings.ToLower(path.Ext(m.files[0].Name))]
}

var holdsMany = map[string]bool{".zip": true, ".jsonl": true, ".ndjson": true}

// add loads what goes with the command, or opens a form where that is nothing.
func add(t *turn, ctx context.Context, g given) (Reply, error) {
	m := material{files: t.Files, links: linksIn(g["links"]), given: g}
	if rest := g["links"]; len(m.links) == 0 && rest != "" && len(m.files) == 0 {
		return Reply{}, nothingToLoad
	}
	if m.empty() {
		return openAddForm(t, ctx, "")
	}
	return t.load(ctx, m)
}

// loaded loads what was filled into the form of add.
func loaded(t *turn, ctx context.Context, _ string) (Reply, error) {
	m := material{files: t.Files, text: strings.TrimSpace(t.Fields["text"]), given: given(t.Fields)}
	if m.text == "" && len(m.files) == 0 {
		m.links = linksIn(t.Fields["link"])
	}
	if m.empty() {
		return Reply{}, nothingToLoad
	}
	return t.load(ctx, m)
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

// webLink finds web addresses in what people write; what ends a sentence behind one is not of it.
var webLink = regexp.MustCompile(`(?i)\bhttps?://[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}'’]`)

func linksIn(typed string) []string { return webLink.FindAllString(typed, -1) }

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

// items yields the articles of a material, as they are read.
func (t *turn) items(ctx context.Context, m material) iter.Seq[load.Item] {
	return func(yield func(load.Item) bool) {
		for _, f := range m.files {
			if !t.file(ctx, f, yield) {
				return
			}
		}
		each := load.Each(ctx, m.links, t.bot.tenants.Load)
		if m.text != "" {
			each = load.Upload(ctx, pasted, strings.NewReader(m.text), t.bot.tenants.Load)
		}
		for item := range each {
			if !yield(item) {
				return
			}
		}
	}
}

// file yields the articles of a file. One that cannot be had is refused.
func (t *turn) file(ctx context.Context, f File, yield func(load.Item) bool) bool {
	r, err := f.Open(ctx)
	if err != nil {
		var why Refusal
		if !errors.As(err, &why) {
			t.bot.log.Error("a file cannot be had", "tenant", t.Tenant, "message", t.ID, "error", err)
			why = fileUnreachable
		}
		return yield(load.Item{Name: f.Name, Err: &load.Refusal{Name: f.Name, Why: string(why)}})
	}
	defer r.Close()
	for item := range load.Upload(ctx, f.Name, r, t.bot.tenants.Load) {
		if !yield(item) {
			return false
		}
	}
	return true
}

// pasted is the name of a text that came in a form.
const pasted = "pasted.txt"

// complete completes an article with what a person says of it: of a sole one that counts
// more than what it tells itself.
func (m material) complete(a *answer.Article) {
	say := func(field *string, given string) {
		if *field == "" || m.sole() && given != "" {
			*field = given
		}
	}
	say(&a.Source, m.given["outlet"])
	say(&a.Published, m.given["date"])
	if !m.sole() {
		return
	}
	say(&a.Title, m.given["title"])
	if m.text != "" {
		say(&a.URL, m.given["link"])
		sum := sha256.Sum256([]byte(a.Text))
		a.ID = cmp.Or(m.given["title"], "pasted "+hex.EncodeToString(sum[:4]))
	}
}

// origin is of a change that the message asks for: the same each time it comes.
func (t *turn) origin() answer.Origin {
	return answer.Origin{
		Request: t.Tenant + "/" + t.ID, By: cmp.Or(t.User.Name, t.User.ID), ByID: t.User.ID, From: t.Where, At: t.bot.now(),
	}
}

// load stores what is read of a material, batch after batch, and tells what became of it.
// What it tells is on disk. Where it is broken off, that is there too, and is told.
func (t *turn) load(ctx context.Context, m material) (Reply, error) {
	l := &loading{turn: t, material: m, editor: t.library.Editor(t.origin())}
	defer func() { t.bot.stir(t.library) }()
	if err := l.all(ctx); err != nil {
		t.bot.log.Error("a load is broken off", "tenant", t.Tenant, "message", t.ID, "error", err)
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
		if err == nil {
			err = l.collect(ctx, articles, added)
		}
		if err != nil {
			return err
		}
		l.note(batch, added)
	}
	return ctx.Err()
}

// collect puts articles that are stored in the collection that was named, if one was.
func (l *loading) collect(ctx context.Context, articles []*answer.Article, added []answer.Added) error {
	var ids []string
	for i, a := range articles {
		if added[i].Status != answer.Refused {
			ids = append(ids, a.ID)
		}
	}
	if name := l.material.given["in"]; name != "" && len(ids) > 0 {
		return l.library.Collect(ctx, name, ids...)
	}
	return nil
}

// names tells in short what is loaded.
func (m material) names() string {
	var names []string
	for _, f := range m.files {
		names = append(names, f.Name)
	}
	names = append(names, m.links...)
	if len(names) == 0 {
		return "the text"
	}
	return inWords(names)
}

// meanwhile shows the person how far it is, where that can be shown.
func (t *turn) meanwhile(said string) {
	if t.Meanwhile != nil {
		t.Meanwhile(Reply{Blocks: []Block{Paragraph(said)}, Private: t.private()})
	}
}
