package index

import "slices"

// dictionaryEntry is a word of the dictionary in the making.
type dictionaryEntry struct {
	word
	hash uint64
	form int32 // the last of the kinds that have it as form, or -1
	term int32 // or -1
	at   address
}

// entries returns the words of a builder, each once.
func (b *builder) entries() []*dictionaryEntry {
	all := make([]*dictionaryEntry, 0, len(b.ofForm)+len(b.terms)/2)
	for form, k := range b.ofForm {
		n := &dictionaryEntry{word: word{text: []byte(form)}, hash: hashOf(form), form: k, term: -1}
		if t, ok := b.ofTerm[form]; ok {
			n.term = t
		}
		for ; k >= 0; k = b.kinds[k].before {
			n.count += int(b.kinds[k].count)
			n.names += int(b.kinds[k].names)
		}
		all = append(all, n)
	}
	for text, t := range b.ofTerm {
		if _, isForm := b.ofForm[text]; !isForm {
			all = append(all, &dictionaryEntry{word: word{text: []byte(text)}, hash: hashOf(text), form: -1, term: t})
		}
	}
	return all
}

// tell notes where the entry stands for the kinds and the term that it is of.
func (n *dictionaryEntry) tell(b *builder, formAt, termAt []address) {
	for k := n.form; k >= 0; k = b.kinds[k].before {
		formAt[k] = n.at
	}
	if n.term >= 0 {
		termAt[n.term] = n.at
	}
}

// encodeLists makes the posting lists of the terms.
func (e *encoded) encodeLists(b *builder, all []*dictionaryEntry) {
	sorted, starts := b.byTerm()
	slices.SortFunc(all, func(x, y *dictionaryEntry) int { return int(x.term) - int(y.term) }) // long lists in a fixed order
	w := listWriter{builder: b}
	for _, n := range all {
		if n.term < 0 || starts[n.term] == starts[n.term+1] {
			continue
		}
		list := w.write(sorted[starts[n.term]:starts[n.term+1]])
		n.articles, n.sentences = w.articles, w.sentences
		if len(list) > longList {
			n.listAt = e.columns[listColumn].put(list)
		} else {
			n.list = slices.Clone(list)
		}
	}
}

// byTerm returns the occurrences term by term, and where those of each begin.
func (b *builder) byTerm() (sorted []occurrence, starts []int) {
	starts = make([]int, len(b.terms)+1)
	for i := range b.terms {
		starts[i+1] = starts[i] + b.terms[i].occurs
	}
	next := slices.Clone(starts)
	sorted = make([]occurrence, len(b.occurs))
	for _, o := range b.occurs {
		sorted[next[o.term]] = o
		next[o.term]++
	}
	return sorted, starts
}
