package answer

import (
	"context"
	"strings"
	"unicode/utf8"

	"verbatim/answer/question"
	"verbatim/answer/text"
)

// Missing is why the articles do not answer a question, as far as that can be told. The
// zero Missing tells nothing.
type Missing struct {
	Names   []string // of the question, those that no article has
	Words   []string // the others that no article has
	Speaker string   // whose words were asked for
	Topic   string   // what they were asked about, as the question has it; empty where that takes many words
	Quoted  bool     // some article quotes somebody of the speaker's surname
	Unheard bool     // the speaker is asked for by name, and no article does
	Nothing bool     // there are no articles that could answer: none at all, or none that the filter leaves
	Outside bool     // articles that the filter does not leave answer
}

// tellMissing tells why there is no answer, or none of a side.
func (a *Answer) tellMissing(ctx context.Context, v view, asked string, queries []*query) (err error) {
	for i := range a.Sides {
		if !a.Has(i + 1) {
			if a.Sides[i].Missing, err = queries[i].missing(v); err != nil {
				return err
			}
		}
	}
	if !a.Abstained() {
		return nil
	}
	if a.Missing, err = queries[0].missing(v); err != nil {
		return err
	}
	if a.Filter == (question.Filter{}) {
		return nil
	}
	a.Missing.Outside, err = a.outside(ctx, v, asked)
	return err
}

// outside reports whether a question has an answer without its filter, in the collections
// and languages that it is asked of.
func (a *Answer) outside(ctx context.Context, v view, asked string) (bool, error) {
	of, err := v.newScope(question.Filter{})
	if err != nil {
		return false, err
	}
	queries, err := newQueries(v.x, asked, v.langs, of)
	if err != nil {
		return false, err
	}
	defer release(queries)
	for _, y := range queries {
		sorted, p, err := y.passages(v)
		answers := len(answering(sorted, v.q.Silence)) > 0
		p.release()
		if answers || err != nil {
			return answers, err
		}
	}
	return false, ctx.Err()
}

// missing tells what of a question the articles lack.
func (y *query) missing(v view) (m Missing, err error) {
	if m.Nothing = y.size == 0; !m.Nothing && y.scope != nil {
		if m.Nothing, err = v.isEmpty(y.scope); err != nil {
			return m, err
		}
	}
	for i, t := range y.terms {
		switch word := t.Of(y.text); {
		case !y.unknown.has(i):
		case y.named.has(i):
			m.Names = append(m.Names, word)
		case y.plain.has(i):
			m.Words = append(m.Words, word)
		}
	}
	if m.Speaker = y.speaker(); m.Speaker == "" {
		return m, nil
	}
	m.Topic = y.about()
	if surname := y.surname(y.Speakers[0]); surname != "" {
		m.Quoted, err = v.isSpeaker(surname)
		m.Unheard = !m.Quoted && err == nil
	}
	return m, err
}

// surname returns the last of the words that name whom is asked for; empty where they are a
// role, as Vodafone's CEO is one.
func (y *query) surname(group []question.Word) string {
	for _, w := range group {
		if !w.Name || strings.ContainsAny(w.Of(y.text), "'’") {
			return ""
		}
	}
	last := group[len(group)-1].Of(y.text)
	if last == strings.ToUpper(last) {
		return ""
	}
	return last
}

// longestTopic is how many characters of a question name what it is about: with more its
// sentence would be said again.
const longestTopic = 60

// about returns the words of the question from the first of its topic to the last, empty
// where they are many, and where whose words are asked for stands among them.
func (y *query) about() string {
	var at text.Span
	for i, t := range y.terms {
		if y.topic.has(i) {
			if at.Empty() {
				at.Start = t.Start
			}
			at.End = t.End
		}
	}
	for i, t := range y.terms {
		if y.speakers.has(i) && at.Overlaps(t.Span) {
			return ""
		}
	}
	if topic := at.Of(y.text); utf8.RuneCountInString(topic) <= longestTopic {
		return topic
	}
	return ""
}
