package index

// rereader adds articles of a segment to a builder.
type rereader struct {
	*segment
	to     *builder
	kinds  []int32 // by type, -1 where it did not come up yet
	record Record
	tokens []Token
}

func newRereader(s *segment, to *builder) rereader {
	kinds := make([]int32, s.head.types)
	for i := range kinds {
		kinds[i] = -1
	}
	return rereader{segment: s, to: to, kinds: kinds}
}

// kind returns the builder's number of a type.
func (r *rereader) kind(id uint32) int32 {
	if r.kinds[id] < 0 {
		t := Types{r.segment}
		r.kinds[id] = r.to.kind(t.Form(id), t.Term(id), t.Hint(id).Flags&given)
	}
	return r.kinds[id]
}

// add adds an article as it was added to the segment.
func (r *rereader) add(ordinal int) {
	r.segment.record(ordinal, &r.record)
	r.to.begin(r.articleNumber(ordinal), r.tag(ordinal), r.record.Layout())
	r.tokens = r.record.marks(r.tokens[:0])
	for _, t := range r.tokens {
		r.to.mark(r.kind(t.Type))
	}
	for list := range r.record.lists {
		r.to.beginNames()
		r.tokens = r.record.Names(list, r.tokens[:0])
		for _, t := range r.tokens {
			r.to.name(r.kind(t.Type), t.Mark)
		}
	}
	from, _, _ := r.extent(ordinal)
	bys := r.record.position
	for i := range r.record.Sentences() {
		_, opens := r.sentence(from + i)
		r.to.beginSentence(opens, r.record.Mark(i))
		r.tokens = r.record.Tokens(i, r.tokens[:0])
		for _, t := range r.tokens {
			r.to.word(r.kind(t.Type), t.Mark)
		}
		var n int
		for n, bys = number(bys); n > 0; n-- {
			var list int
			list, bys = number(bys)
			r.to.by(list)
		}
	}
}
