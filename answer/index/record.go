package index

import (
	"encoding/binary"
	"slices"
)

// Doc is where an article stands in an index that is open.
type Doc struct{ Segment, Ordinal int32 }

// Token is a word of a sentence: its type, and its mark as it was given.
type Token struct {
	Type uint32
	Mark uint8
}

// Record is what the index keeps of an article, read in place: valid during the transaction.
type Record struct {
	segment  *segment
	number   uint64
	layout   []byte
	body     []byte   // the words
	ends     []uint32 // of the words of each sentence in body, then of each list of names, then of the marks
	own      []uint8  // the marks of the sentences
	lists    int
	position []byte // what follows the words
}

// Find returns where the article of a number stands.
func (x *Index) Find(number uint64) (d Doc, ok bool, err error) {
	defer Caught(&err)
	for i := range x.segments {
		if ordinal, ok := x.segments[i].ordinal(number); ok && !x.segments[i].isDead(ordinal) {
			return Doc{int32(i), int32(ordinal)}, true, nil
		}
	}
	return Doc{}, false, nil
}

// Record opens what is kept of an article, reusing the memory of r. What is read of it and of
// its types later panics where that is damaged: Caught makes an error of it.
func (x *Index) Record(d Doc, r *Record) (err error) {
	defer Caught(&err)
	x.segments[d.Segment].record(int(d.Ordinal), r)
	return nil
}

func (s *segment) record(ordinal int, r *Record) {
	e := s.element(articleColumn, ordinal, articleSize)
	from, to, _ := s.extent(ordinal)
	in := s.at(forwardColumn, address(binary.LittleEndian.Uint32(e[24:])))
	r.segment, r.number = s, binary.LittleEndian.Uint64(e)
	n, in := number(in)
	r.layout, in = in[:n:n], in[n:]
	n = to - from
	r.own, r.ends = slices.Grow(r.own[:0], n)[:n], slices.Grow(r.ends[:0], n)[:n]
	end := 0
	for i := range r.own {
		r.own[i] = in[0]
		var size int
		if size = int(in[1]); size < 0x80 {
			in = in[2:]
		} else {
			size, in = number(in[1:])
		}
		end += size
		r.ends[i] = uint32(end)
	}
	r.lists, in = number(in)
	for range r.lists + 1 {
		n, in = number(in)
		end += n
		r.ends = append(r.ends, uint32(end))
	}
	r.body, r.position = in[:end:end], in[end:]
}

// Article returns the article's number.
func (r *Record) Article() uint64 { return r.number }

// Layout returns what was given as the article's layout.
func (r *Record) Layout() []byte { return r.layout }

// Sentences returns how many sentences the article has.
func (r *Record) Sentences() int { return len(r.own) }

// Mark returns the mark of a sentence.
func (r *Record) Mark(sentence int) uint8 { return r.own[sentence] }

// Types returns the types of the article's words.
func (r *Record) Types() Types { return Types{r.segment} }

// Tokens appends the words of a sentence.
func (r *Record) Tokens(sentence int, to []Token) []Token { return r.tokens(sentence, to) }

// Names appends the words of a list of names.
func (r *Record) Names(list int, to []Token) []Token { return r.tokens(len(r.own)+list, to) }

func (r *Record) marks(to []Token) []Token { return r.tokens(len(r.own)+r.lists, to) }

// tokens appends the words that end at an element of ends.
func (r *Record) tokens(i int, to []Token) []Token {
	from := uint32(0)
	if i > 0 {
		from = r.ends[i-1]
	}
	in := r.body[from:r.ends[i]]
	to = slices.Grow(to, len(in))
	for at := 0; at < len(in); {
		v := uint32(in[at])
		if at++; v >= 0x80 {
			if next := uint32(in[at]); next < 0x80 {
				v, at = v&0x7f|next<<7, at+1
			} else {
				long, size := binary.Uvarint(in[at-1:])
				v, at = uint32(long), at-1+size
			}
		}
		mark := uint8(0)
		if v&1 != 0 {
			mark = in[at]
			at++
		}
		to = append(to, Token{v >> 1, mark})
	}
	return to
}

// number reads a number of variable length and returns what follows it.
func number(b []byte) (n int, rest []byte) {
	if b[0] < 0x80 {
		return int(b[0]), b[1:]
	}
	v, size := binary.Uvarint(b)
	return int(v), b[size:]
}

// Types are the types of words of a part of the index: what they have in common that are
// written alike. They are valid during the transaction.
type Types struct{ segment *segment }

// Hint returns what rules a type out.
func (t Types) Hint(id uint32) Hint {
	return hintAt(t.segment.element(typeColumn, int(id), typeSize))
}

func hintAt(record []byte) Hint {
	e := binary.LittleEndian.Uint64(record)
	return Hint{uint16(e), uint16(e >> 16), uint16(e >> 32), Flags(e >> 48)}
}

// Hints appends the hints of the types of some words: they lie far apart in memory, and fetched
// together they come sooner than one by one.
func (t Types) Hints(of []Token, to []Hint) []Hint {
	n := len(to)
	to = slices.Grow(to, len(of))[:n+len(of)]
	parts := t.segment.parts[typeColumn]
	for i, hints := 0, to[n:]; i < len(hints); i++ {
		at := int(of[i].Type) * typeSize
		if part := at >> partBits; part < len(parts) && parts[part] != nil {
			hints[i] = hintAt(parts[part][at&(partSize-1):])
		} else {
			hints[i] = t.Hint(of[i].Type)
		}
	}
	return to
}

// Form returns the form of a type, in place.
func (t Types) Form(id uint32) string { return t.text(id, 8) }

// Term returns the term of a type, in place.
func (t Types) Term(id uint32) string { return t.text(id, 12) }

func (t Types) text(id uint32, at int) string {
	e := t.segment.element(typeColumn, int(id), typeSize)
	return inPlace(textAt(t.segment.at(wordColumn, address(binary.LittleEndian.Uint32(e[at:])))))
}
