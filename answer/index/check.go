package index

// Check reads the whole index and reports the first damage.
func (x *Index) Check() (err error) {
	defer Caught(&err)
	for i := range x.segments {
		s := &x.segments[i]
		for c := range column(columns) {
			for part := range s.parts[c] {
				s.part(c, part)
			}
		}
	}
	return nil
}

// Live returns how many articles the index holds.
func (x *Index) Live() int { return x.size.Articles }
