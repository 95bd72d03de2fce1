package answer

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/answer/text"
	"verbatim/store"
)

// A voice is somebody who speaks in an article, by the name it has there.
type voice struct {
	card
	name  []byte
	count int // of quotations
}

// voices yields whose quotations are chosen. It reads the cards of the articles alone, and
// of those where such a name is among the speakers'. What it yields is valid until the next.
func (of Utterances) voices(tx *store.Tx) iter.Seq2[voice, error] {
	return func(yield func(voice, error) bool) {
		cards, among, err := of.among(tx)
		if err != nil {
			yield(voice{}, err)
			return
		}
		named := of.named()
		for c, err := range cards {
			if err != nil {
				yield(voice{}, err)
				return
			}
			if !among(c) {
				continue
			}
			for name, count := range c.speakers() {
				if count > 0 && named(name, c.lang) && !yield(voice{c, name, count}, nil) {
					return
				}
			}
		}
	}
}

// among returns the cards of the articles that may be chosen, and what reports whether one
// is, whoever speaks in it.
func (of Utterances) among(tx *store.Tx) (iter.Seq2[card, error], func(card) bool, error) {
	by := newPerson(of.Filter.By)
	of.Filter.By = ""
	v, err := newView(tx, nil, Question{In: of.In, Langs: of.Langs})
	if err != nil {
		return nil, nil, err
	}
	defer v.x.Close()
	within, err := v.newScope(of.Filter)
	if err != nil {
		return nil, nil, err
	}
	all := cards(tx)
	if len(by.words) > 0 {
		heard, err := v.mayHear(by)
		if err != nil {
			return nil, nil, err
		}
		all = cardsOf(tx, heard)
	}
	return all, func(c card) bool {
		return within.has(c.number, uint64(c.tag())) && (of.Article == "" || of.Article == string(c.id))
	}, nil
}

// named returns what reports whether a speaker is chosen, by the name in an article in a language.
func (of Utterances) named() func(name []byte, lang text.Lang) bool {
	by := newPerson(of.Filter.By)
	return func(name []byte, lang text.Lang) bool {
		return of.Filter.By == "" || by.maybe(name) && by.isIn(string(name), lang)
	}
}

// isIn reports whether a speaker's name in a language has the person's names in it, in their
// order: Guo and Ping are in Guo Ping, and Biden is in Joseph R. Biden Jr.
func (p person) isIn(speaker string, lang text.Lang) bool {
	if lang == text.Russian {
		return len(p.russian) > 0 && holdsInOrder(russianTerms(speaker), p.russian)
	}
	return len(p.words) > 0 && holdsInOrder(foldedWords(speaker), p.words)
}

// Voices returns who says what is chosen and how many quotations each, those with the most
// first. A name counts without case, accents and punctuation, and is written as most of them
// write it. It may be no name: the company.
func (l *Library) Voices(ctx context.Context, of Utterances) ([]Facet, error) {
	spellings := map[string]int{}
	err := l.view(func(tx *store.Tx) error {
		for v, err := range of.voices(tx) {
			if err != nil {
				return err
			}
			spellings[string(v.name)] += v.count
		}
		return ctx.Err()
	})
	return together(spellings), err
}

// together counts the spellings of a name as one, those with the most first.
func together(spellings map[string]int) (all []Facet) {
	type tally struct {
		Facet
		most int // of the name as it is spelt
	}
	names := map[string]tally{}
	for spelling, count := range spellings {
		key := strings.Join(foldedWords(spelling), " ")
		t := names[key]
		if count > t.most || count == t.most && spelling > t.Name {
			t.Name, t.most = spelling, count
		}
		t.Count += count
		names[key] = t
	}
	for _, t := range names {
		all = append(all, t.Facet)
	}
	slices.SortFunc(all, byCount)
	return all
}

// VoicesLike returns up to n names of those who are quoted that may be meant by the one that
// is asked for and nobody has: those that share the most with it first, without those that
// only add something to another.
func (l *Library) VoicesLike(ctx context.Context, of Utterances, n int) (names []string, err error) {
	typed := foldedWords(of.Filter.By)
	of.Filter.By = ""
	all, err := l.Voices(ctx, of)
	if err != nil {
		return nil, err
	}
	alike := map[string]int{}
	all = slices.DeleteFunc(all, func(f Facet) bool {
		alike[f.Name] = likeness(foldedWords(f.Name), typed)
		return alike[f.Name] == 0
	})
	slices.SortStableFunc(all, func(a, b Facet) int { return cmp.Compare(alike[b.Name], alike[a.Name]) })
	for _, f := range all {
		if len(names) < n && !slices.ContainsFunc(names, func(name string) bool { return newPerson(name).isIn(f.Name, "") }) {
			names = append(names, f.Name)
		}
	}
	return names, nil
}

// likeness adds up how near each word that was typed comes to one of a name.
func likeness(name, typed []string) (sum int) {
	for _, t := range typed {
		best := 0
		for _, w := range name {
			best = max(best, nearness(w, t))
		}
		sum += best
	}
	return sum
}

// nearness returns 3 for a word that is what was typed, 2 for one that begins with it, 1 for
// one that is spelt much like it, and 0 for any other. Short names may have a wrong letter too.
func nearness(word, typed string) int {
	length := utf8.RuneCountInString(typed)
	reach := 1 + length/8
	switch {
	case word == typed:
		return 3
	case length < 3:
		return 0
	case strings.HasPrefix(word, typed):
		return 2
	case text.Distance(word, typed, reach) <= reach:
		return 1
	}
	return 0
}
