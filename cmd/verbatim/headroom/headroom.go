// Package headroom has loading find the memory that it needs, and take little of it.
package headroom

import (
	"os"
	"runtime/debug"
)

// garbagePercent is how much garbage a load makes of what it holds before it is collected: a
// batch is held by several hands at once, and the usual 100 would have it take half as much again.
const garbagePercent = 70

// Spare has garbage be collected more often than usual, unless that was set from outside,
// until what it returns is called.
func Spare() (back func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(garbagePercent)
	return func() { debug.SetGCPercent(before) }
}
