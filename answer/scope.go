package answer

import (
	"cmp"
	"maps"
	"slices"

	"verbatim/answer/question"
	"verbatim/answer/text"
	"verbatim/store"
)

// A scope is what the filter of a question leaves of a library. A nil scope leaves all.
type scope struct {
	by       *person           // who has to speak; nil where anybody may
	articles map[uint64]string // by number: the day on which it was published, empty where that is not known
}

// newScope returns the scope of a filter within the collections and the languages of a
// question: of the articles from its outlet and of its time those in which its speaker
// speaks. It reads their cards alone.
func newScope(tx *store.Tx, f question.Filter, q Question) (*scope, error) {
	if f == (question.Filter{}) && len(q.In) == 0 && leavesAll(tx, q.Langs) {
		return nil, nil
	}
	s := &scope{articles: map[uint64]string{}}
	if f.By != "" {
		by := newPerson(f.By)
		s.by = &by
	}
	of := from(f.From)
	within := between(f.After, f.Before)
	among, in := inCollections(tx, q.In...), inCollections(tx, named(f.In)...)
	for c, err := range cards(tx) {
		if err != nil {
			return nil, err
		}
		if among(c.number) && in(c.number) && isAmong(q.Langs, c.lang) && (of(c.outlet) || isTitled(c.title, f.From)) && within(c.published) && s.isHeardIn(c) {
			s.articles[c.number], _ = question.FirstDay(string(c.published))
		}
	}
	return s, nil
}

// leavesAll reports whether all articles are in some languages, so that their cards need not
// be read. No languages leave all.
func leavesAll(tx *store.Tx, langs []text.Lang) bool {
	return !slices.ContainsFunc(languages(tx), func(lang text.Lang) bool { return !isAmong(langs, lang) })
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

// from returns what reports whether an outlet is meant by a name: it has its words, side by side.
func from(name string) func(outlet []byte) bool {
	words := foldedWords(name)
	known := map[string]bool{}
	return func(outlet []byte) bool {
		meant, ok := known[string(outlet)]
		if !ok {
			meant = holdsWords(foldedWords(string(outlet)), words)
			known[string(outlet)] = meant
		}
		return meant
	}
}

// titleWords is how many words of a title name it at least, where they are not all: a chat
// may have no room for more of them.
const titleWords = 3

// isTitled reports whether a name is a title, or its beginning.
func isTitled(title []byte, name string) bool {
	words := foldedWords(name)
	if len(words) == 0 || len(title) < len(words) {
		return false
	}
	all := foldedWords(string(title))
	return len(all) >= len(words) && slices.Equal(all[:len(words)], words) && (len(words) == len(all) || len(words) >= titleWords)
}

// between returns what reports whether an article that was published on a date is surely of
// the time from the first day of one date on, and before the first day of another: 2019 may
// be before or after 2019-03, and so is neither. An empty date leaves all.
func between(after, before string) func(published []byte) bool {
	from, _ := question.FirstDay(after)
	return func(date []byte) bool {
		if after == "" && before == "" {
			return true
		}
		published := string(date)
		day, ok := question.FirstDay(published)
		n := min(len(published), len(before))
		return ok && day >= from && (before == "" || published[:n] < before[:n])
	}
}

func (s *scope) isHeardIn(c card) bool {
	if s.by == nil {
		return true
	}
	for name := range c.speakers() {
		if s.by.maybe(name) && s.by.is(string(name), c.lang) {
			return true
		}
	}
	return false
}

// has reports whether an article is in the scope.
func (s *scope) has(article uint64) bool {
	if s == nil {
		return true
	}
	_, in := s.articles[article]
	return in
}

// hears reports whether a range of an article in the scope may be quoted: whether the
// speaker that a quote of it would name is the one who has to speak.
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

// newest returns the numbers of the articles in the scope, the newest first; behind those
// with a date the ones without, as they were loaded.
func (s *scope) newest() []uint64 {
	return slices.SortedFunc(maps.Keys(s.articles), func(a, b uint64) int {
		return cmp.Or(cmp.Compare(s.articles[b], s.articles[a]), cmp.Compare(b, a))
	})
}
