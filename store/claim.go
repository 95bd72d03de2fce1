package store

import (
	"errors"
	"os"
)

// claim holds the place of a database that is not there yet, with an empty file, against others
// who would make one.
type claim struct {
	*os.File
	made bool // the file, for that
}

// empty reports whether there is no database at path: no file, or one that was not yet made.
func empty(path string) bool {
	info, err := os.Stat(path)
	return errors.Is(err, os.ErrNotExist) || err == nil && info.Mode().IsRegular() && info.Size() == 0
}

// newClaim returns nothing where there is more than an empty file at path.
func newClaim(path string) (*claim, error) {
	if err := makeFolder(folder(path)); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	made := err == nil
	if made {
		giveHome(f, path) // and so, as its owner, the backup
	}
	if errors.Is(err, os.ErrExist) {
		f, err = os.OpenFile(path, os.O_RDWR, 0)
	}
	if err != nil {
		return nil, err
	}
	c := &claim{f, made}
	if err := lock(f, true); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		f.Close()
		return nil, err
	}
	if info, err := f.Stat(); err != nil || info.Size() > 0 || !c.stands(path) {
		f.Close()
		return nil, err
	}
	return c, nil
}

// stands reports whether it is the file at path.
func (c *claim) stands(path string) bool {
	own, err := c.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(path)
	return err == nil && os.SameFile(own, there)
}

// release leaves the place as it was, unless there is a database now.
func (c *claim) release(path string) {
	if c.made && c.stands(path) {
		os.Remove(path)
	}
	c.Close()
}
