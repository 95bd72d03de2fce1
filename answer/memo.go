package answer

// A memo keeps a number for each of some keys, in memory that is used again. It takes no more of it than the
// keys need, since what is touched takes time.
type memo struct {
	slots []slot // as many as a power of two
	spare []slot
	stamp uint32 // of the slots that are in use
	held  int
}

type slot struct {
	key          uint64
	stamp, value uint32
}

const leastSlots = 1 << 8

// forget empties the memo, which takes no time.
func (m *memo) forget() {
	m.held = 0
	m.slots = m.next(m.slots, leastSlots)
}

// next returns a number of empty slots, in some memory if that is enough.
func (m *memo) next(memory []slot, n int) []slot {
	if m.stamp++; m.stamp == 0 { // the slots may be older than all stamps
		clear(m.slots[:cap(m.slots)])
		clear(m.spare[:cap(m.spare)])
		m.stamp = 1
	}
	if n > cap(memory) {
		return make([]slot, n)
	}
	return memory[:n]
}

// at returns the number of a key, and whether it was known before: if not it is 0. The number
// can be written to until the memo is asked for another.
func (m *memo) at(key uint64) (value *uint32, known bool) {
	s := m.slot(key)
	if s.stamp == m.stamp {
		return &s.value, true
	}
	if m.held++; 2*m.held > len(m.slots) {
		m.grow()
		s = m.slot(key)
	}
	*s = slot{key, m.stamp, 0}
	return &s.value, false
}

// slot returns the slot of a key, or the one that is free for it.
func (m *memo) slot(key uint64) *slot {
	const golden = 0x9E3779B97F4A7C15 // spreads what lies close together
	mask := uint64(len(m.slots) - 1)
	for i := key * golden >> 32; ; i++ {
		if s := &m.slots[i&mask]; s.key == key || s.stamp != m.stamp {
			return s
		}
	}
}

// grow makes room for twice as many.
func (m *memo) grow() {
	old, stamp := m.slots, m.stamp
	m.slots, m.spare = m.next(m.spare, 2*len(old)), old
	for _, s := range old {
		if s.stamp == stamp {
			s.stamp = m.stamp
			*m.slot(s.key) = s
		}
	}
}

// A stock lends things that are used again once all are given back.
type stock[T any] struct {
	all  []*T
	lent int
}

// next lends one, as it was left.
func (s *stock[T]) next() *T {
	if s.lent == len(s.all) {
		s.all = append(s.all, new(T))
	}
	s.lent++
	return s.all[s.lent-1]
}
