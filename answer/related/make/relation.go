package main

import (
	"maps"
	"math"
	"slices"
)

// relation is how often two terms are used in senses that stand in each relation, between 0 and about 1.
type relation struct {
	by       [kinds]float64
	opposite bool
}

// kind is a relation of WordNet between senses, from the word asked for to the word that may say it.
type kind int

const (
	same    kind = iota // buy, purchase
	derived             // buy, buyer
	wider               // poodle, dog
	narrower
	like // big, gigantic; kill, die
	kinds
)

// relations leads WordNet's pointer symbols to what they are in each direction.
var relations = map[string]struct{ there, back kind }{
	"+": {derived, derived}, "\\": {derived, derived}, "<": {derived, derived},
	"@": {wider, narrower},
	"&": {like, like}, "^": {like, like}, "*": {like, like}, ">": {like, like}, "$": {like, like},
}

// relate reads from WordNet how the terms are related.
func (x *lexicon) relate() {
	for _, id := range slices.Sorted(maps.Keys(x.net.synsets)) {
		s := x.net.synsets[id]
		for i, lemma := range s.lemmas {
			for _, other := range s.lemmas {
				x.connect(lemma, id, other, id, same)
			}
			for _, l := range s.links {
				if l.from == 0 || l.from == i+1 {
					x.follow(lemma, id, l)
				}
			}
		}
	}
	for _, s := range x.stems {
		s.parents = x.parentsOf(s)
	}
}

// follow connects a lemma in one sense with those that a link of it leads to.
func (x *lexicon) follow(lemma, sense string, l link) {
	kind, known := relations[l.symbol]
	for i, other := range x.net.synsets[l.synset].lemmas {
		switch {
		case l.to != 0 && l.to != i+1:
		case l.symbol == "!":
			x.oppose(lemma, other)
		case known:
			x.connect(lemma, sense, other, l.synset, kind.there)
			x.connect(other, l.synset, lemma, sense, kind.back)
		}
	}
}

// connect notes that a lemma in one sense is of a kind with another in another sense.
func (x *lexicon) connect(lemma, sense, other, otherSense string, k kind) {
	if r, a, b := x.between(lemma, other); r != nil {
		r.by[k] += math.Sqrt(a.senses[sense] * b.senses[otherSense])
	}
}

// oppose notes that two lemmas are opposites.
func (x *lexicon) oppose(lemma, other string) {
	if r, a, b := x.between(lemma, other); r != nil {
		r.opposite = true
		x.toward(b, a).opposite = true
	}
}

// between returns the relation from the stem of one lemma to that of another, or nil where they have none or the same.
func (x *lexicon) between(lemma, other string) (r *relation, a, b *stem) {
	a, b = x.byTerm[x.terms[lemma]], x.byTerm[x.terms[other]]
	if a == nil || b == nil || a == b {
		return nil, nil, nil
	}
	return x.toward(a, b), a, b
}

func (x *lexicon) toward(a, b *stem) *relation {
	r := a.says[b.term]
	if r == nil {
		r = &relation{}
		a.says[b.term] = r
	}
	return r
}

// opposites returns the pairs of terms that are opposites, each once.
func (x *lexicon) opposites() (pairs [][2]string) {
	for _, s := range x.stems {
		for other, r := range s.says {
			if r.opposite && s.term < other {
				pairs = append(pairs, [2]string{s.term, other})
			}
		}
	}
	return pairs
}

// exclude reports whether two stems are kinds of the same thing that are not each other, as weekdays and colours are:
// they keep the same company, and yet the one does not say the other.
func exclude(a, b *stem) bool {
	return slices.ContainsFunc(a.parents, func(wider string) bool { return slices.Contains(b.parents, wider) })
}

// parentsOf returns the synsets that are next above the usual senses of a stem.
func (x *lexicon) parentsOf(s *stem) (above []string) {
	const usual = .1
	for sense, share := range s.senses {
		for _, l := range x.net.synsets[sense].links {
			if share >= usual && l.symbol == "@" {
				above = append(above, l.synset)
			}
		}
	}
	return above
}
