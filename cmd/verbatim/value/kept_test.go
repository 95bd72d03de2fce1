package value

import (
	"testing"
	"time"
)

func TestHowLongAnswersAreKept(t *testing.T) {
	for value, c := range map[string]struct {
		long time.Duration
		told string
	}{
		"0":    {0, "0d"},
		"90m":  {90 * time.Minute, "1h30m0s"},
		"48h":  {2 * day, "2d"},
		"7d":   {7 * day, "7d"},
		"30d":  {30 * day, "30d"},
		"720h": {30 * day, "30d"},
	} {
		var k, again TimeKept
		if err := k.Set(value); err != nil || time.Duration(k) != c.long || k.String() != c.told {
			t.Errorf("%s: %v, told as %s: %v", value, time.Duration(k), &k, err)
		}
		if err := again.Set(k.String()); err != nil || again != k {
			t.Errorf("%s: what it is told as is read as %v: %v", value, time.Duration(again), err)
		}
	}
	for _, value := range []string{"", "30", "d", "-1d", "31d", "721h", "99999999999999999999d", "30s", "1.5d", "a week"} {
		k := TimeKept(day)
		if err := k.Set(value); err == nil || time.Duration(k) != day {
			t.Errorf("%q is read as %v: %v", value, time.Duration(k), err)
		}
	}
}
