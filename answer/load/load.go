// Package load turns what a person names into articles: a file, a folder, an
// archive, a web address, an upload. There is one file per format, and what a
// format cannot tell (title, date, page furniture) is read off the text.
package load

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"verbatim/answer"
	"verbatim/answer/load/pdf"
	"verbatim/answer/load/web"
)

// maxArticle is the most bytes an article may have unless Options say otherwise.
const maxArticle = 20 << 20

// Item is an article, the reason why there is none, or a note: one of Article, Err and Note is set.
type Item struct {
	Name    string          // what was read: a path, an archive and its member, a file and its line, an address
	Article *answer.Article // ready to be stored
	Err     error           // a *Refusal, or the error of the context, after which nothing follows
	Note    string          // what a folder or archive holds that is not read; nothing is wrong with it
	Bytes   int64           // of the input that were read since the item before, for progress

	Collections []string // that the article was in where it was exported
}

// Options say how to load; the zero Options are right for a file.
type Options struct {
	MaxArticle int64      // the most bytes of an article, and of the file or line it stands in; 0 means 20 MiB
	Stdin      io.Reader  // what the name "-" stands for; nil means os.Stdin
	Web        *web.Rules // which hosts may be asked for what stands at an address; nil means all public ones
	Parse      Parser     // parses what is read; nil means that this process does
}

// Refusal is why an input did not become an article, in one line for the person who named it.
type Refusal struct {
	Name string // the input, as in Item.Name
	Why  string // what is wrong with it and what mends it
}

func (r *Refusal) Error() string { return r.Name + ": " + r.Why }

// Each yields the articles of the names in the order given, folders in the
// order of their files' names. A name is a path, an http or https address, or
// "-" for standard input. An input that is refused does not end the load. One
// article is held at a time.
func Each(ctx context.Context, names []string, o Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		l := newLoader(ctx, o, yield)
		for _, name := range names {
			if !l.named(name) {
				return
			}
		}
	}
}

// Upload yields the articles of r, a file that somebody sent under a name.
func Upload(ctx context.Context, name string, r io.Reader, o Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		l := newLoader(ctx, o, yield)
		l.stream(source{name: name, id: filepath.Base(name), kind: kindOf(name), Reader: r})
	}
}

// Size returns how many bytes Each will read, as far as that is known beforehand:
// web addresses, standard input and what cannot be read count nothing.
func Size(names []string) int64 {
	var n int64
	for _, name := range names {
		info, err := os.Stat(name)
		switch {
		case err != nil:
		case info.IsDir():
			n += listFolder(name).size
		default:
			n += info.Size()
		}
	}
	return n
}

// loader is one call of Each.
type loader struct {
	ctx   context.Context
	limit int64
	stdin io.Reader
	rules *web.Rules
	web   *web.Client // nil until there is an address
	yield func(Item) bool
	read  int64  // bytes since the last item
	parse Parser // as in Options
	skip  int    // as in Input
	steps Steps
}

func newLoader(ctx context.Context, o Options, yield func(Item) bool) *loader {
	l := &loader{
		ctx: ctx, limit: o.MaxArticle, stdin: o.Stdin, rules: o.Web, yield: yield,
		parse: o.Parse, steps: Steps{Begin: func(int, string) {}, Aside: func(do func()) { do() }},
	}
	if l.limit <= 0 {
		l.limit = maxArticle
	}
	if l.stdin == nil {
		l.stdin = os.Stdin
	}
	return l
}

// source is an input whose kind is known.
type source struct {
	name    string // for people
	id      string // of the article, if it has none of its own
	url     string // where it came from, if from the web
	charset string // as the server declares it, in a content type
	kind    kind
	budget  *budget // of the archive it stands in, nil outside
	io.Reader
}

// named loads one name. Like all methods that yield, it reports whether to go on.
func (l *loader) named(name string) bool {
	switch {
	case name == "-":
		return l.stream(source{name: "standard input", id: "stdin", Reader: l.stdin})
	case strings.Contains(name, "://"):
		return l.address(name)
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return l.refuse(name, "%s", whyUnreadable(err))
	case info.IsDir():
		return l.folder(name)
	case !info.Mode().IsRegular():
		return l.refuse(name, "is neither a file nor a folder; pipe it in and name it -")
	}
	return l.file(name, filepath.Base(name))
}

// file loads the file at path as the article, or the articles, called id.
func (l *loader) file(path, id string) bool {
	f, err := os.Open(path)
	if err != nil {
		return l.refuse(path, "%s", whyUnreadable(err))
	}
	defer f.Close()
	return l.stream(source{name: path, id: id, kind: kindOf(path), Reader: f})
}

// stream loads s, whose kind is told from its first bytes if its name does not tell it.
func (l *loader) stream(s source) bool {
	if s.kind == untold {
		s.Reader, s.kind = sniff(s.Reader)
	}
	if s.kind == zipArchive { // which is read here and there
		section, done, err := seekable(s.Reader)
		if err != nil {
			return l.refuse(s.name, "%s", whyUnreadable(err))
		}
		defer done()
		s.Reader = section
	}
	if l.parse != nil {
		return l.elsewhere(s)
	}
	if s.kind != zipArchive { // which counts what it reads itself
		s.Reader = &meter{s.Reader, &l.read}
	}
	return l.open(s)
}

// open loads s as what it is.
func (l *loader) open(s source) bool {
	switch s.kind {
	case plainText:
		return l.article(s, readText)
	case markdownText:
		return l.article(s, readMarkdown)
	case htmlPage:
		return l.article(s, readHTML)
	case pdfDocument:
		if !pdf.Ready() {
			l.steps.Aside(pdf.Prepare)
		}
		return l.article(s, func(data []byte, s source) (*answer.Article, error) { return readPDF(l.ctx, data, s) })
	case wordDocument:
		return l.article(s, readDocx)
	case jsonLines:
		return l.lines(s)
	case zipArchive:
		return l.archive(s)
	}
	return l.refuse(s.name, "is of a kind that is not read yet; %s are", kindsRead)
}

// article loads s as one article by a format's parse function, whose errors say why there is none.
func (l *loader) article(s source, parse func([]byte, source) (*answer.Article, error)) bool {
	data, err := readAll(s, l.limit)
	if err != nil {
		return l.refuse(s.name, "%s", whyUnreadable(err))
	}
	a, err := parse(data, s)
	if err == nil && int64(len(a.Text)) > l.limit {
		err = errTooLarge(l.limit)
	}
	return l.outcome(s.name, a, err)
}

// outcome yields an article, or err, which says why there is none.
func (l *loader) outcome(name string, a *answer.Article, err error, collections ...string) bool {
	if err == nil {
		err = checkSentences(a)
	}
	if err != nil {
		return l.refuse(name, "%s", err)
	}
	return l.emit(Item{Name: name, Article: a, Collections: collections})
}

func (l *loader) refuse(name, format string, args ...any) bool {
	return l.emit(Item{Name: name, Err: &Refusal{name, fmt.Sprintf(format, args...)}})
}

func (l *loader) emit(it Item) bool {
	if err := l.ctx.Err(); err != nil {
		l.yield(Item{Name: it.Name, Err: err})
		return false
	}
	it.Bytes += l.read
	l.read = 0
	return l.yield(it)
}

// meter counts what is read through it.
type meter struct {
	io.Reader
	n *int64
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.Reader.Read(p)
	*m.n += int64(n)
	return n, err
}
