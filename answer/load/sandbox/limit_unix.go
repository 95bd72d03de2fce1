//go:build unix && !linux

package sandbox

import (
	"fmt"
	"os/exec"
	"syscall"
)

// limitProcess has the kernel hold this process to its limits, but for memory: these
// systems either do not count it or count what is only reserved.
func limitProcess() error {
	for resource, limit := range map[int]*syscall.Rlimit{syscall.RLIMIT_FSIZE: {Max: maxFile}, syscall.RLIMIT_CORE: {}} {
		if err := syscall.Setrlimit(resource, limit); err != nil {
			return fmt.Errorf("cannot limit itself: %w", err)
		}
	}
	return nil
}

// detach makes c a process that no signal to this one's group reaches. It ends when its
// standard input does, at the latest when its clock says so.
func detach(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
