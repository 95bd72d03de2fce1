package index

import (
	"cmp"
	"math/bits"
	"slices"

	"verbatim/store"
)

// Merging keeps the number of segments small. Segments are in tiers by their size; when a tier
// is full, its segments are made one of the next. While nothing else is written also those
// are merged that are small beside others. A merge is planned in one short read, made with no
// transaction open, and written a part at a time; with the last part it takes the place of what
// it is of. What a process that was killed had written of one is deleted by the next.
const (
	mergeFactor = 8       // this many segments of a tier become one of the next
	tierBase    = 1 << 10 // sentences that the lowest tier holds at most
	mergeLimit  = 1 << 15 // sentences; a segment above this is left as it is, unless most of it is dead
)

// Merge is a segment in the making, of others.
type Merge struct {
	sources []*segment // as they were when it was planned, with memory of their own
	cache   *Cache
	number  uint64 // 0 until the first step
	out     *encoded
}

// tier groups segments by size: 0 below tierBase sentences, then one more for each mergeFactor.
func (s *segment) tier() int {
	return (bits.Len(uint((s.head.sentences-s.gone.Sentences)/tierBase)) + 2) / 3 // mergeFactor is 2^3
}

// Plan returns the merge that is due, or nil. At rest, when nothing is written for a while, also
// what would have to wait for more is due.
func Plan(tx *store.Tx, c *Cache, rest bool) (m *Merge, err error) {
	x := open(tx, c)
	for _, d := range x.damaged {
		c.Spoil(d)
	}
	defer x.Close()
	defer c.caught(&err)
	due := x.due(rest)
	if due == nil {
		return nil, nil
	}
	m = &Merge{cache: c}
	for _, s := range due {
		m.sources = append(m.sources, s.copied())
	}
	return m, nil
}

// due returns the segments that are to be merged, oldest first.
func (x *Index) due(rest bool) []*segment {
	tiers := map[int][]*segment{}
	var small []*segment
	for i := range x.segments {
		s := &x.segments[i]
		if len(s.dead)*2 > s.head.articles {
			return []*segment{s}
		}
		if s.head.sentences >= mergeLimit {
			continue
		}
		small = append(small, s)
		t := s.tier()
		if tiers[t] = append(tiers[t], s); len(tiers[t]) == mergeFactor {
			return tiers[t]
		}
	}
	if rest {
		return beside(small)
	}
	return nil
}

// restShare is how much smaller than those before it a segment is that is left alone at rest.
const restShare = 4

// beside returns the largest number of the smallest segments of which each is at most restShare
// times as large as those that are smaller: writing it again costs no more than so many times what it saves.
func beside(all []*segment) []*segment {
	slices.SortStableFunc(all, func(a, b *segment) int { return a.head.sentences - b.head.sentences })
	sum, n := 0, 0
	for i, s := range all {
		if i == 0 || s.head.sentences <= restShare*sum {
			n = i + 1
		}
		if sum += s.head.sentences; sum > 2*mergeLimit {
			break
		}
	}
	if n < 2 {
		return nil
	}
	chosen := all[:n]
	slices.SortFunc(chosen, func(a, b *segment) int { return cmp.Compare(a.number, b.number) })
	return chosen
}

// copied returns a segment that outlives its transaction.
func (s *segment) copied() *segment {
	c := *s
	c.tx, c.known, c.key = nil, nil, nil
	c.dead = slices.Clone(s.dead)
	c.lengths = slices.Clone(s.lengths)
	for of := range columns {
		c.parts[of] = make([][]byte, len(s.parts[of]))
		if of == listColumn || of == spellingColumn || of == bucketColumn {
			continue // made anew
		}
		for i := range s.parts[of] {
			c.parts[of][i] = slices.Clone(s.part(of, i))
		}
	}
	return &c
}

// Make makes the segment, in memory.
func (m *Merge) Make() (err error) {
	defer m.cache.caught(&err)
	b := newBuilder()
	type place struct{ source, ordinal int }
	var order []place
	for i, s := range m.sources {
		for ordinal := range s.head.articles {
			if !s.isDead(ordinal) {
				order = append(order, place{i, ordinal})
			}
		}
	}
	number := func(p place) uint64 { return m.sources[p.source].articleNumber(p.ordinal) }
	slices.SortFunc(order, func(a, b place) int { return cmp.Compare(number(a), number(b)) })
	readers := make([]rereader, len(m.sources))
	for i := range readers {
		readers[i] = newRereader(m.sources[i], b)
	}
	for _, p := range order {
		readers[p.source].add(p.ordinal)
	}
	m.out = b.encode()
	return nil
}

// Step writes part of the segment, and reports whether it was the last, with which it takes the
// place of its sources. Where one of these is gone meanwhile the merge comes to nothing.
func (m *Merge) Step(tx *store.Tx) (done bool, err error) {
	if m.number == 0 {
		if err := sweep(tx); err != nil {
			return false, err
		}
		if m.number, err = tx.Sequence(); err != nil {
			return false, err
		}
	}
	if m.out.head.articles > 0 {
		if done, err := m.out.step(tx, m.number); !done || err != nil {
			return false, err
		}
	}
	return true, m.replace(tx)
}

// replace deletes the sources, and has those of their articles be dead that were removed meanwhile.
func (m *Merge) replace(tx *store.Tx) error {
	x := open(tx, m.cache) // as Plan did, or a source that is read by what its checksum tells is not found
	defer x.Close()
	if !m.isOf(x) {
		return (&segment{number: m.number}).delete(tx)
	}
	var gone []uint64
	for _, s := range m.sources {
		now := x.segmentOf(s.number)
		for _, ordinal := range now.dead {
			if !s.isDead(int(ordinal)) {
				gone = append(gone, s.articleNumber(int(ordinal)))
			}
		}
		if err := now.delete(tx); err != nil {
			return err
		}
	}
	return Remove(tx, gone...)
}

// isOf reports whether an index still has all sources.
func (m *Merge) isOf(x *Index) bool {
	for _, s := range m.sources {
		if x.segmentOf(s.number) == nil {
			return false
		}
	}
	return true
}

func (x *Index) segmentOf(number uint64) *segment {
	for i := range x.segments {
		if x.segments[i].number == number {
			return &x.segments[i]
		}
	}
	return nil
}

// sweep deletes the parts of segments that never were whole.
func sweep(tx *store.Tx) error {
	for from := []byte(partKey); ; {
		key, _ := tx.Seek([]byte(partKey), from)
		if key == nil {
			return nil
		}
		number := keySegment(key)
		if tx.Get(segmentKey(headKey, number)) == nil {
			if err := deleteAll(tx, segmentKey(partKey, number)); err != nil {
				return err
			}
		}
		from = segmentKey(partKey, number+1)
	}
}
