package store

import (
	"crypto/rand"
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
	f, err := os.CreateTemp(folder(to), partName(to, "*")) // mode 0600
	if err != nil {
		return nil, err
	}
	return &part{f, f.Name(), to, false}, nil
}

// partName is the name of a part, which tells where it was to go should it be left behind.
func partName(to, random string) string { return "." + filepath.Base(to) + "." + random + ".part" }

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
	name := beside(p.to, partName(p.to, rand.Text()[:10]))
	if err := linkTo(p.path, name); err != nil {
		return err
	}
	p.path, p.bare = name, false
	return nil
}

// discard lets go of the file. If it did not get its name nothing of it is left.
func (p *part) discard() {
	p.File.Close()
	if !p.bare {
		os.Remove(p.path) // of no effect once it is renamed
	}
}
