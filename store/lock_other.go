//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly)

package store

import (
	"errors"
	"os"
)

// lock can do nothing where bbolt's lock cannot be taken before bbolt takes it.
func lock(*os.File, bool) error { return errors.ErrUnsupported }

func unlock(*os.File) {}
