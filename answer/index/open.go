package index

import (
	"sync"
	"sync/atomic"

	"verbatim/store"
)

// Index is the index at one moment. It must not outlive the transaction it was opened in.
type Index struct {
	segments []segment
	damaged  []Damage // the segments that it goes without
	size     Size
	scratch  scratch
	search   search
}

// Size is how much an index holds.
type Size struct{ Articles, Paragraphs, Sentences, Words int }

// indexes are those that were closed, with their memory.
var indexes = sync.Pool{New: func() any { return new(Index) }}

// Open opens the index, but for the segments that a cache has spoilt; where another is damaged the
// error is Damage. What the cache knows of the library's segments need not be checked again; a
// nil one knows nothing.
func Open(tx *store.Tx, c *Cache) (x *Index, err error) {
	x = open(tx, c)
	for _, d := range x.damaged {
		if !c.isSpoilt(d.Segment) {
			x.Close()
			return nil, d
		}
	}
	return x, nil
}

// OpenSound opens the index without the segments of which what is read at once is damaged: of
// these Damaged tells. Others may be found to be damaged when they are read.
func OpenSound(tx *store.Tx) *Index { return open(tx, nil) }

func open(tx *store.Tx, c *Cache) *Index {
	x := indexes.Get().(*Index)
	x.size = Size{}
	x.segments, x.damaged = x.segments[:0], x.damaged[:0]
	for key, value := range tx.Scan([]byte(headKey)) {
		s := x.push()
		if err := s.open(tx, key, value, c); err != nil {
			x.segments = x.segments[:len(x.segments)-1]
			x.damaged = append(x.damaged, Damage{s.number})
			continue
		}
		x.size.Articles += s.articles - s.gone.Articles
		x.size.Paragraphs += s.paragraphs - s.gone.Paragraphs
		x.size.Sentences += s.sentences - s.gone.Sentences
		x.size.Words += s.words - s.gone.Words
	}
	return x
}

// push returns room for one more segment, with the memory of one that was there.
func (x *Index) push() *segment {
	x.segments = grown(x.segments)
	return &x.segments[len(x.segments)-1]
}

// Close gives the memory of an index back. Nothing of it may be used any more.
func (x *Index) Close() { indexes.Put(x) }

// Damaged returns the segments that the index goes without.
func (x *Index) Damaged() []Damage { return x.damaged }

// Size returns how much the index holds.
func (x *Index) Size() Size { return x.size }

// Cache remembers which parts of a library's segments have been found to be what was
// written. It may be used from many goroutines.
type Cache struct {
	mu       sync.RWMutex
	segments map[uint64]*checked
	spoilt   map[uint64]bool // those to go without
}

// Spoil has the index go without a segment from now on, as far as this process goes, and
// reports whether that is new.
func (c *Cache) Spoil(d Damage) bool {
	if c == nil {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.spoilt[d.Segment] {
		return false
	}
	if c.spoilt == nil {
		c.spoilt = map[uint64]bool{}
	}
	c.spoilt[d.Segment] = true
	return true
}

// caught is Caught that spoils what it catches.
func (c *Cache) caught(err *error) {
	switch p := recover().(type) {
	case nil:
	case Damage:
		c.Spoil(p)
		*err = p
	default:
		panic(p)
	}
}

// isSpoilt reports whether the index goes without a segment.
func (c *Cache) isSpoilt(number uint64) bool {
	if c == nil {
		return false
	}
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.spoilt[number]
}

// maxKnown is of how many segments a cache knows at most: those that were merged away are forgotten with all others.
const maxKnown = 1 << 10

// of returns what is known of a segment.
func (c *Cache) of(number uint64) *checked {
	if c == nil {
		return new(checked)
	}
	c.mu.RLock()
	k := c.segments[number]
	c.mu.RUnlock()
	if k != nil {
		return k
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.segments == nil || len(c.segments) > maxKnown {
		c.segments = map[uint64]*checked{}
	}
	if k = c.segments[number]; k == nil {
		k = &checked{recovers: true}
		c.segments[number] = k
	}
	return k
}

// checked is which parts of a segment have been checked: a bit for each of the first of a column.
type checked struct {
	head  atomic.Bool
	parts [columns][maxChecked / 64]atomic.Uint64

	// Where a cache remembers it, single flipped bits are put right, so that questions are answered until the
	// index is made again. A merge writes what is right.
	recovers  bool
	mu        sync.Mutex
	recovered map[partOf][]byte
}

// partOf is a part of a column, or, of no column, the head.
type partOf struct{ column, part int }

// maxChecked is of how many parts of a column it is remembered: those behind are checked each time.
const maxChecked = 512

func (k *checked) unsealHead(sealed []byte) ([]byte, error) {
	if k.head.Load() {
		return store.Body(sealed), nil
	}
	body, err := store.Unseal(sealed)
	if err != nil {
		return k.recover(partOf{-1, 0}, sealed)
	}
	k.head.Store(true)
	return body, nil
}

func (k *checked) unseal(c column, part int, sealed []byte) ([]byte, error) {
	remembered := part < maxChecked
	bits, bit := &k.parts[c][part%maxChecked/64], uint64(1)<<(part%64)
	if remembered && bits.Load()&bit != 0 {
		return store.Body(sealed), nil
	}
	body, err := store.Unseal(sealed)
	if err != nil {
		return k.recover(partOf{int(c), part}, sealed)
	}
	if remembered {
		bits.Or(bit)
	}
	return body, nil
}

// recover returns a copy of what was sealed, if one bit of it was flipped since.
func (k *checked) recover(of partOf, sealed []byte) ([]byte, error) {
	if !k.recovers {
		return nil, store.ErrCorrupt
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if body, known := k.recovered[of]; known {
		return body, nil
	}
	body, ok := store.Recover(sealed)
	if !ok {
		return nil, store.ErrCorrupt
	}
	if k.recovered == nil {
		k.recovered = map[partOf][]byte{}
	}
	k.recovered[of] = body
	return body, nil
}
