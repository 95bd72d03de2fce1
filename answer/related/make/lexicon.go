package main

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/answer/text"
)

// lexicon is what is known of the words that may stand in the table, each as its term.
type lexicon struct {
	net    *wordNet
	ranks  map[string]int    // of written words, by how frequent they are
	terms  map[string]string // of lemmas
	stems  []*stem           // the most frequent first
	byTerm map[string]*stem
}

// stem is a term with what its words mean and the company they keep.
type stem struct {
	term    string
	rank    int // of its most frequent word
	company vector
	senses  map[string]float64   // by synset, how much of its uses have that sense
	says    map[string]*relation // by other terms, what WordNet says of the two
	parents []string             // the synsets next above its usual senses
}

// newLexicon joins the words of WordNet that are no names with their vectors, by their terms.
func newLexicon(net *wordNet, words []wordVector) *lexicon {
	x := &lexicon{net: net, ranks: map[string]int{}, terms: map[string]string{}, byTerm: map[string]*stem{}}
	for i, w := range words {
		x.ranks[w.word] = i
	}
	x.addSenses()
	for i, w := range words {
		if s := x.byTerm[termOf(w.word)]; s != nil {
			s.add(w.vector, i)
		}
	}
	for _, s := range x.byTerm {
		if s.company == (vector{}) {
			delete(x.byTerm, s.term)
			continue
		}
		s.company.unit()
		x.stems = append(x.stems, s)
	}
	slices.SortFunc(x.stems, func(a, b *stem) int { return cmp.Compare(a.rank, b.rank) })
	return x
}

// add adds the company of a word of the stem, the most frequent first.
func (s *stem) add(v vector, rank int) {
	if s.company == (vector{}) {
		s.rank = rank
	}
	for i := range v {
		s.company[i] += float32(frequency(rank)) * v[i]
	}
}

// frequency is about how frequent a word is, by its rank, up to a factor (Zipf's law).
func frequency(rank int) float64 { return 1 / float64(rank+50) }

// addSenses gives each term the senses of its lemmas, by how frequent each of these is.
func (x *lexicon) addSenses() {
	total := map[string]float64{}
	for _, lemma := range x.net.lemmas() {
		if term := x.net.termOf(lemma); term != "" {
			x.terms[lemma] = term
			total[term] += x.frequencyOf(lemma)
		}
	}
	for _, lemma := range x.net.lemmas() {
		term := x.terms[lemma]
		for _, m := range x.net.senses[lemma] {
			if term != "" && !x.net.synsets[m.synset].instance {
				x.stem(term).senses[m.synset] += m.share * x.frequencyOf(lemma) / total[term]
			}
		}
	}
}

// frequencyOf is the frequency of a lemma, low where it has no rank.
func (x *lexicon) frequencyOf(lemma string) float64 {
	if rank, ok := x.ranks[lemma]; ok {
		return frequency(rank)
	}
	return frequency(2 * frequentWords)
}

func (x *lexicon) stem(term string) *stem {
	s := x.byTerm[term]
	if s == nil {
		s = &stem{term: term, senses: map[string]float64{}, says: map[string]*relation{}}
		x.byTerm[term] = s
	}
	return s
}

// termOf returns the term of a written word that is one word and no number, else nothing.
func termOf(word string) string {
	if len(word) < 2 || strings.ContainsAny(word, "_-'./0123456789") {
		return ""
	}
	w := text.Words(word, text.Span{End: len(word)}, text.English)
	if len(w) != 1 || w[0].Stop || strings.ContainsAny(w[0].Term, "0123456789") {
		return ""
	}
	return w[0].Term
}

// termOf returns the term of a lemma. One that is also a form of another, as found is of find, has the term of its
// own forms (founded), or none.
func (n *wordNet) termOf(lemma string) string {
	term := termOf(lemma)
	isForm := slices.ContainsFunc(n.irregular[lemma], func(base string) bool { return base != lemma && termOf(base) == term })
	if !isForm {
		return term
	}
	for _, ending := range []string{"ed", "s"} {
		if own := termOf(lemma + ending); own != term {
			return own
		}
	}
	return ""
}
