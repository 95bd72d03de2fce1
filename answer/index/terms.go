package index

import "slices"

// Count returns how many sentences hold a term.
func (x *Index) Count(term string) (n int, err error) {
	defer Caught(&err)
	for i, w := range x.lookup(term) {
		s := &x.segments[i]
		n += w.sentences
		if w.articles > 0 && len(s.dead) > 0 {
			n -= s.buried(&w, &x.scratch.dead)
		}
	}
	return n, nil
}

// buried returns in how many sentences of dead articles a term stands.
func (s *segment) buried(w *word, p *postings) (n int) {
	s.postings(w, p)
	var all []match
	for _, ordinal := range s.dead {
		all = p.matches(ordinal, all[:0])
		n += len(all)
	}
	return n
}

// Each visits the articles that hold a term, until a visit returns false.
func (x *Index) Each(term string, visit func(number, tag uint64) bool) (err error) {
	defer Caught(&err)
	hash := hashOf(term)
	for i := range x.segments {
		s := &x.segments[i]
		w := s.lookup(hash, term)
		if w.articles == 0 {
			continue
		}
		var p postings
		s.postings(&w, &p)
		for _, a := range p.articles {
			if !s.isDead(int(a)) && !visit(s.articleNumber(int(a)), s.tag(int(a))) {
				return nil
			}
		}
	}
	return nil
}

// Match says that a sentence of an article holds a term.
type Match struct{ Sentence, Term, Times int }

// Hits is an article that holds at least one of the terms sought. It is valid until the visit ends.
type Hits struct {
	Article   uint64
	Sentences int     // how many it has
	Matches   []Match // term by term, the sentences of each in order
}

// Search visits every article that holds at least one of some terms, each once. A term is
// given as the spellings that count as it; where a sentence holds two of them it comes twice.
// A visit must not search.
func (x *Index) Search(terms [][]string, visit func(*Hits)) (err error) {
	defer Caught(&err)
	for i := range x.segments {
		x.search.run(&x.segments[i], terms, visit)
	}
	return nil
}

// search is the memory of Search.
type search struct {
	walks []walk
	all   []uint32 // the articles of all walks
	hits  Hits
	found []match
}

func (r *search) run(s *segment, terms [][]string, visit func(*Hits)) {
	r.open(s, terms)
	h := &r.hits
	for _, ordinal := range slices.Compact(r.all) {
		if s.isDead(int(ordinal)) {
			continue
		}
		from, to, _ := s.extent(int(ordinal))
		h.Article, h.Sentences, h.Matches = s.articleNumber(int(ordinal)), to-from, h.Matches[:0]
		for i := range r.walks {
			r.found = r.walks[i].matches(ordinal, r.found[:0])
			for _, m := range r.found {
				h.Matches = append(h.Matches, Match{m.sentence, r.walks[i].term, m.times})
			}
		}
		visit(h)
	}
}

// open reads the posting lists that a segment has of some terms.
func (r *search) open(s *segment, terms [][]string) {
	r.walks, r.all = r.walks[:0], r.all[:0]
	for i, spelt := range terms {
		for _, spelling := range spelt {
			w := s.lookup(hashOf(spelling), spelling)
			if w.articles == 0 {
				continue
			}
			r.walks = grown(r.walks)
			next := &r.walks[len(r.walks)-1]
			next.term = i
			s.postings(&w, &next.postings)
			r.all = append(r.all, next.articles...)
		}
	}
	slices.Sort(r.all)
}
