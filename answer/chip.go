package answer

import (
	"slices"
	"strings"

	"verbatim/answer/question"
)

// chips makes the chips of a question that is given with a filter.
type chips struct {
	given question.Filter
	all   []Chip
}

// filters adds a chip for each field of the filter. There is none where nothing would be asked without it.
func (c *chips) filters(asked string) {
	if c.given == (question.Filter{}) {
		return
	}
	for says, others := range c.given.Each() {
		if others.By != "" || !question.Courtesy(asked) {
			c.all = append(c.all, Chip{says, others.On(asked)})
		}
	}
}

// plain adds a chip for plain words, by what is asked without them.
func (c *chips) plain(says, asked string) { c.all = append(c.all, Chip{says, c.given.On(asked)}) }

// heard returns the names of those whose words are asked for, each as full as it is found,
// where the first quotes are all theirs, as many as are usually shown.
func heard(queries []*query, quotes []Quote) string {
	if len(quotes) == 0 {
		return ""
	}
	names := make([]string, len(queries))
	for _, q := range quotes[:min(len(quotes), defaultLimit)] {
		i := 0
		for i < len(queries) && !queries[i].voices(q) {
			i++
		}
		if i == len(queries) {
			return ""
		}
		if name := q.Speaker.Of(q.Article.Text); len(name) > len(names[i]) {
			names[i] = name
		}
	}
	return strings.Join(slices.DeleteFunc(names, func(name string) bool { return name == "" }), ", ")
}

// voices reports whether a quote is of those whose words are asked for.
func (y *query) voices(q Quote) bool {
	return !q.Speaker.Empty() && y.speakerIn(y.termsOf(q.Article, q.Speaker)|y.termsOf(q.Article, q.Role))
}
