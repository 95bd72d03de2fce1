package bot

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"iter"
	"path"
	"regexp"
	"strings"

	"verbatim/answer"
	"verbatim/answer/load"
)

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

// webLink finds web addresses in what people write; what ends a sentence behind one is not of it.
var webLink = regexp.MustCompile(`(?i)\bhttps?://[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}'’]`)

func linksIn(typed string) []string { return webLink.FindAllString(typed, -1) }

// names tells in short what is loaded.
func (m material) names() string {
	var names []string
	for _, f := range m.files {
		names = append(names, shortened(f.Name))
	}
	for _, link := range m.links {
		names = append(names, shortened(link))
	}
	if len(names) == 0 {
		return "the text"
	}
	return inWords(names)
}

// items yields the articles of a material, as they are read.
func (t *turn) items(ctx context.Context, m material) iter.Seq[load.Item] {
	return func(yield func(load.Item) bool) {
		for _, f := range m.files {
			if !t.file(ctx, f, yield) {
				return
			}
		}
		each := load.Each(ctx, m.links, t.bot.tenants.reading())
		if m.text != "" {
			each = load.Upload(ctx, pasted, strings.NewReader(m.text), t.bot.tenants.reading())
		}
		for item := range each {
			if !yield(bounded(item)) {
				return
			}
		}
	}
}

// longestArticle is how many bytes of text an article may have that is loaded in a chat: as
// much as a long novel. To index it takes memory that questions need meanwhile: some forty
// times the text, and of odd texts a hundred times and more.
const longestArticle = 2 << 20

// bounded refuses an article that is too long to be loaded while others ask.
func bounded(item load.Item) load.Item {
	if item.Article != nil && len(item.Article.Text) > longestArticle {
		return load.Item{Name: item.Name, Err: &load.Refusal{Name: item.Name, Why: string(tooLongAnArticle)}, Bytes: item.Bytes}
	}
	return item
}

// file yields the articles of a file. One that cannot be had is refused.
func (t *turn) file(ctx context.Context, f File, yield func(load.Item) bool) bool {
	r, err := f.Open(ctx)
	if err != nil {
		var why Refusal
		if !errors.As(err, &why) {
			t.bot.log.ErrorContext(ctx, "a file cannot be had", "tenant", t.Tenant, "message", t.ID, "error", err)
			why = fileUnreachable
		}
		return yield(load.Item{Name: f.Name, Err: &load.Refusal{Name: f.Name, Why: string(why)}})
	}
	defer r.Close()
	for item := range load.Upload(ctx, f.Name, r, t.bot.tenants.reading()) {
		if !yield(bounded(item)) {
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
	if len(m.links) == 0 {
		say(&a.URL, m.given["link"])
	}
	if m.text != "" {
		sum := sha256.Sum256([]byte(a.Text))
		a.ID = cmp.Or(m.given["title"], "pasted "+hex.EncodeToString(sum[:4]))
	}
}
