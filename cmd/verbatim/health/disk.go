//go:build linux || darwin || freebsd

package health

import "syscall"

// FreeAt returns the bytes that are free for us on the disk of a file, where the system tells that.
func FreeAt(path string) (free int64, known bool) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(path, &s); err != nil {
		return 0, false
	}
	return int64(s.Bavail) * int64(s.Bsize), true
}
