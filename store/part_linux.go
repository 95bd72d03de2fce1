package store

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// unnamed makes a file without a name in a folder, and returns a path that leads to it. Not every
// file system can.
func unnamed(folder string) (f *os.File, path string, err error) {
	f, err = os.OpenFile(folder, os.O_RDWR|unix.O_TMPFILE, 0o600)
	if err != nil {
		return nil, "", err
	}
	path = fmt.Sprint("/proc/self/fd/", f.Fd())
	again, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil { // not every process may use /proc
		f.Close()
		return nil, "", err
	}
	return f, path, again.Close()
}

// linkTo gives the file that a path of unnamed leads to a name.
func linkTo(path, name string) error {
	return unix.Linkat(unix.AT_FDCWD, path, unix.AT_FDCWD, name, unix.AT_SYMLINK_FOLLOW)
}
