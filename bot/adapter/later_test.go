package adapter

import (
	"testing"
	"time"
)

// What a chat does not take is sent again for most of a day, and not for ever.
func TestAgainForMostOfADay(t *testing.T) {
	all, times := time.Duration(0), 0
	for wait, more := Again(time.Minute, 0); more; wait, more = Again(time.Minute, times) {
		if wait > longestAgain {
			t.Fatalf("after %d times it waits %v", times, wait)
		}
		all += wait
		times++
	}
	if times != mostAgain || all < 18*time.Hour || all > 24*time.Hour {
		t.Errorf("it is sent again %d times in %v", times, all)
	}
}
