package answer

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/answer/text"
)

// speller finds the word of the articles that somebody may have meant by one that they do
// not hold.
type speller struct {
	*index.Index
	query *query
	typed question.Word
	*spellings
}

// spellings is the memory of a speller.
type spellings struct {
	near   map[string]*spelling
	made   stock[spelling]
	likely []*spelling
	company
}

// spelling is a word of the articles that is near to what was typed.
type spelling struct {
	word  string // or a stem, which may be no word
	stem  bool
	cost  float64  // of the slips by which it becomes what was typed
	count int      // how often it stands in the articles
	names int      // as often is it written as a name
	terms []string // what it is matched by in the languages of the articles; none of a stop word
	odds  float64
}

// correct returns the word of the articles that was most likely meant by one that they do
// not hold; none where it is likelier that it is meant as it stands.
func (y *query) correct(x *index.Index, w question.Word) (*spelling, error) {
	s := speller{x, y, w, y.room.forSpelling()}
	if err := s.look(index.Words, w.Form); err != nil {
		return nil, err
	}
	if err := s.look(index.Stems, w.Term); err != nil {
		return nil, err
	}
	s.findLikely()
	if err := y.weighCompany(x, w, s.likely, &s.company); err != nil {
		return nil, err
	}
	slices.SortFunc(s.likely, byOdds)
	return s.firstHeld(s.likely)
}

// look finds the words of a vocabulary that are near to one.
func (s *speller) look(in index.Vocabulary, typed string) error {
	l := slipsFor(utf8.RuneCountInString(typed))
	if l.reach == 0 || in == index.Stems && l.letters < leastStem {
		return nil
	}
	pattern := text.NewPattern(typed)
	return s.Near(in, typed, l.reach, func(word []byte, use index.Use) {
		if pattern.Distance(word, l.reach) > l.reach || !sameFigures(typed, string(word)) {
			return
		}
		found := s.near[string(word)]
		if found == nil {
			found = s.made.next()
			*found = spelling{word: string(word), stem: in == index.Stems}
			found.cost = text.SlipCost(found.word, typed, s.query.Lang)
			s.near[found.word] = found
		}
		found.count += use.Count
		found.names += use.Names
	})
}

// maxLikely is of how many words it is looked at how they go with the question.
const maxLikely = 6

// findLikely finds the few words that may have been meant, if they go with the question.
func (s *speller) findLikely() {
	all := s.likely[:0]
	for _, found := range s.near {
		if s.weigh(found); found.odds > -companyOdds {
			all = append(all, found)
		}
	}
	slices.SortFunc(all, byOdds)
	s.likely = all[:min(len(all), maxLikely)]
}

// weigh fills what is known of a word but for how it goes with the question.
func (s *speller) weigh(found *spelling) {
	found.odds = oddsOf(s.typed, found)
	switch {
	case found.odds <= -companyOdds:
	case found.stem:
		found.terms = []string{found.word}
	case !s.query.isStop(found.word):
		found.terms = s.query.spellings(found.word)
	case utf8.RuneCountInString(found.word) < leastStop && !swapped(s.typed.Form, found.word):
		found.odds = math.Inf(-1) // most short words are one letter from a stop word
	}
}

// firstHeld returns the first word that was likelier meant than not and that an article
// still holds: the vocabulary also has words of articles that were removed.
func (s *speller) firstHeld(likely []*spelling) (*spelling, error) {
	for _, found := range likely {
		if found.odds < 0 {
			return nil, nil
		}
		if found.terms == nil {
			return found, nil
		}
		if count, err := countAny(s.Index, found.terms); count > 0 || err != nil {
			return found, err
		}
	}
	return nil, nil
}

func byOdds(a, b *spelling) int {
	return cmp.Or(cmp.Compare(b.odds, a.odds), cmp.Compare(a.word, b.word))
}
