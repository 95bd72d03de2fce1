package store

import (
	"math"
	"math/bits"
	"syscall"
)

// ampleSpace is an address space that the usual mapping of a file leaves ample room in.
const ampleSpace = 4 << 30

// mapAtOnce returns the address space to take for a file at once: less than usual where that is limited (ulimit -v)
// to little, and where it is not at all more than a file grows to while a process lives.
func mapAtOnce() int {
	var space syscall.Rlimit
	usual, limited := mapSize, syscall.Getrlimit(syscall.RLIMIT_AS, &space) != nil || space.Cur != math.MaxUint64
	switch {
	case !limited && bits.UintSize == 64:
		return usual << 4
	case limited && space.Cur < ampleSpace:
		return usual / 16
	}
	return usual
}
