package index

import "testing"

// What an article promises bounds what any of its sentences scores, or one would be left out
// that is among the best.
func TestNoSentenceScoresMoreThanItsArticlePromises(t *testing.T) {
	for seed := range uint64(60) {
		c := newCorpus(seed)
		var given []Article
		var all []*Article
		for range min(c.articles, 30) {
			given = append(given, c.article())
		}
		for i := range given {
			all = append(all, &given[i])
		}
		s, g := inMemory(given), new(scoring)
		g.set(sizeOf(all))
		for _, term := range c.terms {
			w := s.lookup(hashOf(term), term)
			var p postings
			s.postings(&w, &p)
			for i, ordinal := range p.articles {
				_, _, words := s.extent(int(ordinal))
				class := int(classOf(float32(words), float32(g.byArticle.mean)))
				most := float64(g.mostNear[p.impacts[i]] + g.mostWhole[class<<4|timesIn(p.impacts[i])])
				q := &Query{Terms: []Term{{Spellings: []string{term}, Weight: 1}}}
				for _, found := range newReading(all[ordinal], q, g.of).candidates(all[ordinal], q) {
					if found.Score > most {
						t.Fatalf("corpus %d: %q is worth %v in sentence %d of article %d, which promises %v", seed, term, found.Score, found.Sentence, found.Number, most)
					}
				}
			}
		}
	}
}
