package sandbox

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
)

// limitProcess has the kernel hold this process to its limits. The one on memory is on
// what is mapped to be written; what the runtime only reserves does not count there.
func limitProcess() error {
	// Where memory runs out for all, this process goes before the one that started it.
	// A system that does not let it say so is none the worse.
	_ = os.WriteFile("/proc/self/oom_score_adj", []byte("1000"), 0o600)
	for _, l := range []struct {
		resource int
		now, max uint64
	}{
		{syscall.RLIMIT_DATA, dataLimit, dataLimit},
		{syscall.RLIMIT_FSIZE, 0, maxFile},
		{syscall.RLIMIT_NOFILE, maxFiles, maxFiles},
		{syscall.RLIMIT_CORE, 0, 0},
	} {
		if err := syscall.Setrlimit(l.resource, &syscall.Rlimit{Cur: l.now, Max: l.max}); err != nil {
			return fmt.Errorf("cannot limit itself: %w", err)
		}
	}
	return nil
}

// detach makes c a process that no signal to this one's group reaches, and that ends when
// this one does.
func detach(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
