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

// Protocol is that of both sides.
const Protocol = protocol

// SetPulse is how often a server tells that it goes on, for a test.
func SetPulse(t *testing.T, d time.Duration) {
	before := pulse
	t.Cleanup(func() { pulse = before })
	pulse = d
}
