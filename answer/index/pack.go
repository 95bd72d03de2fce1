package index

import "slices"

// packed is the words of an article as numbers of its kinds of words, a twelfth of what they
// take otherwise: articles that wait to be written together would fill the memory.
type packed struct {
	kinds  []packedKind
	ofForm map[string]int32 // the last kind with a form
	tokens []token          // those of the marks, of the names and of the sentences
	marks  int              // how many of them are marks
	names  []int            // where the words of each list of names end
	ends   []int            // and those of each sentence
}

// packedKind is a kind of word of an article, and another with the same form, or -1.
type packedKind struct {
	Word
	before int32
}

// Pack packs the words of an article, which is left without them but otherwise the same. It
// takes a good part of what writing the article does, and may be done beside others.
func (a *Article) Pack() {
	if a.packed != nil {
		return
	}
	p := &packed{ofForm: map[string]int32{}}
	for _, m := range a.Marks {
		p.add(Word{Form: m, Term: m, Flags: Stop | mark})
	}
	p.marks = len(p.tokens)
	for _, list := range a.Names {
		p.addAll(list)
		p.names = append(p.names, len(p.tokens))
	}
	for i := range a.Sentences {
		p.addAll(a.Sentences[i].Words)
		p.ends = append(p.ends, len(p.tokens))
		a.Sentences[i].Words = nil
	}
	a.Marks, a.Names, a.packed, p.ofForm = nil, nil, p, nil
}

func (p *packed) addAll(words []Word) {
	for i := range words {
		p.add(words[i])
	}
}

func (p *packed) add(w Word) {
	p.tokens = append(p.tokens, token(p.kind(w))<<8|token(w.Mark))
}

// kind returns the number of the kind of a word.
func (p *packed) kind(w Word) int32 {
	last, known := p.ofForm[w.Form]
	if !known {
		last = -1
	}
	for k := last; k >= 0; k = p.kinds[k].before {
		if is := &p.kinds[k]; is.Flags == w.Flags && is.Term == w.Term {
			return k
		}
	}
	k := int32(len(p.kinds))
	p.kinds = append(p.kinds, packedKind{w, last})
	p.ofForm[w.Form] = k
	return k
}

// add adds an article, which stays as it is.
func (b *builder) add(a *Article) {
	if a.packed == nil {
		c := *a
		c.Sentences = slices.Clone(a.Sentences)
		a = &c
		a.Pack()
	}
	p := a.packed
	kinds := make([]int32, len(p.kinds))
	for i := range p.kinds {
		kinds[i] = b.kind(p.kinds[i].Form, p.kinds[i].Term, p.kinds[i].Flags)
	}
	b.begin(a.Number, a.Tag, a.Layout)
	for _, t := range p.tokens[:p.marks] {
		b.mark(kinds[t.kind()])
	}
	from := p.marks
	for _, end := range p.names {
		b.beginNames()
		for _, t := range p.tokens[from:end] {
			b.name(kinds[t.kind()], uint8(t))
		}
		from = end
	}
	for i := range a.Sentences {
		b.beginSentence(a.Sentences[i].Opens, a.Sentences[i].Mark)
		for _, t := range p.tokens[from:p.ends[i]] {
			b.word(kinds[t.kind()], uint8(t))
		}
		from = p.ends[i]
		for _, list := range a.Sentences[i].By {
			b.by(list)
		}
	}
}
