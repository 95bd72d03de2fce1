package index

import (
	"sync"

	"verbatim/store"
)

// This file stands in for forward records until segments hold them.

// Doc is where an article stands in an open index.
type Doc struct{ Segment, Ordinal int32 }

// Token is a word of a sentence: its type, and how it stands, which is opaque here.
type Token struct {
	Type uint32
	Mark uint8
}

// Flags tell sorts of types.
type Flags uint8

const (
	Stop    Flags = 1 << iota
	Joined        // the parts of a hyphenated word read as one
	Capital       // written with a capital
	Apart         // its term does not begin with the same four letters as its form
	Digit         // its form has a digit
)

// Hint rules most types out before their strings are touched: hashes of the term, and of the
// first and the last four letters of the form.
type Hint struct {
	Term, Start, End uint16
	Flags            Flags
}

// HintOf returns the hint of a type.
func HintOf(form, term string, flags Flags) Hint {
	start, end := HashStart(form), HashEnd(form)
	if start != HashStart(term) {
		flags |= Apart
	}
	for i := range len(form) {
		if form[i] >= 0x80 || '0' <= form[i] && form[i] <= '9' {
			flags |= digit(form)
			break
		}
	}
	return Hint{HashTerm(term), start, end, flags}
}

type spelt struct {
	form, term string
	flags      Flags
}

var types struct {
	sync.Mutex
	all   []spelt
	hints []Hint
	ids   map[spelt]uint32
}

// Type numbers a type.
func Type(form, term string, flags Flags) uint32 {
	types.Lock()
	defer types.Unlock()
	key := spelt{form, term, flags}
	id, ok := types.ids[key]
	if !ok {
		if types.ids == nil {
			types.ids = map[spelt]uint32{}
		}
		id = uint32(len(types.all))
		types.ids[key] = id
		types.all = append(types.all, key)
		types.hints = append(types.hints, HintOf(form, term, flags))
	}
	return id
}

// Types are the types of a segment.
type Types struct {
	all   []spelt
	hints []Hint
}

func (t Types) Hint(id uint32) Hint   { return t.hints[id] }
func (t Types) Form(id uint32) string { return t.all[id].form }
func (t Types) Term(id uint32) string { return t.all[id].term }

// Contents is what a record holds.
type Contents struct {
	Number    uint64
	Layout    []byte
	Sentences [][]Token
	Marks     []uint8
	Names     [][]Token
}

// Record is an article's forward record.
type Record struct {
	*Contents
	types Types
}

// Fetch makes the record of an article.
var Fetch func(tx *store.Tx, number uint64) (*Contents, error)

// Record opens an article's forward record in place.
func (x *Index) Record(d Doc, r *Record) error {
	c, err := Fetch(x.tx, uint64(d.Ordinal))
	if err != nil {
		return err
	}
	types.Lock()
	*r = Record{c, Types{types.all, types.hints}}
	types.Unlock()
	return nil
}

// Find returns where the article of a number stands.
func (x *Index) Find(number uint64) (Doc, bool) { return Doc{Ordinal: int32(number)}, true }

func (r *Record) Article() uint64 { return r.Number }
func (r *Record) Layout() []byte  { return r.Contents.Layout }
func (r *Record) Tokens(sentence int, dst []Token) []Token {
	return append(dst, r.Contents.Sentences[sentence]...)
}
func (r *Record) Names(list int, dst []Token) []Token { return append(dst, r.Contents.Names[list]...) }
func (r *Record) Mark(sentence int) uint8             { return r.Marks[sentence] }
func (r *Record) Types() Types                        { return r.types }

// Doc returns where the article stands.
func (h *Hits) Doc() Doc { return Doc{Ordinal: int32(h.Article)} }
