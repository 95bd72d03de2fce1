package control

import (
	"testing"
	"time"
)

// SetEndTime is how long a client may take what is left for it, for a test.
func SetEndTime(t *testing.T, d time.Duration) {
	before := endTime
	t.Cleanup(func() { endTime = before })
	endTime = d
}
