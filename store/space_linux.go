package store

import "syscall"

// ampleSpace is an address space that the mapping of a file leaves ample room in.
const ampleSpace = 4 << 30

// mapAtOnce returns the address space to take for a file at once: less than usual where that is limited (ulimit -v).
func mapAtOnce() int {
	var space syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_AS, &space) == nil && space.Cur < ampleSpace {
		return mapSize / 16
	}
	return mapSize
}
