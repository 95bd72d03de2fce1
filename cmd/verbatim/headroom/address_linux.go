package headroom

import (
	"fmt"
	"syscall"

	"github.com/dustin/go-humanize"
)

// leastSpace is the address space in which whatever is loaded was seen to find room: the runtime keeps more than
// a GiB for itself, and ends the process where it gets no more.
const leastSpace = 2 << 30

// Check returns an error if the limit on the address space (ulimit -v) is too low for articles to be loaded.
func Check() error {
	var space syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_AS, &space) != nil || space.Cur >= leastSpace {
		return nil
	}
	return fmt.Errorf("the address space is limited to %s, in which loading may find no memory: allow %s (ulimit -v)",
		humanize.IBytes(space.Cur), humanize.IBytes(leastSpace))
}
