//go:build race

package sandbox

import "math"

// dataLimit is none: the race detector maps far more than it uses.
const dataLimit = math.MaxUint64
