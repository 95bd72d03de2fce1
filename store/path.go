package store

import (
	"os"
	"path/filepath"
	"syscall"
)

// Target returns the file that path leads to when it is a symbolic link, whether that
// file is there or not, and path itself otherwise.
func Target(path string) string {
	for range 40 { // as many as Linux follows
		to, err := os.Readlink(path)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			to = beside(path, to)
		}
		path = to
	}
	return path
}

// folder returns the folder that a file is in. filepath.Dir takes the folder of "link/../a.db" for
// the one that the link is in, where it is the one above that to which the link leads.
func folder(path string) string {
	if dir, _ := filepath.Split(path); dir != "" {
		return dir
	}
	return "."
}

// beside returns the path of another file in the folder of one.
func beside(path, name string) string {
	dir, _ := filepath.Split(path)
	return dir + name
}

// regular returns an error if what is at path is no file, but a folder or a device: it is not to be
// opened, nor replaced.
func regular(path string) error {
	there, err := os.Stat(path)
	switch {
	case err != nil:
		return nil // there is nothing, or nothing that can be made, which is told then
	case there.IsDir():
		return syscall.EISDIR
	case !there.Mode().IsRegular():
		return errNotFile
	}
	return nil
}

// Rename gives a file another name in its folder, whatever had that before, so that it outlasts a
// power cut.
func Rename(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	return syncFolder(folder(to))
}
