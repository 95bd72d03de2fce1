package upkeep

import (
	"testing"

	"verbatim/store"
)

func TestTheRoomIsWhatTheLimitAndTheDiskLeave(t *testing.T) {
	for _, c := range []struct {
		size, limit, free int64
		known             bool
		most              int64
	}{
		{10, 0, 0, false, 0}, {10, 50, 0, false, 50}, {10, 0, 90, true, 100}, {10, 50, 90, true, 50}, {10, 500, 90, true, 100},
	} {
		if most := mostOf(store.Stats{Size: c.size, Limit: c.limit}, c.free, c.known); most != c.most {
			t.Errorf("%+v: the most is %d", c, most)
		}
	}
}
