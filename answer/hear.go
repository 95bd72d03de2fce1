package answer

import (
	"strings"

	"verbatim/store"
)

// hear answers a question of nothing but a filter with a speaker: with what that person
// said, the newest article first.
func (a *Answer) hear(v view, of *scope) error {
	queries, err := newQueries(v.x, a.Filter.By, v.langs, of)
	if err != nil {
		return err
	}
	a.Sought = strings.Fields(a.Filter.By)
	articles, err := v.newest(of)
	if err != nil {
		return err
	}
	var passages []*passage
	for _, article := range articles {
		said, err := queries[0].said(v.tx, article)
		if err != nil {
			return err
		}
		passages = append(passages, said...)
		if a.Quotes, err = quotes(passages, v.q.Limit); err != nil || len(a.Quotes) >= v.q.Limit {
			return err
		}
	}
	return nil
}

// said returns the passages of an article that the speaker of the scope says, best first.
func (y *query) said(tx *store.Tx, article uint64) ([]*passage, error) {
	p := newPicker(tx, y)
	s, err := p.source(article)
	if err != nil {
		return nil, err
	}
	var all []candidate
	for i, at := range s.layout.Sentences {
		if y.scope.hears(s, at) {
			all = append(all, candidate{article: article, sentence: i})
		}
	}
	if err := p.considerAll(all); err != nil {
		return nil, err
	}
	return p.sorted(), nil
}
