package store

import (
	"os"
	"syscall"
	"unsafe"
)

// resident reports whether the page at an address is in memory, as one is that was read.
func resident(address uintptr) bool {
	in, page := byte(0), uintptr(os.Getpagesize())
	_, _, errno := syscall.Syscall(syscall.SYS_MINCORE, address&^(page-1), page, uintptr(unsafe.Pointer(&in)))
	return errno != 0 || in&1 != 0
}
