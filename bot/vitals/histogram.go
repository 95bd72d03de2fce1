package vitals

import (
	"sync/atomic"
	"time"
)

// bounds are the upper ends of a histogram's buckets, in seconds: from an answer out of few
// articles to what a chat takes five minutes for.
var bounds = [...]float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 300}

// histogram counts durations by their length.
type histogram struct {
	buckets [len(bounds) + 1]atomic.Uint64 // the last is for what is longer than all bounds
	sum     atomic.Int64                   // nanoseconds
}

func (h *histogram) observe(long time.Duration) {
	at, seconds := 0, long.Seconds()
	for at < len(bounds) && seconds > bounds[at] {
		at++
	}
	h.buckets[at].Add(1)
	h.sum.Add(int64(long))
}

// reading is what a histogram holds, with each bucket counted into those after it.
type reading struct {
	upTo  [len(bounds)]uint64
	count uint64
	sum   time.Duration
}

// read returns what the histogram holds. The sum may be of some durations more than the count.
func (h *histogram) read() (r reading) {
	for i := range h.buckets {
		r.count += h.buckets[i].Load()
		if i < len(bounds) {
			r.upTo[i] = r.count
		}
	}
	r.sum = time.Duration(h.sum.Load())
	return r
}
