package index

import (
	"errors"
	"slices"
)

// Faults reads the whole index and returns each segment that is damaged.
func (x *Index) Faults() []Damage {
	all := slices.Clone(x.damaged) // whose memory the next index gets
	for i := range x.segments {
		if err := x.segments[i].check(); err != nil {
			all = append(all, Damage{x.segments[i].number})
		}
	}
	return all
}

func (s *segment) check() (err error) {
	defer Caught(&err)
	for c := range column(columns) {
		for part := range s.parts[c] {
			s.part(c, part)
		}
	}
	return nil
}

// Check reads the whole index and returns all damage.
func (x *Index) Check() error {
	var all []error
	for _, d := range x.Faults() {
		all = append(all, d)
	}
	return errors.Join(all...)
}

// Live returns how many articles the index holds.
func (x *Index) Live() int { return x.size.Articles }
