package answer

import (
	"math"
	"math/bits"
)

// shares knows how much of a question's weight any set of its terms has: it is asked so often
// that adding up would take most of the time in which a passage is weighed.
type shares struct {
	tables   [][1 << tableTerms]float64 // by set, of each tableTerms terms
	portions [maxTerms]float64          // by term
	all      termSet
}

const tableTerms = 8

// open makes the shares those of a query.
func (s *shares) open(y *query) {
	s.tables = s.tables[:0]
	s.all = 0
	for from := 0; from < len(y.terms); from += tableTerms {
		s.tables = append(s.tables, [1 << tableTerms]float64{})
		table := &s.tables[len(s.tables)-1]
		for i, t := range y.terms[from:min(from+tableTerms, len(y.terms))] {
			s.all.add(from + i)
			s.portions[from+i] = t.weight / y.total
			for set := range 1 << i { // that weight is added to those of lower terms, as share adds them
				table[1<<i|set] = table[set] + t.weight
			}
		}
		for set := range table {
			table[set] /= y.total
		}
	}
}

// of returns the share of a set.
func (s *shares) of(set termSet) (share float64) {
	set &= s.all
	for i := range s.tables {
		share += s.tables[i][uint8(set)]
		set >>= tableTerms
	}
	return share
}

// part returns how much of the weight of one set another has; 0 where the one has none.
func (s *shares) part(of, set termSet) float64 {
	all := s.of(of)
	if all == 0 {
		return 0
	}
	return s.of(set&of) / all
}

// heaviest returns the share of the term of a set that weighs most.
func (s *shares) heaviest(set termSet) (share float64) {
	for set &= s.all; set != 0; set &= set - 1 {
		share = max(share, s.portions[bits.TrailingZeros64(uint64(set))])
	}
	return share
}

// logOf returns the logarithm of a count, which is small nearly always.
func logOf(n int) float64 {
	if n < len(logs) {
		return logs[n]
	}
	return math.Log(float64(n))
}

var logs = func() (all [512]float64) {
	for n := range all {
		all[n] = math.Log(float64(n))
	}
	return all
}()
