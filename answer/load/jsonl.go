package load

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"verbatim/answer"
)

// maxBadLines is how many lines in a row may hold no article: the file is none of articles then.
const maxBadLines = 100

// lines loads s, which holds one article a line as a JSON object. A line that
// holds none is refused, and the rest goes on, unless there is line after line of them.
func (l *loader) lines(s source) bool {
	r := lineReader{bufio.NewReaderSize(s.Reader, 64<<10), nil, l.limit}
	bad, some := 0, false
	for n := 1; ; n++ {
		data, err := r.next()
		switch {
		case err == io.EOF && !some:
			return l.refuse(s.name, "is empty; there is nothing to quote")
		case err == io.EOF:
			return true
		}
		at := fmt.Sprintf("%s:%d", s.name, n)
		var large errTooLarge
		switch {
		case err != nil && !errors.As(err, &large):
			return l.refuse(at, "%s", whyUnreadable(err))
		case err == nil && len(data) == 0:
			continue
		case bad == maxBadLines:
			return l.refuse(s.name, "is not read further: %d lines in a row hold no article; write one JSON object a line", bad)
		case !s.budget.take():
			return l.refuse(at, "takes its archive past %d articles, the most that is read; split the archive", maxMembers)
		}
		var a *answer.Article
		var collections []string
		if err == nil {
			a, collections, err = readLine(data, fmt.Sprintf("%s:%d", s.id, n), s.url)
		}
		if err == nil && int64(len(a.Text)) > l.limit {
			err = errTooLarge(l.limit)
		}
		if bad, some = bad+1, true; err == nil {
			bad = 0
		}
		if !l.outcome(at, a, err, collections...) {
			return false
		}
	}
}

// record is a line as files have it.
type record struct {
	ID, Title, Author, Authors, Source, Published, Date, URL, Lang field
	Text                                                           *string
	Furniture                                                      furniture
	Collections                                                    names
}

// field is a string that some files write as a number or as a list; anything else is not known.
type field string

// UnmarshalJSON never fails: a field that cannot be read is worth less than its article.
func (f *field) UnmarshalJSON(data []byte) error {
	var v any
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if d.Decode(&v) == nil {
		*f = field(flat(v))
	}
	return nil
}

func flat(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case []any:
		var parts []string
		for _, e := range v {
			if s := flat(e); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	}
	return ""
}

// readLine reads one line, and which collections its article was in; id and url stand in
// when it has none of its own.
func readLine(data []byte, id, url string) (a *answer.Article, collections []string, err error) {
	if at := invalidUTF8(data); at >= 0 {
		return nil, nil, fmt.Errorf("is not UTF-8 text (byte %d of the line); save it as UTF-8", at)
	}
	var r record
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, nil, whyNoRecord(err)
	}
	if r.Text == nil {
		return nil, nil, errors.New(`has no "text"; give it one`)
	}
	if err := checkText(*r.Text); err != nil {
		return nil, nil, fmt.Errorf("its text %w", err)
	}
	if r.Furniture.fits(*r.Text) {
		a, err = r.asStored(id)
	} else {
		a, err = r.article(id, url)
	}
	return a, r.Collections, err
}

// article returns the article of a line, with what it does not tell read off its text.
func (r *record) article(id, url string) (*answer.Article, error) {
	return complete(&answer.Article{
		ID: first(r.ID, field(id)), Title: string(r.Title), Author: first(r.Author, r.Authors), Source: string(r.Source),
		URL: first(r.URL, field(url)), Published: parseDate(first(r.Published, r.Date)), Lang: language(string(r.Lang), *r.Text),
		Text: *r.Text,
	})
}

func whyNoRecord(err error) error {
	var t *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &t):
		return fmt.Errorf("is not JSON (%w); write one whole object a line", err)
	case t.Field == "":
		return fmt.Errorf("is a JSON %s; write one object a line", t.Value)
	}
	return fmt.Errorf(`its "text" is a %s; make it a string`, t.Value)
}

func first(fields ...field) string {
	for _, f := range fields {
		if strings.TrimSpace(string(f)) != "" {
			return string(f)
		}
	}
	return ""
}

// lineReader reads lines of at most twice limit bytes, as a text is longer once it is written
// as JSON; a longer one is read past and returned as errTooLarge.
type lineReader struct {
	*bufio.Reader
	buf   []byte // kept from line to line
	limit int64
}

// next returns the next line without the white space around it, valid until the next call, or io.EOF.
func (r *lineReader) next() ([]byte, error) {
	r.buf = r.buf[:0]
	large := false
	for {
		part, err := r.ReadSlice('\n')
		large = large || int64(len(r.buf)+len(part)) > 2*r.limit
		if !large {
			r.buf = append(r.buf, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && len(r.buf) == 0 && !large, err != nil && err != io.EOF:
			return nil, err
		case large:
			return nil, errTooLarge(r.limit)
		}
		return bytes.TrimSpace(bytes.TrimPrefix(r.buf, utf8BOM)), nil
	}
}
