package terminal

import (
	"errors"
	"testing"

	"verbatim/bot"
)

// Somebody may look after the library of another chat at a terminal. What is to be said there
// is not given up because it cannot be said here.
func TestErrandsOfOtherChatsAreLeftToThem(t *testing.T) {
	c := &Chat{session: sessionMark + "now"}
	for where, hopeless := range map[string]bool{"C1/1700000000.123456": false, "now": false, sessionMark + "before": true} {
		for _, e := range []bot.Errand{{Place: where}, {Sent: where}} {
			err := c.run(t.Context(), e)
			if is := errors.As(err, new(bot.Hopeless)); err == nil || is != hopeless {
				t.Errorf("%+v: %v is hopeless: %t", e, err, is)
			}
		}
	}
}
