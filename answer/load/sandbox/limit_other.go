//go:build !unix

package sandbox

import "os/exec"

// limitProcess has nothing to say to these systems: time and the runtime's own limits must do.
func limitProcess() error { return nil }

func detach(*exec.Cmd) {}
