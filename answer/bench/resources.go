package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime/metrics"
	"syscall"
	"time"
)

// cpuTime returns what all threads of this process have computed.
func cpuTime() time.Duration {
	u := resources()
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// heap is how the heap stands: what is taken of it and not collected yet, and all allocations so far.
type heap struct{ bytes, allocs uint64 }

func readHeap() heap {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/gc/heap/allocs:objects"}}
	metrics.Read(s)
	return heap{s[0].Value.Uint64(), s[1].Value.Uint64()}
}

// peakMemory returns the most bytes of memory that this process held at once. What the system
// tells of a process by rusage begins with what its parent held, so it is asked only where there is no /proc.
func peakMemory() int64 {
	if f, err := os.Open("/proc/self/status"); err == nil {
		defer f.Close()
		for lines := bufio.NewScanner(f); lines.Scan(); {
			var kib int64
			if n, _ := fmt.Sscanf(lines.Text(), "VmHWM: %d kB", &kib); n == 1 {
				return kib << 10
			}
		}
	}
	return resources().Maxrss << 10
}

// resources returns what this process used so far; nothing where the system does not tell.
func resources() (u syscall.Rusage) {
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return syscall.Rusage{}
	}
	return u
}
