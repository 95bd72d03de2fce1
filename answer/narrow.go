package answer

import (
	"context"
	"slices"
	"strings"

	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/store"
)

// A view is what a question is asked of.
type view struct {
	tx *store.Tx
	x  *index.Index
	q  Question
}

// narrow answers from what plain words of the question narrow it down to, such as "in
// 2019", where that answers as well. It names all that narrows the answer down.
func (a *Answer) narrow(ctx context.Context, v view, queries []*query) error {
	asked, lang := queries[0].text, queries[0].Lang
	c := chips{given: a.Filter}
	c.filters(asked)
	t, timed, err := a.toItsTime(ctx, v, queries[0])
	if err != nil {
		return err
	}
	if timed {
		c.plain(t.Says, t.Rest)
		asked = t.Rest
	} else {
		t.Says = ""
	}
	if s, ok := question.PlainSpeaker(asked, lang); ok && a.Filter.By == "" {
		outlet, err := a.toItsOutlet(ctx, v, queries, s)
		if err != nil {
			return err
		}
		rest := strings.TrimSpace(s.Rest + " " + t.Says)
		if outlet != "" {
			c.plain("from: "+outlet, rest)
		} else if names := heard(queries, a.Quotes); names != "" {
			c.plain("by: "+names, rest)
		}
	}
	a.Chips = c.all
	return nil
}

// toItsTime answers from the articles of the time that the question names, where it names
// one. What happened then may be told in later articles as well: so all are asked first.
func (a *Answer) toItsTime(ctx context.Context, v view, y *query) (t question.Plain, ok bool, err error) {
	t, ok = question.PlainTime(y.text, y.Lang)
	if !ok || a.Filter.After != "" || a.Filter.Before != "" {
		return t, false, nil
	}
	within := between(t.Filter.After, t.Filter.Before)
	ok, err = a.to(ctx, v, t, func(of *Article) bool { return within([]byte(of.Published)) })
	return t, ok, err
}

// toItsOutlet answers from the outlet whose words are asked for, as in "what does CNN say
// about 5G?", and returns its name; none where nobody's are or those of a person.
func (a *Answer) toItsOutlet(ctx context.Context, v view, queries []*query, s question.Plain) (outlet string, err error) {
	y := queries[0]
	isName := !slices.ContainsFunc(y.Speakers[0], func(w question.Word) bool { return !w.Name })
	if a.Filter.From != "" || len(queries) > 1 || !isName || len(a.Quotes) > 0 && y.voices(a.Quotes[0]) {
		return "", nil
	}
	outlet = withoutThe(s.Says)
	if ok, err := isOutlet(v.tx, outlet); !ok || err != nil {
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
	of, err := newScope(v.tx, n.Filter, v.q)
	if err != nil || len(of.articles) == 0 {
		return false, err
	}
	queries, err := newQueries(v.x, by.Rest, languages(v.tx), of)
	if err != nil {
		return false, err
	}
	if err := n.ask(ctx, v.tx, v.x, queries, v.q); err != nil || n.Abstained() {
		return false, err
	}
	best := n.Quotes[0]
	if !a.Abstained() && !lets(a.Quotes[0].Article) && best.Score < a.Quotes[0].Score && !queries[0].voices(best) {
		return false, nil
	}
	*a = *n
	return true, nil
}

// isOutlet reports whether a name is that of an outlet, or the beginning of one and of no speaker.
func isOutlet(tx *store.Tx, name string) (is bool, err error) {
	words := foldedWords(name)
	seen := map[string]bool{}
	for c, err := range cards(tx) {
		if err != nil {
			return false, err
		}
		if seen[string(c.outlet)] {
			continue
		}
		seen[string(c.outlet)] = true
		outlet := foldedWords(withoutThe(string(c.outlet)))
		if slices.Equal(outlet, words) {
			return true, nil
		}
		is = is || len(outlet) > len(words) && slices.Equal(outlet[:len(words)], words)
	}
	if !is {
		return false, nil
	}
	someone, err := isSpeaker(tx, name)
	return !someone, err
}

// isSpeaker reports whether a name is part of that of anybody who speaks.
func isSpeaker(tx *store.Tx, name string) (is bool, err error) {
	words, named := foldedWords(name), newPerson(name)
	for c, err := range cards(tx) {
		if err != nil {
			return false, err
		}
		for speaker := range c.speakers() {
			if named.maybe(speaker) && holdsInOrder(foldedWords(string(speaker)), words) {
				return true, nil
			}
		}
	}
	return false, nil
}

// withoutThe returns the name of an outlet without an English article before it.
func withoutThe(name string) string {
	if the, rest, ok := strings.Cut(name, " "); ok && strings.EqualFold(the, "the") {
		return rest
	}
	return name
}
