package answer

import (
	"cmp"
	"slices"

	"verbatim/answer/question"
	"verbatim/answer/text"
)

// A scope is what the filter of a question leaves of a library. A nil scope leaves all.
type scope struct {
	by     *person        // who has to speak; nil where anybody may
	among  []numbers      // each leaves the articles that it has
	langs  []text.Lang    // of the articles; none leaves all
	within func(tag) bool // by the date
}

// newScope returns the scope of a filter within the collections and the languages of a
// question: of the articles from its outlet and of its time those in which its speaker
// speaks. It reads the cards of those alone of which their marks do not tell it.
func (v view) newScope(f question.Filter) (*scope, error) {
	if f == (question.Filter{}) && len(v.q.In) == 0 && v.leavesAll() {
		return nil, nil
	}
	s := &scope{langs: v.q.Langs, within: between(f.After, f.Before)}
	for _, collections := range [][]string{v.q.In, named(f.In)} {
		if len(collections) > 0 {
			s.among = append(s.among, members(v.tx, collections))
		}
	}
	if len(foldedWords(f.From)) > 0 {
		articles, err := v.fromOutlet(f.From)
		if err != nil {
			return nil, err
		}
		s.among = append(s.among, articles)
	}
	if f.By == "" {
		return s, nil
	}
	by := newPerson(f.By)
	articles, err := v.heardBy(by)
	s.by, s.among = &by, append(s.among, articles)
	return s, err
}

// leavesAll reports whether all articles are in the languages that are asked for. No languages leave all.
func (v view) leavesAll() bool {
	return !slices.ContainsFunc(v.langs, func(lang text.Lang) bool { return !isAmong(v.q.Langs, lang) })
}

// isAmong reports whether a language is one of those that are left; none leaves all.
func isAmong(langs []text.Lang, lang text.Lang) bool {
	return len(langs) == 0 || slices.Contains(langs, lang)
}

// named returns the one name that a field of a filter has, none where it is empty.
func named(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

// has reports whether an article is in the scope, by its number and its tag.
func (s *scope) has(article, t uint64) bool {
	if s == nil {
		return true
	}
	for _, articles := range s.among {
		if !articles.has(article) {
			return false
		}
	}
	return s.within(tag(t)) && isAmong(s.langs, tag(t).lang())
}

// hears reports whether a range of an article in the scope may be quoted: whether the
// speaker that a quote of it would name is the one who has to speak. Of an article that
// cannot be read that is told where it is quoted.
func (s *scope) hears(from *source, at text.Span) bool {
	if s == nil || s.by == nil {
		return true
	}
	speaker, _ := from.voice(at)
	if speaker.Empty() {
		return s.by.is("", from.lang)
	}
	if err := from.load(); err != nil {
		from.picker.err = cmp.Or(from.picker.err, err)
		return false
	}
	return s.by.is(speaker.Of(from.article.Text), from.lang)
}

// isEmpty reports whether the scope leaves no article at all.
func (v view) isEmpty(s *scope) (bool, error) {
	empty := true
	err := v.x.Each(everyMark, func(number, t uint64) bool {
		empty = !s.has(number, t)
		return empty
	})
	return empty, err
}

// newest returns the numbers of the articles in the scope, the newest first; behind those
// with a date the ones without, as they were loaded.
func (v view) newest(s *scope) (all []uint64, err error) {
	type dated struct {
		number uint64
		day    date
	}
	var left []dated
	err = v.x.Each(everyMark, func(number, t uint64) bool {
		if !s.has(number, t) || slices.Contains(v.without, number) {
			return true
		}
		left = append(left, dated{number, tag(t).published().firstDay()})
		return true
	})
	slices.SortFunc(left, func(a, b dated) int { return cmp.Or(cmp.Compare(b.day, a.day), cmp.Compare(b.number, a.number)) })
	for _, d := range left {
		all = append(all, d.number)
	}
	return all, err
}
