package control

import (
	"fmt"
	"net"
	"syscall"
)

// openPath is O_PATH, which opens what a path names as nothing but a place to reach it by.
const openPath = 0x200000

// reach returns an address by which what is at a path can be reached, with room for some
// bytes behind it, until release is called: a path that is too long has a short one among
// the files of this process.
func reach(path string, behind int) (address string, release func(), err error) {
	if len(path)+behind <= longest {
		return path, func() {}, nil
	}
	fd, err := syscall.Open(path, openPath|syscall.O_CLOEXEC, 0)
	if err != nil {
		return "", nil, err
	}
	return fmt.Sprintf("/proc/self/fd/%d", fd), func() { syscall.Close(fd) }, nil
}

// peer returns the user of the process at the other end.
func peer(conn *net.UnixConn) (uid int, err error) {
	raw, err := conn.SyscallConn()
	if err != nil {
		return 0, err
	}
	cerr := raw.Control(func(fd uintptr) {
		var of *syscall.Ucred
		if of, err = syscall.GetsockoptUcred(int(fd), syscall.SOL_SOCKET, syscall.SO_PEERCRED); err == nil {
			uid = int(of.Uid)
		}
	})
	if cerr != nil {
		return 0, cerr
	}
	return uid, err
}
