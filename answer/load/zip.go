package load

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/dustin/go-humanize"
)

// What is read of one archive at most: a small file can be made that unpacks without end.
const (
	maxMembers  = 100_000
	maxUnpacked = 2 << 30 // bytes
)

// archive loads the members of s, a zip archive, in the order they stand in it.
func (l *loader) archive(s source) bool {
	section, ok := s.Reader.(*io.SectionReader)
	if !ok {
		return l.refuse(s.name, "is an archive in an archive; unpack the outer one first")
	}
	z, err := zip.NewReader(&meterAt{section, &l.read}, section.Size())
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // nothing is written, so no path can harm
		return l.refuse(s.name, "%s", whyUnreadable(err))
	}
	if len(z.File) > maxMembers {
		return l.refuse(s.name, "has %d files in it, and %d are the most; split it", len(z.File), maxMembers)
	}
	return l.members(s, z.File)
}

// members loads the files of an archive.
func (l *loader) members(s source, files []*zip.File) bool {
	var members []*zip.File
	var names []string
	var rest leftOut
	for _, f := range files {
		name := memberName(f)
		switch {
		case f.Mode().IsDir() || hiddenPath(name):
		case kindOf(name) > other:
			members, names = append(members, f), append(names, name)
		default:
			rest.count(name)
		}
	}
	left := int64(maxUnpacked)
	ids := baseNames(names)
	for i, f := range members {
		if i < l.skip {
			continue
		}
		m := source{name: s.name + "/" + names[i], id: ids[i], url: s.url, kind: kindOf(names[i])}
		l.begin(i, m.name)
		if !l.member(f, m, &left) {
			return false
		}
		if left < 0 {
			return true
		}
	}
	return l.remark(s.name, len(members), rest)
}

// member loads f, a file of an archive of which left bytes more are read.
func (l *loader) member(f *zip.File, m source, left *int64) bool {
	switch {
	case m.kind == zipArchive:
		return l.refuse(m.name, "is an archive in an archive; unpack the outer one first")
	case f.Flags&1 != 0:
		return l.refuse(m.name, "is locked with a password; unpack the archive first")
	case m.kind != jsonLines && f.UncompressedSize64 > uint64(l.limit):
		return l.refuse(m.name, "%s", errTooLarge(l.limit))
	}
	r, err := f.Open()
	if err != nil {
		return l.refuse(m.name, "%s", whyUnreadable(err))
	}
	defer r.Close()
	m.Reader = &budgeted{r, left}
	return l.open(m)
}

// memberName returns the slash-separated path of f, as some archivers do not write it.
func memberName(f *zip.File) string {
	return strings.ToValidUTF8(strings.ReplaceAll(f.Name, `\`, "/"), "\ufffd")
}

func hiddenPath(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if hidden(part) && part != "." && part != ".." {
			return true
		}
	}
	return false
}

// budgeted is a reader of a file in an archive of which only so many bytes more are read.
type budgeted struct {
	io.Reader
	left *int64
}

func (b *budgeted) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if *b.left -= int64(n); *b.left < 0 {
		return 0, fmt.Errorf("takes its archive past %s unpacked, the most that is read; split the archive", humanize.IBytes(maxUnpacked))
	}
	return n, err
}

// meterAt counts what is read through it.
type meterAt struct {
	io.ReaderAt
	n *int64
}

func (m *meterAt) ReadAt(p []byte, off int64) (int, error) {
	n, err := m.ReaderAt.ReadAt(p, off)
	*m.n += int64(n)
	return n, err
}

// seekable returns r as what can be read at any place, a temporary file if need
// be, and what to call when it is no longer needed.
func seekable(r io.Reader) (s *io.SectionReader, done func(), err error) {
	if s, ok := r.(*io.SectionReader); ok {
		return s, func() {}, nil
	}
	f, done, err := asFile(r)
	if err != nil {
		return nil, nil, err
	}
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		done()
		return nil, nil, err
	}
	return io.NewSectionReader(f, 0, size), done, nil
}

// asFile returns r as a file, a temporary one if r is none.
func asFile(r io.Reader) (f *os.File, done func(), err error) {
	if f, ok := r.(*os.File); ok {
		return f, func() {}, nil
	}
	f, err = os.CreateTemp("", "verbatim-*.zip")
	if err != nil {
		return nil, nil, err
	}
	done = func() { f.Close(); os.Remove(f.Name()) }
	n, err := io.Copy(f, io.LimitReader(r, maxUnpacked+1))
	if err == nil && n > maxUnpacked {
		err = fmt.Errorf("is larger than %s, the most that is read; split it", humanize.IBytes(maxUnpacked))
	}
	if err != nil {
		done()
		return nil, nil, err
	}
	return f, done, nil
}
