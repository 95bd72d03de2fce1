package answer

import "strings"

// hear answers a question of nothing but a filter with a speaker: with what that person
// said, the newest article first.
func (a *Answer) hear(v view, of *scope) error {
	queries, err := newQueries(v.x, a.Filter.By, v.langs, of)
	if err != nil {
		return err
	}
	defer release(queries)
	a.Sought = strings.Fields(a.Filter.By)
	articles, err := v.newest(of)
	if err != nil {
		return err
	}
	var passages []*passage
	for _, article := range articles {
		said, p, err := queries[0].said(v, article)
		defer p.release()
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

// said returns the passages of an article that the speaker of the scope says, best first, and the
// picker that they are of.
func (y *query) said(v view, article uint64) ([]*passage, *picker, error) {
	p := newPicker(v.tx, v.x, y)
	doc, ok, err := v.x.Find(article)
	if !ok || err != nil {
		return nil, p, err
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
