package index

import (
	"maps"
	"slices"

	"verbatim/store"
)

// builder gathers articles in memory and writes them as one segment.
type builder struct {
	head
	terms map[string]*termList
	words vocabulary
}

// termList is a list in the making, with the count of the sentence at hand.
type termList struct {
	postingsWriter
	sentence, tf int
}

func newBuilder() *builder {
	return &builder{terms: map[string]*termList{}, words: vocabulary{}}
}

func (b *builder) add(a Article) {
	b.addArticle(a.Number)
	for _, s := range a.Sentences {
		n := b.sentenceCount()
		b.addSentence(s.Length, s.Opens)
		for _, term := range s.Terms {
			b.addTerm(term, n)
		}
		for _, word := range s.Words {
			b.words.add(word, Use{Count: 1})
		}
		for _, name := range s.Names {
			b.words.add(name, Use{Names: 1})
		}
	}
}

func (b *builder) addTerm(term string, sentence int) {
	list := b.terms[term]
	if list == nil {
		list = &termList{postingsWriter: newPostingsWriter(), sentence: sentence}
		b.terms[term] = list
	}
	if list.sentence != sentence {
		list.flush()
		list.sentence = sentence
	}
	list.tf++
}

func (l *termList) flush() {
	l.add(l.sentence, l.tf)
	l.tf = 0
}

// write stores what was added as a new segment; nothing where nothing was added.
func (b *builder) write(tx *store.Tx) error {
	if b.articleCount() == 0 {
		return nil
	}
	w := segmentWriter{tx: tx, number: nextSegment(tx), head: b.head}
	for _, term := range slices.Sorted(maps.Keys(b.terms)) {
		list := b.terms[term]
		list.flush()
		w.add(entry{term: []byte(term), count: list.count, list: list.list})
	}
	if err := b.words.write(tx, w.number, Words); err != nil {
		return err
	}
	if err := b.stems().write(tx, w.number, Stems); err != nil {
		return err
	}
	return w.close()
}

// stems returns the terms that are no words. A word that only stands in a form that it was
// not asked in is found by them.
func (b *builder) stems() vocabulary {
	all := vocabulary{}
	for term, list := range b.terms {
		if _, isWord := b.words[term]; !isWord {
			all.add(term, Use{Count: list.count})
		}
	}
	return all
}

// blockSize is where a block ends, in bytes. A lookup reads half a block on average,
// and the database keeps from two to four to a page run, which a neighbour's write
// copies: both want it small, the number of keys wants it large.
const blockSize = 4 << 10

// segmentWriter writes entries, which must come in order, as blocks behind a head.
type segmentWriter struct {
	tx     *store.Tx
	number uint32
	head
	block []byte
	err   error // the first, kept until close
}

func (w *segmentWriter) add(e entry) {
	if len(w.block) == 0 {
		w.addBlock(e.term)
	}
	w.block = e.append(w.block)
	if len(w.block) >= blockSize {
		w.flush()
	}
}

func (w *segmentWriter) flush() {
	if w.err == nil && len(w.block) > 0 {
		w.err = w.tx.Put(segmentKey(blockKey, w.number, w.blockCount()-1), store.Seal(w.block))
	}
	w.block = w.block[:0]
}

func (w *segmentWriter) close() error {
	w.flush()
	if w.err != nil {
		return w.err
	}
	return w.tx.Put(segmentKey(headKey, w.number), store.Seal(w.encode()))
}
