package index

import "verbatim/store"

// Index is the index at one moment. It must not outlive the transaction it was opened in.
type Index struct {
	tx       *store.Tx
	segments []*segment
	size     Size
}

// Size is how much an index holds, articles removed not long ago among it.
type Size struct{ Articles, Paragraphs, Sentences, Words int }

// Open opens the index.
func Open(tx *store.Tx) (*Index, error) {
	all, err := segments(tx)
	if err != nil {
		return nil, err
	}
	x := &Index{tx: tx, segments: all}
	for _, s := range all {
		x.size.Articles += s.articleCount()
		x.size.Paragraphs += int(s.paragraphs)
		x.size.Sentences += s.sentenceCount()
		x.size.Words += int(s.words)
	}
	return x, nil
}

// Size returns how much the index holds.
func (x *Index) Size() Size { return x.size }

// Count returns how many sentences hold a term, those of articles removed not long ago among them.
func (x *Index) Count(term string) (int, error) {
	n := 0
	for _, s := range x.segments {
		p, err := s.lookup(term)
		if err != nil {
			return 0, err
		}
		n += p.count
	}
	return n, nil
}

// Match says that a sentence holds a term.
type Match struct {
	Sentence int // of the article, from 0
	Term     int // of the terms sought
	TF       int // how often
}

// Hits is an article that holds at least one of the terms sought. It is valid until the visit ends.
type Hits struct {
	Article uint64
	Matches []Match // spelling by spelling, its sentences ascending

	segment *segment
	first   int // sentence of the segment
	end     int
}

// Sentences returns the number of sentences of the article.
func (h *Hits) Sentences() int { return h.end - h.first }

// Sentence returns the length in words of a sentence, and whether it opens a paragraph.
func (h *Hits) Sentence(i int) (length int, opens bool) { return h.segment.sentence(h.first + i) }

// Search visits every live article that holds at least one of the terms, each once.
// A term is given as the spellings that count as it.
func (x *Index) Search(terms [][]string, visit func(*Hits)) error {
	for _, s := range x.segments {
		if err := s.search(terms, visit); err != nil {
			return err
		}
	}
	return nil
}

// walk is a term's postings on their way through a segment.
type walk struct {
	postings
	term int
}

func (s *segment) search(terms [][]string, visit func(*Hits)) error {
	walks, err := s.walks(terms)
	if err != nil {
		return err
	}
	h := Hits{segment: s}
	for ordinal := 0; len(walks) > 0; {
		ordinal = s.holding(leastSentence(walks), ordinal)
		h.Article, h.first = s.article(ordinal)
		h.end = s.end(ordinal)
		h.Matches = h.Matches[:0]
		walks = h.collect(walks)
		if !s.isDead(ordinal) {
			visit(&h)
		}
	}
	return nil
}

// walks starts a walk for each spelling that the segment has.
func (s *segment) walks(terms [][]string) ([]walk, error) {
	var walks []walk
	for i, spellings := range terms {
		for _, term := range spellings {
			p, err := s.lookup(term)
			if err != nil {
				return nil, err
			}
			if p.next() {
				walks = append(walks, walk{p, i})
			}
		}
	}
	return walks, nil
}

func leastSentence(walks []walk) int {
	least := walks[0].sentence
	for i := range walks {
		least = min(least, walks[i].sentence)
	}
	return least
}

// collect moves every walk behind the article, keeps what it passes, and returns the walks that go on.
func (h *Hits) collect(walks []walk) []walk {
	going := walks[:0]
	for i := range walks {
		w := walks[i]
		more := true
		for more && w.sentence < h.end {
			h.Matches = append(h.Matches, Match{w.sentence - h.first, w.term, w.tf})
			more = w.next()
		}
		if more {
			going = append(going, w)
		}
	}
	return going
}
