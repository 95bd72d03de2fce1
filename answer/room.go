package answer

import (
	"sync"

	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/answer/text"
)

// room is what a query has memory for that is used again for the next one.
type room struct {
	words     []text.Word // of what was read last
	spellings []string    // of all words, behind each other
	sought    index.Query
	found     []candidate
	spelling  *spellings
}

// forSpelling returns the memory for what may have been meant by a word.
func (r *room) forSpelling() *spellings {
	if r.spelling == nil {
		r.spelling = &spellings{near: map[string]*spelling{}}
	}
	clear(r.spelling.near)
	r.spelling.made.lent = 0
	return r.spelling
}

// released are queries that were.
var released = sync.Pool{New: func() any { return new(query) }}

// newQuery returns a query for a question, in the memory of one that was released.
func newQuery(q question.Question, written string) *query {
	y := released.Get().(*query)
	*y = query{
		Question: q, text: written,
		langs: y.langs[:0], terms: y.terms[:0], fixes: y.fixes[:0], spelled: y.spelled[:0], related: y.related[:0],
		phrasing: phrasing{forms: y.phrasing.forms[:0]},
		room:     y.room,
	}
	y.room.spellings = y.room.spellings[:0]
	return y
}

// release gives the memory of queries back. Nothing of them may be used any more, nor the
// candidates that they found.
func release(queries []*query) {
	for _, y := range queries {
		y.Question, y.scope = question.Question{}, nil
		y.room.sought.Among, y.room.sought.Holds = nil, nil
		released.Put(y)
	}
}

// read returns the words of a text. They are valid until it is asked again.
func (y *query) read(t string, lang text.Lang) []text.Word {
	y.room.words = text.AppendWords(y.room.words[:0], t, text.Span{End: len(t)}, lang)
	return y.room.words
}
