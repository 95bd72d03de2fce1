package store

import (
	"errors"
	"os"
	"path/filepath"
)

// part is a file in the making, for its owner alone, that gets its name once it is whole. Where
// the system can do that it has none before, and whatever ends the process leaves nothing of it.
type part struct {
	*os.File
	path string // that leads to it
	to   string // the name that it is to get
	bare bool   // it has no name
}

// newPart makes a file that is to be put at a path.
func newPart(to string) (*part, error) {
	if f, path, err := unnamed(folder(to)); err == nil {
		return &part{f, path, to, true}, nil
	}
	f, err := os.CreateTemp(folder(to), partPattern(to)) // mode 0600
	if err != nil {
		return nil, err
	}
	return &part{f, f.Name(), to, false}, nil
}

// partPattern is what the names of parts are like, for os.CreateTemp.
func partPattern(to string) string { return "." + filepath.Base(to) + ".*.part" }

// place gives the file, which is on disk, its name, whatever had that before, and has the name on
// disk too.
func (p *part) place() error {
	if p.bare {
		if err := p.link(); err != nil {
			return err
		}
	}
	return Rename(p.path, p.to)
}

// link gives the file a name for the moment, since one that is taken is given by renaming alone.
func (p *part) link() error {
	f, err := os.CreateTemp(folder(p.to), partPattern(p.to))
	if err != nil {
		return err
	}
	name := f.Name()
	err = errors.Join(f.Close(), os.Remove(name))
	if err == nil {
		err = linkTo(p.path, name)
	}
	if err == nil {
		p.path, p.bare = name, false
	}
	return err
}

// discard lets go of the file. If it did not get its name nothing of it is left.
func (p *part) discard() {
	p.File.Close()
	if !p.bare {
		os.Remove(p.path) // of no effect once it is renamed
	}
}
