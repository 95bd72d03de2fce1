package answer

import "math"

// This file holds the arithmetic of ranking: functions of numbers alone.

// idf is how much it says that a sentence holds a term which count of n sentences hold
// (Robertson and Spärck Jones, in the form that is never negative).
func idf(count, n int) float64 {
	return math.Log(1 + (float64(max(n, count)-count)+.5)/(float64(count)+.5))
}
