package progress

import (
	"testing"
	"time"
)

func TestPace(t *testing.T) {
	for _, c := range []struct {
		articles int64
		took     time.Duration
		want     string
	}{
		{1, time.Second, "1 article, 1 a second"},
		{12345, 10 * time.Second, "12,345 articles, 1,234 a second"},
		{0, 0, "0 articles, 0 a second"},
	} {
		if got := pace(c.articles, c.took); got != c.want {
			t.Errorf("%d in %v: %q, want %q", c.articles, c.took, got, c.want)
		}
	}
}
