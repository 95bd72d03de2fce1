package load

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// folder loads the files in the folder at root and in those below it.
func (l *loader) folder(root string) bool {
	list := listFolder(root)
	ids := baseNames(list.files)
	for i, f := range list.files {
		if !l.file(filepath.Join(root, f), ids[i]) {
			return false
		}
	}
	for _, err := range list.errs {
		if !l.emit(Item{Name: err.Name, Err: err}) {
			return false
		}
	}
	return l.remark(root, len(list.files)+len(list.errs), list.other)
}

// remark ends a folder or archive that held so many inputs, and others that are not read.
func (l *loader) remark(name string, inputs int, other leftOut) bool {
	switch {
	case inputs == 0 && len(other) == 0:
		return l.refuse(name, "has no article in it; %s are read", kindsRead)
	case inputs == 0:
		return l.refuse(name, "has no article in it, only %s; %s are read", other, kindsRead)
	case len(other) > 0:
		return l.emit(Item{Name: name, Note: fmt.Sprintf("left out %s; %s are read", other, kindsRead)})
	}
	return true
}

// listing is what a folder holds.
type listing struct {
	files []string // of the kinds that are read, in the order of their names, relative to the folder
	size  int64    // of files
	other leftOut
	errs  []*Refusal
}

// listFolder walks the folder at root. Hidden files are passed over. A link to
// a file counts as a file, one to a folder is not followed, so there is no loop.
func listFolder(root string) listing {
	var out listing
	if real, err := filepath.EvalSymlinks(root); err == nil {
		root = real
	}
	// The walk itself cannot fail: what it could not read is noted and passed over.
	_ = filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(root, p)
		switch {
		case err != nil:
			out.errs = append(out.errs, &Refusal{p, whyUnreadable(err)})
		case hidden(d.Name()) && p != root && d.IsDir():
			return fs.SkipDir
		case !d.IsDir() && !hidden(d.Name()):
			out.add(p, filepath.ToSlash(rel))
		}
		return nil
	})
	return out
}

func (o *listing) add(p, rel string) {
	info, err := os.Stat(p)
	switch {
	case err != nil:
		o.errs = append(o.errs, &Refusal{p, whyUnreadable(err)})
	case info.Mode().IsRegular() && kindOf(p) > other:
		o.files = append(o.files, rel)
		o.size += info.Size()
	default:
		o.other.count(p)
	}
}

// hidden reports whether a file is one that systems leave behind, or that its owner hides.
func hidden(name string) bool {
	switch name {
	case "__MACOSX", "Thumbs.db", "desktop.ini":
		return true
	}
	return strings.HasPrefix(name, ".")
}

// baseNames names each of the slash-separated paths by its base, or as a whole where two have the same.
func baseNames(paths []string) []string {
	count := map[string]int{}
	for _, p := range paths {
		count[path.Base(p)]++
	}
	names := make([]string, len(paths))
	for i, p := range paths {
		names[i] = p
		if b := path.Base(p); count[b] == 1 {
			names[i] = b
		}
	}
	return names
}

// leftOut counts the files that are not read by what their names end in.
type leftOut map[string]int

func (o *leftOut) count(name string) {
	if *o == nil {
		*o = leftOut{}
	}
	ext := strings.ToLower(path.Ext(name))
	switch {
	case ext == "":
		ext = "without an ending"
	case len(ext) > 10 || len(*o) >= 20 && (*o)[ext] == 0: // what people list no more
		ext = "of other kinds"
	}
	(*o)[ext]++
}

// String returns "2 .pdf, 1 .png".
func (o leftOut) String() string {
	var parts []string
	for _, ext := range slices.Sorted(maps.Keys(o)) {
		parts = append(parts, fmt.Sprintf("%d %s", o[ext], ext))
	}
	return strings.Join(parts, ", ")
}
