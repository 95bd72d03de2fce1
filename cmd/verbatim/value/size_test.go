package value

import (
	"strings"
	"testing"
)

func TestASizeIsReadAsPeopleWriteIt(t *testing.T) {
	for typed, want := range map[string]Size{
		"2GiB": 2 << 30, "512MiB": 512 << 20, "512 mib": 512 << 20, "10000000": 10_000_000, "1.5GiB": 3 << 29, "0": 0, "5MB": 5_000_000,
	} {
		var got Size
		if err := got.Set(typed); err != nil || got != want {
			t.Errorf("%s is %d, %v", typed, got, err)
		}
		var again Size
		if err := again.Set(got.String()); err != nil || again != want {
			t.Errorf("%s, printed as %s, is %d, %v", typed, &got, again, err)
		}
	}
	for _, typed := range []string{"", "much", "-1", "-2GiB", "1MiB", "12", "2GiBs", "99999999TiB"} {
		if err := new(Size).Set(typed); err == nil || !strings.Contains(err.Error(), "2GiB") {
			t.Errorf("%q: %v", typed, err)
		}
	}
}
