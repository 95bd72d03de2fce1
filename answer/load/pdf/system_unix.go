//go:build unix

package pdf

import (
	"io/fs"
	"os"
	"syscall"
)

// owned reports whether a file is this user's.
func owned(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Getuid()
}

// allowCache lets this process write files as large as its limits ever allow, and returns what takes that back.
func allowCache() (forbid func()) {
	var now syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_FSIZE, &now) != nil || now.Cur == now.Max {
		return func() {}
	}
	most := now
	most.Cur = most.Max
	_ = syscall.Setrlimit(syscall.RLIMIT_FSIZE, &most) // without it there is only no cache
	return func() { _ = syscall.Setrlimit(syscall.RLIMIT_FSIZE, &now) }
}
