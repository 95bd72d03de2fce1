package load

import (
	"cmp"
	"encoding/json"
	"unicode/utf8"

	"verbatim/answer"
	"verbatim/answer/text"
)

// A line that tells which bytes of its text are furniture, be there any or not, is of an
// article that was stored and exported, and is taken as it stands: what is not told in it
// was not known, and what a person made of it since is not read off the text again.

// furniture is the ranges of a line's text that are never quoted.
type furniture struct {
	spans []text.Span
	told  bool
}

// UnmarshalJSON never fails, as that of a field.
func (f *furniture) UnmarshalJSON(data []byte) error {
	var pairs [][2]int
	if json.Unmarshal(data, &pairs) != nil || pairs == nil {
		return nil
	}
	f.told = true
	for _, p := range pairs {
		f.spans = append(f.spans, text.Span{Start: p[0], End: p[1]})
	}
	return nil
}

// fits reports whether there are ranges, perhaps none, and all are of a text, in order and
// between two characters.
func (f *furniture) fits(t string) bool {
	end := 0
	for _, s := range f.spans {
		if s.Start < end || s.Empty() || s.End > len(t) || !utf8.RuneStart(t[s.Start]) || s.End < len(t) && !utf8.RuneStart(t[s.End]) {
			return false
		}
		end = s.End
	}
	return f.told
}

// names are those of a line's collections; what is not a list of names is none.
type names []string

// UnmarshalJSON never fails, as that of a field.
func (n *names) UnmarshalJSON(data []byte) error {
	var all []string
	if json.Unmarshal(data, &all) == nil {
		*n = all
	}
	return nil
}

// asStored returns the article of a line as it was stored; id stands in when it has none.
func (r *record) asStored(id string) (*answer.Article, error) {
	a := &answer.Article{
		ID: cmp.Or(string(r.ID), id), Title: string(r.Title), Author: string(r.Author), Source: string(r.Source),
		URL: string(r.URL), Published: parseDate(string(r.Published)), Lang: text.ParseLang(string(r.Lang)),
		Text: *r.Text, Furniture: r.Furniture.spans,
	}
	return a, tidy(a)
}
