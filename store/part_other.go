//go:build !linux

package store

import (
	"errors"
	"os"
)

// unnamed is for systems on which a file can be without a name.
func unnamed(string) (*os.File, string, error) { return nil, "", errors.ErrUnsupported }

func linkTo(string, string) error { return errors.ErrUnsupported }
