package index

// Check reads the whole index and reports the first damage.
func (x *Index) Check() error {
	for _, s := range x.segments {
		for i := range s.blockCount() {
			if _, err := s.block(i); err != nil {
				return err
			}
		}
		for _, sealed := range s.tx.Scan(segmentKey(wordsKey, s.number)) {
			if _, err := openWords(sealed); err != nil {
				return err
			}
		}
	}
	return nil
}

// Live returns how many articles the index holds, without those removed.
func (x *Index) Live() int {
	n := x.size.Articles
	for _, s := range x.segments {
		n -= len(s.dead)
	}
	return n
}
