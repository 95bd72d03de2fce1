package index

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
)

// encode makes a segment of what was added.
func (b *builder) encode() *encoded {
	e := &encoded{head: head{
		articles: len(b.articles), sentences: len(b.sentences), paragraphs: b.paragraphs, types: len(b.kinds), words: b.words,
		bits: uint(max(0, bits.Len(uint((len(b.terms)+len(b.kinds))/bucketWords))-1)),
	}}
	typeOf := b.byFrequency()
	formAt, termAt := e.encodeDictionary(b)
	e.encodeTypes(b, typeOf, formAt, termAt)
	e.encodeArticles(b, typeOf)
	return e
}

// byFrequency returns the type of each kind: the most frequent have the lowest numbers, which
// take the fewest bytes.
func (b *builder) byFrequency() (typeOf []uint32) {
	order := make([]int32, len(b.kinds))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int {
		x, y := &b.kinds[i], &b.kinds[j]
		return cmp.Or(cmp.Compare(y.count, x.count), cmp.Compare(x.form, y.form), cmp.Compare(x.flags, y.flags),
			cmp.Compare(b.terms[x.term].text, b.terms[y.term].text))
	})
	typeOf = make([]uint32, len(order))
	for i, k := range order {
		typeOf[k] = uint32(i)
	}
	return typeOf
}

// A type's record: hashes of its term 2, of the start 2 and of the end of its form 2 | flags 1 | nothing 1 | address of its form 4 | and of its term in the dictionary 4
const typeSize = 16

func (e *encoded) encodeTypes(b *builder, typeOf []uint32, formAt, termAt []address) {
	ordered := make([]int32, len(b.kinds))
	for k, t := range typeOf {
		ordered[t] = int32(k)
	}
	var record [typeSize]byte
	for _, k := range ordered {
		kind := &b.kinds[k]
		hint := HintOf(kind.form, b.terms[kind.term].text, kind.flags)
		binary.LittleEndian.PutUint16(record[0:], hint.Term)
		binary.LittleEndian.PutUint16(record[2:], hint.Start)
		binary.LittleEndian.PutUint16(record[4:], hint.End)
		record[6] = byte(hint.Flags)
		binary.LittleEndian.PutUint32(record[8:], uint32(formAt[k]))
		binary.LittleEndian.PutUint32(record[12:], uint32(termAt[kind.term]))
		e.columns[typeColumn].put(record[:])
	}
}

// encodeArticles writes what is kept of each article and sentence.
func (e *encoded) encodeArticles(b *builder, typeOf []uint32) {
	var record [articleSize]byte
	var out []byte
	for i := range b.articles {
		a := &b.articles[i]
		out = b.appendRecord(out[:0], i, typeOf)
		binary.LittleEndian.PutUint64(record[0:], a.number)
		binary.LittleEndian.PutUint64(record[8:], a.tag)
		binary.LittleEndian.PutUint32(record[16:], uint32(a.firstSentence))
		binary.LittleEndian.PutUint32(record[20:], uint32(a.words))
		binary.LittleEndian.PutUint32(record[24:], uint32(e.columns[forwardColumn].put(out)))
		e.columns[articleColumn].put(record[:])
	}
	for i := range b.sentences {
		e.columns[sentenceColumn].put(binary.LittleEndian.AppendUint16(record[:0], b.sentences[i].length))
	}
}

// appendRecord appends the forward record of an article, as Record reads it:
//
//	length of the layout, then the layout
//	sentences × { mark 1 | bytes of its words }
//	how many lists of names, then for each its bytes; bytes of the marks
//	the words of the sentences, of the lists and of the marks
//	sentences × { how many lists it is found by, and each }
//
// where numbers but marks are variable, and a word is its type, doubled, and one more where
// its mark follows.
func (b *builder) appendRecord(out []byte, article int, typeOf []uint32) []byte {
	a := &b.articles[article]
	sentencesEnd := len(b.sentences)
	if article+1 < len(b.articles) {
		sentencesEnd = b.articles[article+1].firstSentence
	}
	number := func(n int) { out = binary.AppendUvarint(out, uint64(n)) }
	var body []byte
	words := func(tokens []token) (size int) {
		before := len(body)
		for _, t := range tokens {
			body = appendToken(body, typeOf[t.kind()], uint8(t))
		}
		return len(body) - before
	}
	number(len(a.layout))
	out = append(out, a.layout...)
	from := a.firstToken
	for i := a.firstSentence; i < sentencesEnd; i++ {
		s := &b.sentences[i]
		out = append(out, s.mark)
		number(words(b.tokens[from:s.end]))
		from = s.end
	}
	number(a.listsEnd - a.ends)
	from = a.marksEnd
	for _, end := range b.ends[a.ends:a.listsEnd] {
		number(words(b.tokens[from:end]))
		from = end
	}
	number(words(b.tokens[a.tokens:a.marksEnd]))
	out = append(out, body...)
	bys := 0
	if a.firstSentence > 0 {
		bys = b.sentences[a.firstSentence-1].bysEnd
	}
	for i := a.firstSentence; i < sentencesEnd; i++ {
		end := b.sentences[i].bysEnd
		number(end - bys)
		for _, list := range b.bys[bys:end] {
			number(list)
		}
		bys = end
	}
	return out
}

func appendToken(out []byte, id uint32, mark uint8) []byte {
	v := uint64(id) << 1
	if mark == 0 {
		return binary.AppendUvarint(out, v)
	}
	return append(binary.AppendUvarint(out, v|1), mark)
}
