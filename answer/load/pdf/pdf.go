// Package pdf reads the text of a PDF as a person would: columns in their order, lines put together to paragraphs,
// words that were hyphenated at the end of a line made whole, and what repeats on each page left aside.
package pdf

import (
	"context"
	"errors"
	"strings"
	"time"

	"verbatim/answer/text"
)

// Limits of a file; 8 million letters are some 3,000 full pages.
const (
	maxPages  = 3000
	maxGlyphs = 8 << 20
	patience  = 8 * time.Second // without the start of the engine
)

// Document is what a PDF says.
type Document struct {
	Text    string      // paragraphs with a blank line between, then what repeats on its pages
	Aside   []text.Span // of Text that is headers and footers, each once
	Title   string      // as the file says, if its first page says so too, or else what is set largest there
	Author  string      // as the file says, unchecked
	Created string      // the day the file says it was written, as 2019-03-01; "" where it was only printed then
}

// Why a file has no text; each is to be read behind the file's name.
var (
	ErrBroken = errors.New("is no PDF, or a broken one; copy or download it again")
	ErrLocked = errors.New("is locked with a password; save a copy without one")
	ErrNoText = errors.New("has no text in it, only pictures; load its text, for instance from a program that reads scans")
	errSigns  = errors.New("does not say which letters its signs stand for; print it to a new PDF, or load its text")
	errTime   = errors.New("takes too long to read; print it to a new PDF, or load its text")
	errMemory = errors.New("takes too much memory to read; print it to a new PDF, or load its text")
	errPages  = errors.New("has more than 3,000 pages, the most that are read as one article; split it")
	errGlyphs = errors.New("has more than 8 million letters, the most that are read as one article; split it")
)

// Read reads data. Its errors say in one line why there is no text, and what mends it. The first call of a
// process prepares the reader, where Prepare has not.
func Read(ctx context.Context, data []byte) (d *Document, err error) {
	e, err := start(ctx)
	if err != nil {
		return nil, err
	}
	defer e.close()
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	e.ctx = ctx
	defer func() {
		switch f := recover().(type) {
		case nil:
		case failure:
			d, err = nil, f.error
		default:
			panic(f)
		}
	}()
	return e.read(data)
}

func (e *engine) read(data []byte) (*Document, error) {
	if err := e.load(data); err != nil {
		return nil, err
	}
	pages, err := e.pages()
	if err != nil {
		return nil, err
	}
	if err := readable(pages); err != nil {
		return nil, err
	}
	f, err := arrange(e.ctx, pages)
	if err != nil {
		return nil, err
	}
	d := &Document{
		Title:   f.title(e.info("Title")),
		Author:  e.info("Author"),
		Created: writtenOn(e.info("CreationDate"), e.info("Creator")+" "+e.info("Producer")),
	}
	d.Text, d.Aside = f.text()
	return d, nil
}

// readable says why pages have no text.
func readable(pages []page) error {
	letters, unknown := 0, 0
	for _, p := range pages {
		for _, g := range p {
			switch {
			case g.unknown:
				unknown++
			case strings.TrimSpace(g.text) != "":
				letters++
			}
		}
	}
	switch {
	case letters+unknown == 0:
		return ErrNoText
	case unknown > letters:
		return errSigns
	}
	return nil
}
