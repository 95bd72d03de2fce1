package answer

import (
	"os"
	"sync"

	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/answer/text"
	"verbatim/store"
)

// This file makes forward records of articles as they are asked for, until the index holds them.

func init() { index.Fetch = fetch }

var keep = os.Getenv("KEEP_RECORDS") != ""
var kept sync.Map

func fetch(tx *store.Tx, number uint64) (*index.Contents, error) {
	if keep {
		if c, ok := kept.Load(number); ok {
			return c.(*index.Contents), nil
		}
	}
	a, err := articleAt(tx, number)
	if err != nil {
		return nil, err
	}
	sealed := tx.Get(numberKey(layoutKey, number))
	value, err := store.Unseal(sealed)
	if err != nil {
		return nil, err
	}
	var b bearings
	b.decode(value)
	c := &index.Contents{Number: number, Layout: value}
	fields := a.Title + "\n" + a.Author + "\n" + a.Source
	c.Sentences = append(c.Sentences, tokensOf(fields, text.Span{End: len(fields)}, a.Lang))
	c.Marks = append(c.Marks, 0)
	for _, s := range b.Sentences {
		c.Sentences = append(c.Sentences, tokensOf(a.Text, s, a.Lang))
		c.Marks = append(c.Marks, endingOf(s.Of(a.Text)))
	}
	for _, s := range b.names {
		c.Names = append(c.Names, tokensOf(a.Text, s, a.Lang))
	}
	if keep {
		c.Layout = append([]byte(nil), c.Layout...)
		kept.Store(number, c)
	}
	return c, nil
}

func tokensOf(t string, at text.Span, lang text.Lang) (all []index.Token) {
	before := text.Span{Start: at.Start, End: at.Start}
	for i, w := range text.Words(t, at, lang) {
		var f index.Flags
		if w.Stop {
			f |= index.Stop
		}
		if w.Joined {
			f |= index.Joined
		}
		if isCapital(w.Of(t)) {
			f |= index.Capital
		}
		if i == 0 {
			before = text.Span{Start: w.Start, End: w.Start}
		}
		all = append(all, index.Token{Type: index.Type(w.Form, w.Term, f), Mark: question.MarkOf(t, before, w.Span)})
		before = w.Span
	}
	return all
}
