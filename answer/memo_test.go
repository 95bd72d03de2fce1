package answer

import "testing"

func TestAMemoKnowsItsKeysUntilItForgetsThem(t *testing.T) {
	const keys = 5 * leastSlots // so that it grows, and back into memory that was used before
	var m memo
	for round := range uint32(4) {
		m.forget()
		for key := range uint64(keys) {
			if value, known := m.at(key << 32); known || *value != 0 {
				t.Fatalf("in round %d key %d is known before it is given", round, key)
			}
			value, _ := m.at(key << 32)
			*value = uint32(key) + round
		}
		for key := range uint64(keys) {
			if value, known := m.at(key << 32); !known || *value != uint32(key)+round {
				t.Fatalf("in round %d key %d has %d (known: %v)", round, key, *value, known)
			}
		}
		if _, known := m.at(1); known {
			t.Fatal("a key is known that was not given")
		}
	}
}
