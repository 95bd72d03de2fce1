package sandbox

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"verbatim/answer"
	"verbatim/answer/load"
)

// maxDeaths is how many members of one archive may end their child before the rest is refused.
const maxDeaths = 3

// errand is an input on its way through children, of which one is enough for nearly all.
type errand struct {
	*Sandbox
	ctx   context.Context
	in    load.Input
	r     io.Reader
	yield func(load.Item) bool

	*process
	left   time.Duration // that the child may work on until it reports an item
	begun  bool
	member int // of an archive that the child is at, if it has begun
	name   string
	over   bool // the caller wants no more items
}

// run parses the input to its end.
func (e *errand) run() {
	for deaths := 1; ; deaths++ {
		err := e.attempt()
		switch {
		case err == nil || e.over:
			return
		case e.ctx.Err() != nil:
			e.yield(load.Item{Name: e.in.Name, Err: e.ctx.Err()})
			return
		case !e.begun:
			e.refuse(e.in.Name, err.Error())
			return
		case !e.refuse(e.name, err.Error()):
			return
		case deaths == maxDeaths:
			e.refuse(e.in.Name, fmt.Sprintf("is read no further: %d of its files could not be read safely; take them out", maxDeaths))
			return
		}
		e.in.Skip, e.begun = e.member+1, false
	}
}

func (e *errand) refuse(name, why string) bool {
	return e.yield(load.Item{Name: name, Err: &load.Refusal{Name: name, Why: why}})
}

// attempt has one child parse the input, and says why there is no more of it.
func (e *errand) attempt() (err error) {
	if e.process, err = e.take(); err != nil {
		return err
	}
	stop := context.AfterFunc(e.ctx, e.kill)
	spent, err := e.converse()
	if stop() && err == nil && !spent {
		e.put(e.process)
		return nil
	}
	e.drop(e.process)
	switch {
	case err == nil:
		return nil
	case e.isClosed():
		return errClosed
	}
	return errors.New(e.why())
}

// converse gives the child the input and takes what it reports until it is done.
func (e *errand) converse() (spent bool, err error) {
	e.left = e.patience
	first := order{Input: &e.in, Size: -1}
	if s, ok := e.r.(*io.SectionReader); ok {
		first.Size = s.Size()
	}
	if err := e.feed(first, 0); err != nil {
		return false, err
	}
	for {
		var r report
		if err := e.within(func() error { return e.receive(&r) }); err != nil {
			return false, err
		}
		switch {
		case r.Done:
			return r.Spent, nil
		case r.Wants:
			err = e.feed(order{}, r.Off)
		case r.Begun:
			e.begun, e.member, e.name, e.left = true, r.Member, r.Name, e.patience
		case r.Preparing:
			err = e.prepare()
		case r.Prepared:
			e.preparing, e.left = false, e.patience
		case r.Item != nil:
			err = e.item(r)
		default:
			err = errNonsense
		}
		if err != nil {
			return false, err
		}
	}
}

// prepare gives the child time for what it needs for any input, once.
func (e *errand) prepare() error {
	if e.prepared {
		return errNonsense
	}
	e.prepared, e.preparing, e.left = true, true, e.preparation
	return nil
}

// within does what waits for the child, for as long as the child may take.
func (e *errand) within(do func() error) error {
	start := time.Now()
	e.alarm.Reset(max(e.left, 0))
	err := do()
	e.alarm.Stop()
	e.left -= time.Since(start)
	return err
}

// feed sends an order with the next bytes of the input, or those at off if it is read here and there.
func (e *errand) feed(o order, off int64) error {
	n, err := 0, error(nil)
	if s, ok := e.r.(*io.SectionReader); !ok {
		n, err = some(e.r, e.data)
	} else if o.Input == nil {
		n, err = s.ReadAt(e.data, off)
	}
	o.Len = n
	switch {
	case err == io.EOF:
		o.End = true
	case err != nil:
		o.Fault = err.Error()
	}
	return e.within(func() error { return e.send(o, string(e.data[:n])) })
}

// some reads what r has by now, and waits only while that is nothing: what a person pipes
// in line by line is parsed line by line.
func some(r io.Reader, p []byte) (n int, err error) {
	for n == 0 && err == nil {
		n, err = r.Read(p)
	}
	return n, err
}

var (
	errNonsense = errors.New("the child reports nonsense")
	errOver     = errors.New("no more items are wanted")
)

// item hands on the item of a report.
func (e *errand) item(r report) error {
	out := load.Item{Name: r.Item.Name, Note: r.Item.Note, Article: r.Item.Article, Bytes: r.Item.Bytes, Collections: r.Item.Collections}
	if r.Item.Why != "" {
		out.Err = &load.Refusal{Name: r.Item.Name, Why: r.Item.Why}
	}
	if a := out.Article; a != nil {
		text, err := e.text(r.Len)
		if a.Text = text; err != nil {
			return err
		}
		if !sound(a) {
			return errNonsense
		}
	}
	e.left = e.patience
	if !e.yield(out) {
		e.over = true
		return errOver
	}
	return nil
}

// text receives the text of an article.
func (e *errand) text(n int) (string, error) {
	if int64(n) > e.in.MaxArticle {
		return "", errTooMuch
	}
	var b strings.Builder
	b.Grow(n)
	err := e.within(func() error {
		_, err := io.CopyN(&b, e.wire.in, int64(n))
		return err
	})
	return b.String(), err
}

// sound reports whether an article holds what the rest of the program relies on. A child
// that was taken over could say anything.
func sound(a *answer.Article) bool {
	for _, s := range []string{a.ID, a.Title, a.Author, a.Source, a.URL, a.Published, string(a.Lang), a.Text} {
		if !utf8.ValidString(s) {
			return false
		}
	}
	at := 0
	for _, f := range a.Furniture {
		if f.Start < at || f.End < f.Start || f.End > len(a.Text) {
			return false
		}
		at = f.End
	}
	return true
}
