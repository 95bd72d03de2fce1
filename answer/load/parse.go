package load

import (
	"context"
	"errors"
	"io"
	"iter"
)

// Input is what is known of a stream before it is parsed.
type Input struct {
	Name       string // for people, as in Item.Name
	ID         string // of the article, if it has none of its own
	URL        string // where it came from, if from the web
	Charset    string // as the server declares it, in a content type
	Kind       kind   // what it is written in
	MaxArticle int64  // as in Options
	Skip       int    // how many members of an archive are passed over, as they were dealt with before
}

// Parser turns a stream into items as Upload does, but elsewhere, where an input that
// means harm can do none. An archive comes as an *io.SectionReader.
type Parser func(ctx context.Context, in Input, r io.Reader) iter.Seq[Item]

// Steps are called while an input is parsed.
type Steps struct {
	// Begin comes before a member of an archive is read, with the members counted from 0
	// and the name as it will be in its items.
	Begin func(member int, name string)
	// Aside does what takes time that is not the input's: once a process, the reader of
	// PDFs is made ready, which takes seconds on a machine that never did.
	Aside func(do func())
}

// Items parses r in this process, and tells of its steps.
func (in Input) Items(ctx context.Context, r io.Reader, steps Steps) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		l := newLoader(ctx, Options{MaxArticle: in.MaxArticle}, yield)
		l.skip, l.steps = in.Skip, steps
		l.stream(source{name: in.Name, id: in.ID, url: in.URL, charset: in.Charset, kind: in.Kind, Reader: r})
	}
}

// elsewhere has s parsed by the parser of the options.
func (l *loader) elsewhere(s source) bool {
	if s.kind != zipArchive {
		s.Reader = explained{s.Reader}
	}
	in := Input{Name: s.name, ID: s.id, URL: s.url, Charset: s.charset, Kind: s.kind, MaxArticle: l.limit}
	for item := range l.parse(l.ctx, in, s.Reader) {
		if !l.emit(item) {
			return false
		}
	}
	return true
}

// explained is a reader whose errors are those that people are told.
type explained struct{ io.Reader }

func (e explained) Read(p []byte) (int, error) {
	n, err := e.Reader.Read(p)
	if err != nil && err != io.EOF {
		err = errors.New(whyUnreadable(err))
	}
	return n, err
}
