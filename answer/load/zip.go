package load

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dustin/go-humanize"
	"golang.org/x/text/encoding/charmap"
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
	if isOffice(z.File) {
		s.Reader = &meter{section, &l.read}
		return l.article(s, readDocx)
	}
	return l.members(s, z.File)
}

// isOffice reports whether an archive is an office document whose name does not say so.
func isOffice(files []*zip.File) bool {
	return slices.ContainsFunc(files, func(f *zip.File) bool { return f.Name == "[Content_Types].xml" })
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
	left := budget{maxUnpacked, maxMembers}
	ids := baseNames(names)
	for i, f := range members {
		if i < l.skip {
			continue
		}
		m := source{name: s.name + "/" + shortened(names[i]), id: ids[i], url: s.url, kind: kindOf(names[i]), budget: &left}
		l.steps.Begin(i, m.name)
		if !l.member(f, m) {
			return false
		}
		if left.spent() {
			return true
		}
	}
	return l.remark(s.name, len(members), rest)
}

// member loads f, a file of an archive, within the budget of m.
func (l *loader) member(f *zip.File, m source) bool {
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
	m.Reader = &budgeted{r, m.budget}
	return l.open(m)
}

// memberName returns the name of f as a slash-separated path below the archive, which some
// archivers do not write. It is never opened as a file, but people read it.
func memberName(f *zip.File) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r == '\\':
			return '/'
		case unicode.In(r, unicode.C, unicode.Zl, unicode.Zp):
			return utf8.RuneError
		}
		return r
	}, inUTF8(f.Name))
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

// inUTF8 returns the name of a member. One that is not UTF-8 is in code page 437, as the
// format has it: so no two names become one.
func inUTF8(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	s, _ := charmap.CodePage437.NewDecoder().String(name) // which gives each byte a character
	return s
}

func hiddenPath(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if hidden(part) && part != "." && part != ".." {
			return true
		}
	}
	return false
}

// shortened returns a name as long as people read one.
func shortened(name string) string {
	if r := []rune(name); len(r) > 200 {
		return string(r[:100]) + "…" + string(r[len(r)-90:])
	}
	return name
}

// budget is what may still be read of an archive. Articles are lines of its files, of
// which a small archive can have as many as bytes.
type budget struct {
	bytes    int64
	articles int
}

func (b *budget) spent() bool { return b.bytes < 0 || b.articles < 0 }

// take takes an article off b and reports whether it was there; outside of archives there always is one.
func (b *budget) take() bool {
	if b == nil {
		return true
	}
	b.articles--
	return b.articles >= 0
}

// budgeted is a reader of a file in an archive.
type budgeted struct {
	io.Reader
	*budget
}

func (b *budgeted) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if b.bytes -= int64(n); b.bytes < 0 {
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

// asFile returns r as a file, a temporary one if r is none. That has no name any more where
// the system allows it, and so goes with the process, however it ends.
func asFile(r io.Reader) (f *os.File, done func(), err error) {
	if f, ok := r.(*os.File); ok {
		return f, func() {}, nil
	}
	f, err = os.CreateTemp("", "verbatim-*.zip")
	if err != nil {
		return nil, nil, err
	}
	done = func() { f.Close() }
	if os.Remove(f.Name()) != nil {
		done = func() { f.Close(); os.Remove(f.Name()) }
	}
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
