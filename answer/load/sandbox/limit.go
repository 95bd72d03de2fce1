package sandbox

import (
	"runtime/debug"
	"time"
)

// What a child may take. An honest page of 20 MiB takes some 300 MiB to parse.
const (
	maxMemory  = 1 << 30         // bytes; where the system cannot hold a process to it, time must
	softMemory = 768 << 20       // from which on the collector works hard
	maxStack   = 64 << 20        // bytes of a goroutine: some 100,000 levels of nesting
	maxFiles   = 32              // open at once; the runtime itself has a few
	maxFile    = 32 << 20        // bytes of a file that a child may let itself write: the reader of PDFs keeps what it compiles
	patience   = 9 * time.Second // from item to item, while the child and not the parent is at work: a person has a line within ten

	preparation = time.Minute // more, once a child: the reader of PDFs takes 2 to 5 s to be compiled on a machine as of 2020, once
)

// limit holds this process to its limits from here on.
func limit() error {
	debug.SetGCPercent(400) // a child has little on its heap, and what it has it soon throws away
	debug.SetMemoryLimit(softMemory)
	debug.SetMaxStack(maxStack)
	return limitProcess()
}
