package bot

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"verbatim/answer"
	"verbatim/bot/vitals"
)

// An edition is an article as a person saw it who then changes it or takes it out: what it
// became meanwhile is not touched.
// It is told by a hash of it all and, as it stands, its id: that may be long.
func editionOf(a *answer.Article) string {
	whole, err := json.Marshal(a)
	if err != nil {
		panic(err) // texts and numbers can always be written
	}
	sum := sha256.Sum256(whole)
	return base64.RawURLEncoding.EncodeToString(sum[:9]) + " " + a.ID
}

// seen returns the article that a state is of, if it is as it was.
func (t *turn) seen(ctx context.Context, state string) (*answer.Article, error) {
	_, id, _ := strings.Cut(state, " ")
	a, err := t.stored(ctx, id)
	if err == nil && editionOf(a) != state {
		return nil, changedMeanwhile
	}
	return a, err
}

// stored returns the article with an id.
func (t *turn) stored(ctx context.Context, id string) (*answer.Article, error) {
	a, _, err := t.library.Article(ctx, id)
	if errors.Is(err, answer.ErrNotFound) {
		return nil, articleGone
	}
	return a, err
}

// replace puts what goes with the command in the place of an article, or opens a form with
// the article in it where that is nothing.
func replace(t *turn, ctx context.Context, g given) (Reply, error) {
	a, which, err := t.one(ctx, g["article"])
	if a == nil {
		return which, err
	}
	m := material{files: t.Files, links: linksIn(g["from"]), given: g}
	if m.empty() && g["title"] == "" && g["outlet"] == "" && g["date"] == "" {
		return t.change(a), nil
	}
	if err := g.check(); err != nil {
		return Reply{}, err
	}
	return t.putInPlace(ctx, a, *a, m)
}

// change opens a form with an article in it.
func (t *turn) change(a *answer.Article) Reply {
	return t.fill(changeForm(a), Pressed{Name: "replace", State: a.ID})
}

func openChangeForm(t *turn, ctx context.Context, id string) (Reply, error) {
	a, err := t.stored(ctx, id)
	if err != nil {
		return Reply{}, err
	}
	return t.change(a), nil
}

// longestInForm is how many characters the text of an article may have to stand in a form.
const longestInForm = 3000

func changeForm(a *answer.Article) Form {
	g := given{"title": a.Title, "outlet": a.Source, "date": a.Published, "link": a.URL}
	if utf8.RuneCountInString(a.Text) <= longestInForm {
		g["text"] = a.Text
	}
	fields := fieldsOf(g)
	fields[0].Hint = newTextHint
	fields[len(fields)-1].Hint = "" // nothing is loaded from there
	file := Field{Name: "files", Label: "File", Hint: newTextHint, Files: true}
	return Form{
		Title: changeTitle, Submit: changeSubmit, About: shortened(title(a)),
		Pressed: Pressed{Name: "replaced", State: editionOf(a)}, Fields: append([]Field{file}, fields...),
	}
}

// replaced changes an article to what was filled into the form.
func replaced(t *turn, ctx context.Context, state string) (Reply, error) {
	a, err := t.seen(ctx, state)
	if err != nil {
		return t.didBefore(ctx, fieldsNow, err)
	}
	remark := t.dateless(a.Published)
	m := material{files: t.Files, given: given(t.Fields)}
	if text := t.Fields["text"]; len(m.files) == 0 && !sameLines(text, a.Text) {
		m.text = strings.TrimSpace(text)
	}
	changed := *a
	changed.Title, changed.Source = t.Fields["title"], t.Fields["outlet"]
	changed.Published, changed.URL = t.Fields["date"], t.Fields["link"]
	r, err := t.putInPlace(ctx, a, changed, m)
	r.Blocks = append(r.Blocks, remark...)
	return r, err
}

// sameLines reports whether two texts differ in nothing but what ends their lines, which a
// chat gives back from a form as it likes.
func sameLines(a, b string) bool { return slices.Equal(linesOf(a), linesOf(b)) }

func linesOf(t string) (lines []string) {
	for line := range strings.Lines(strings.TrimSpace(t)) {
		lines = append(lines, strings.TrimSpace(line))
	}
	return lines
}

// putInPlace stores what a material holds in the place of an article as it was seen, with what is
// given of it, and with the fields of the next one where nothing is.
func (t *turn) putInPlace(ctx context.Context, seen *answer.Article, next answer.Article, m material) (Reply, error) {
	if !m.empty() {
		read, err := t.soleArticle(ctx, m)
		if err != nil {
			return Reply{}, err
		}
		next.Text, next.Furniture, next.Lang = read.Text, read.Furniture, read.Lang
		if next.URL == "" {
			next.URL = read.URL
		}
	}
	for field, name := range map[*string]string{&next.Title: "title", &next.Source: "outlet", &next.Published: "date"} {
		if given := m.given[name]; given != "" {
			*field = given
		}
	}
	editor := t.library.Editor(t.origin(ctx)).While(seen)
	added, err := editor.Add(ctx, &next)
	switch {
	case errors.Is(err, answer.ErrChanged):
		return Reply{}, changedMeanwhile
	case err != nil:
		return Reply{}, err
	case added[0].Err != nil:
		return Reply{}, Refusal(sentence(added[0].Err.Error()))
	}
	vitals.Of(ctx).Count(vitals.Loaded)
	t.bot.stir(t.library)
	return t.didChange(fmt.Sprintf(fieldsNow, title(&next)), editor.Change()), nil
}

// soleArticle returns the one article that a material holds.
func (t *turn) soleArticle(ctx context.Context, m material) (sole *answer.Article, err error) {
	t.meanwhile(fmt.Sprintf(loadingNow, m.names()))
	for item := range t.items(ctx, m) {
		switch {
		case item.Err != nil:
			name, why := whyNot(item.Name, item.Err)
			return nil, Refusal(sentence(name + ": " + why))
		case item.Article != nil && sole != nil:
			return nil, oneInTheOther
		case item.Article != nil:
			sole = item.Article
		}
	}
	if sole == nil {
		return nil, nothingToLoad
	}
	return sole, nil
}

// didChange tells of a change, and offers to take it back.
func (t *turn) didChange(said string, change uint64) Reply {
	r := Reply{Blocks: []Block{Paragraph(said)}, Private: t.private()}
	if change != 0 {
		r.Actions = []Action{offer(undoLabel, "undo", strconv.FormatUint(change, 10))}
	}
	return r
}

// sentence ends what an error says as a sentence does.
func sentence(said string) string { return strings.TrimSuffix(said, ".") + "." }
