package text

// Hash returns a short hash of a word, the same everywhere and at all times, so that it may be stored.
func Hash(word string) uint16 {
	h := uint32(2166136261) // FNV-1a
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return uint16(h>>16 ^ h)
}
