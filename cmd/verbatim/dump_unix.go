//go:build linux || darwin || freebsd

package main

import "syscall"

// noDump has the system write no dump of the memory, tokens and texts with it, when the process
// crashes or somebody has it crash. It is of those that this one starts too.
func noDump() { _ = syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{}) }
