package jsonl

import "verbatim/answer"

// source is another article in which the words of a quote stand, or nearly the same.
type source struct {
	Text      string `json:"text"`
	Article   string `json:"article"`
	Title     string `json:"title"`
	Source    string `json:"source"`
	Published string `json:"published"`
	URL       string `json:"url"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

func sourceOf(q answer.Quote) source {
	a := q.Article
	return source{q.Text(), a.ID, a.Title, a.Source, a.Published, a.URL, q.Start, q.End}
}

// missing is why the articles do not answer; what is not known is left out.
type missing struct {
	Names   []string `json:"names,omitempty"` // of the question, that no article has
	Words   []string `json:"words,omitempty"`
	Speaker string   `json:"speaker,omitempty"`
	Topic   string   `json:"topic,omitempty"`
	Quoted  bool     `json:"quoted,omitempty"`  // some article quotes somebody of the speaker's surname
	Unheard bool     `json:"unheard,omitempty"` // the speaker is asked for by name, and no article does
	Nothing bool     `json:"nothing,omitempty"` // no article is left that could answer
	Outside bool     `json:"outside,omitempty"` // without its filter the question has an answer
}

// side is one of several whose words are asked for.
type side struct {
	Name    string   `json:"name"`
	Missing *missing `json:"missing,omitempty"` // where none of the quotes is theirs
}

func missingOf(a *answer.Answer) *missing {
	if !a.Abstained() {
		return nil
	}
	m := missing(a.Missing)
	return &m
}

func sidesOf(a *answer.Answer) (all []side) {
	for i, s := range a.Sides {
		side := side{Name: s.Name}
		if !a.Has(i + 1) {
			m := missing(s.Missing)
			side.Missing = &m
		}
		all = append(all, side)
	}
	return all
}
