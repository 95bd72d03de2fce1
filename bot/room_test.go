package bot

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// Who loads something hears of it when there is little room left.
func TestWhoLoadsIsToldHowMuchRoomIsUsed(t *testing.T) {
	for i, c := range []struct {
		used, most int64
		percent    int // that is told; 0 for nothing
	}{
		{79, 100, 0}, {80, 100, 80}, {949, 1000, 94}, {951, 1000, 95}, {100, 100, 100},
		{math.MaxInt64 - 1, math.MaxInt64, 100}, {5, 0, 0},
	} {
		b, _ := newBot(t)
		b.tenants.Room = func() (int64, int64) { return c.used, c.most }
		said := plain(b.Handle(t.Context(), sends(keeper("ann"), "add", fmt.Sprint(i, ".txt"), oceans)))
		if told := strings.Contains(said, nearlyFull(c.percent)); told != (c.percent > 0) || !told && strings.Contains(said, "%") {
			t.Errorf("of %d of %d it says %q", c.used, c.most, said)
		}
	}
}
