package main

import "verbatim/answer"

// sourceJSON is another article in which the words of a quote stand, or nearly the same.
type sourceJSON struct {
	Text      string `json:"text"`
	Article   string `json:"article"`
	Title     string `json:"title"`
	Source    string `json:"source"`
	Published string `json:"published"`
	URL       string `json:"url"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

func sourceInJSON(q answer.Quote) sourceJSON {
	a := q.Article
	return sourceJSON{q.Text(), a.ID, a.Title, a.Source, a.Published, a.URL, q.Start, q.End}
}

// missingJSON is why the articles do not answer; what is not known is left out.
type missingJSON struct {
	Names   []string `json:"names,omitempty"` // of the question, that no article has
	Words   []string `json:"words,omitempty"`
	Speaker string   `json:"speaker,omitempty"`
	Topic   string   `json:"topic,omitempty"`
	Quoted  bool     `json:"quoted,omitempty"`  // some article quotes somebody of the speaker's surname
	Unheard bool     `json:"unheard,omitempty"` // the speaker is asked for by name, and no article does
	Nothing bool     `json:"nothing,omitempty"` // no article is left that could answer
	Outside bool     `json:"outside,omitempty"` // without its filter the question has an answer
}

// sideJSON is one of several whose words are asked for.
type sideJSON struct {
	Name    string       `json:"name"`
	Missing *missingJSON `json:"missing,omitempty"` // where none of the quotes is theirs
}

func missingInJSON(a *answer.Answer) *missingJSON {
	if !a.Abstained() {
		return nil
	}
	m := missingJSON(a.Missing)
	return &m
}

func sidesInJSON(a *answer.Answer) (all []sideJSON) {
	for i, s := range a.Sides {
		side := sideJSON{Name: s.Name}
		if !a.Has(i + 1) {
			m := missingJSON(s.Missing)
			side.Missing = &m
		}
		all = append(all, side)
	}
	return all
}
