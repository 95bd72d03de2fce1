package answer

import (
	"context"
	"slices"
	"strings"
	"time"

	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/answer/text"
	"verbatim/store"
)

// A view is what a question is asked of.
type view struct {
	tx    *store.Tx
	x     *index.Index
	q     Question
	langs []text.Lang // of the articles, the most used first
	until time.Time   // as query has it

	without []uint64 // the articles that turned out to be damaged
}

func newView(tx *store.Tx, c *index.Cache, q Question) (view, error) {
	x, err := index.Open(tx, c)
	v := view{tx: tx, x: x, q: q, langs: languages(tx)}
	if q.Within > 0 {
		v.until = time.Now().Add(q.Within)
	}
	return v, err
}

// narrow answers from what plain words of the question narrow it down to, such as "in
// 2019", where that answers as well. It names all that narrows the answer down.
func (a *Answer) narrow(ctx context.Context, v view, queries []*query) error {
	c := chips{given: a.Filter}
	c.filters(queries[0].text)
	t, timed, err := a.toItsTime(ctx, v, queries[0])
	if err != nil {
		return err
	}
	if timed {
		c.plain(t.Says, t.Rest)
	} else {
		t = question.Plain{Rest: queries[0].text}
	}
	err = a.toItsSpeaker(ctx, v, queries, &c, t)
	a.Chips = c.all
	return err
}

// toItsSpeaker answers from the outlet whose words are asked for, and adds a chip for it, or
// for those whose words the answer is of. The question is given without the time that it names.
func (a *Answer) toItsSpeaker(ctx context.Context, v view, queries []*query, c *chips, t question.Plain) error {
	if a.Filter.By != "" || len(queries[0].Speakers) == 0 {
		return nil
	}
	mayBe, err := a.mayBeOutlet(v, queries)
	names := heard(queries, a.Quotes)
	if err != nil || !mayBe && names == "" {
		return err
	}
	s, ok := question.PlainSpeaker(t.Rest, queries[0].Lang)
	if !ok {
		return nil
	}
	rest := strings.TrimSpace(s.Rest + " " + t.Says)
	if mayBe {
		outlet, err := a.toItsOutlet(ctx, v, s)
		if outlet != "" || err != nil {
			c.plain("from: "+outlet, rest)
			return err
		}
	}
	if names != "" {
		c.plain("by: "+names, rest)
	}
	return nil
}

// mayBeOutlet reports whether those whose words are asked for may be an outlet, and not a
// person: by names of which one stands in that of an outlet.
func (a *Answer) mayBeOutlet(v view, queries []*query) (may bool, err error) {
	y := queries[0]
	isName := !slices.ContainsFunc(y.Speakers[0], func(w question.Word) bool { return !w.Name })
	if a.Filter.From != "" || len(queries) > 1 || !isName || len(a.Quotes) > 0 && y.voices(a.Quotes[0]) {
		return false, nil
	}
	for _, w := range y.Speakers[0] {
		for _, name := range foldedWords(withoutS(w.Of(y.text))) {
			if may, err = v.isMarked(outletMark + name); may || err != nil {
				return may, err
			}
		}
	}
	return false, nil
}

// withoutS returns a word without the ending of a possessive.
func withoutS(word string) string {
	return strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
}

// toItsTime answers from the articles of the time that the question names, where it names
// one. What happened then may be told in later articles as well: so all are asked first.
func (a *Answer) toItsTime(ctx context.Context, v view, y *query) (t question.Plain, ok bool, err error) {
	if !hasDigit(y.text) { // it names no year
		return t, false, nil
	}
	t, ok = question.PlainTime(y.text, y.Lang)
	if !ok || a.Filter.After != "" || a.Filter.Before != "" {
		return t, false, nil
	}
	within := between(t.Filter.After, t.Filter.Before)
	ok, err = a.to(ctx, v, t, func(of *Article) bool { return within(newTag(of.Published, of.Lang)) })
	return t, ok, err
}

// toItsOutlet answers from the outlet whose words are asked for, as in "what does CNN say
// about 5G?", and returns its name; none where nobody's are or those of a person.
func (a *Answer) toItsOutlet(ctx context.Context, v view, s question.Plain) (outlet string, err error) {
	outlet = withoutThe(s.Says)
	if ok, err := v.isOutlet(outlet); !ok || err != nil {
		return "", err
	}
	s.Filter.From = outlet
	of := from(outlet)
	if ok, err := a.to(ctx, v, s, func(article *Article) bool { return of([]byte(article.Source)) }); !ok || err != nil {
		return "", err
	}
	return outlet, nil
}

// to narrows the answer down by plain words of its question where there still is one, and
// none that is better goes: where its best quote is of what they let through, or what takes
// its place scores as high or is of those whose words are asked for.
func (a *Answer) to(ctx context.Context, v view, by question.Plain, lets func(*Article) bool) (ok bool, err error) {
	n := &Answer{Question: a.Question, Filter: a.Filter.With(by.Filter)}
	of, err := v.newScope(n.Filter)
	if err != nil {
		return false, err
	}
	if empty, err := v.isEmpty(of); empty || err != nil {
		return false, err
	}
	queries, err := newQueries(v.x, by.Rest, v.langs, of)
	if err != nil {
		return false, err
	}
	defer release(queries)
	if err := n.ask(ctx, v, queries); err != nil || n.Abstained() {
		return false, err
	}
	best := n.Quotes[0]
	if !a.Abstained() && !lets(a.Quotes[0].Article) && best.Score < a.Quotes[0].Score && !queries[0].voices(best) {
		return false, nil
	}
	*a = *n
	return true, nil
}
