package answer

import (
	"strings"

	"verbatim/answer/index"
	"verbatim/store"
)

// hear answers a question of nothing but a filter with a speaker: with what that person
// said, the newest article first.
func (a *Answer) hear(tx *store.Tx, x *index.Index, of *scope, limit int) error {
	queries, err := newQueries(x, a.Filter.By, languages(tx), of)
	if err != nil {
		return err
	}
	a.Sought = strings.Fields(a.Filter.By)
	var passages []*passage
	for _, article := range of.newest() {
		said, p, err := queries[0].said(tx, x, article)
		defer p.release()
		if err != nil {
			return err
		}
		passages = append(passages, said...)
		if a.Quotes, err = quotes(passages, limit); err != nil || len(a.Quotes) >= limit {
			return err
		}
	}
	return nil
}

// said returns the passages of an article that the speaker of the scope says, best first, and the
// picker that they are of.
func (y *query) said(tx *store.Tx, x *index.Index, article uint64) ([]*passage, *picker, error) {
	p := newPicker(tx, x, y)
	doc, ok := x.Find(article)
	if !ok {
		return nil, p, nil
	}
	s, err := p.source(doc)
	if err != nil {
		return nil, p, err
	}
	var all []candidate
	for i, at := range s.layout.Sentences {
		if y.scope.hears(s, at) {
			all = append(all, candidate{article: article, doc: doc, sentence: i})
		}
	}
	if err := p.considerAll(all); err != nil {
		return nil, p, err
	}
	return p.sorted(), p, nil
}
