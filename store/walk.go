package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// A walk follows the references between the pages of a file and makes sure that each
// leads to a page of the file that no other leads to, and that the entries of a page
// lie within it. bbolt's check relies on that: it reads the mapped file in a goroutine
// of its own, where a fault ends the process, and goes round a loop until the stack is
// used up. A walk reads the file itself, so it cannot fault.
//
// The format is that of bbolt's data file, version 2, in the machine's byte order. A
// page has an id (8 bytes), flags (2), a count (2) and the number of pages it runs on
// for (4). Then come the entries of 16 bytes each. In a branch: the key's position from
// the entry's start (4), its length (4), and the page below (8). In a leaf: flags (4),
// position (4), length of the key (4) and of the value (4), which stands behind the key.
type walk struct {
	ctx      context.Context
	file     io.ReaderAt
	pageSize int64
	seen     []bool                                                 // by page
	leaf     func(page *io.SectionReader, at int64, e []byte) error // visits an entry of a leaf
}

const (
	headSize, entrySize, bucketSize = 16, 16, 16

	branchPage, leafPage, freelistPage = 1, 2, 16 // flags of a page
	bucketEntry                        = 1        // flag of a leaf's entry
)

var order = binary.NativeEndian

// newWalk returns a walk over a file whose first size bytes are in use.
func newWalk(ctx context.Context, file io.ReaderAt, pageSize int, size int64) *walk {
	w := &walk{ctx: ctx, file: file, pageSize: int64(pageSize), seen: make([]bool, size/int64(pageSize))}
	w.leaf = w.leafEntry
	w.seen[0], w.seen[1] = true, true // the meta pages
	return w
}

// tree walks the page of that id and all below it.
func (w *walk) tree(id uint64) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	page, err := w.claim(id)
	if err != nil {
		return err
	}
	if err := w.entries(page); err != nil {
		return fmt.Errorf("page %d: %w", id, err)
	}
	return nil
}

// errTaken is of a page that something else needs, too: whoever writes over it or frees it spoils that.
var errTaken = errors.New("pages are used twice")

// claim returns the bytes of a page and of those it runs on for, seen for the first time.
func (w *walk) claim(id uint64) (*io.SectionReader, error) {
	pages := uint64(len(w.seen))
	if id < 2 || id >= pages {
		return nil, fmt.Errorf("page %d of %d", id, pages)
	}
	start := int64(id) * w.pageSize
	head := make([]byte, headSize)
	if _, err := w.file.ReadAt(head, start); err != nil {
		return nil, err
	}
	end := id + 1 + uint64(order.Uint32(head[12:]))
	if self := order.Uint64(head); self != id {
		return nil, fmt.Errorf("page %d of %d says that it is %d", id, pages, self)
	}
	if end > pages {
		return nil, fmt.Errorf("page %d of %d ends before %d: %w", id, pages, end, errTaken)
	}
	for i := id; i < end; i++ {
		if w.seen[i] {
			return nil, fmt.Errorf("page %d: %w", i, errTaken)
		}
		w.seen[i] = true
	}
	return io.NewSectionReader(w.file, start, int64(end-id)*w.pageSize), nil
}

var (
	errKind    = errors.New("neither a branch nor a leaf")
	errEntries = errors.New("its entries do not fit")
)

// entries walks what the entries of a page refer to.
func (w *walk) entries(page *io.SectionReader) error {
	head := make([]byte, headSize)
	if _, err := page.ReadAt(head, 0); err != nil {
		return outside(err)
	}
	flags, count := order.Uint16(head[8:]), int(order.Uint16(head[10:]))
	entry := w.branchEntry
	switch {
	case flags == leafPage:
		entry = w.leaf
	case flags != branchPage:
		return errKind
	case count == 0: // where bbolt takes a first one for granted
		return errEntries
	}
	table := make([]byte, count*entrySize)
	if _, err := page.ReadAt(table, headSize); err != nil && count > 0 {
		return outside(err)
	}
	end := int64(headSize + len(table)) // of what was seen: the entries' keys and values follow on each other
	for i := range count {
		at := int64(i * entrySize)
		e := table[at : at+entrySize]
		pos, size := extent(e, flags)
		if at += headSize; at+pos != end || end+size > page.Size() {
			return errEntries
		}
		end += size
		if err := entry(page, at, e); err != nil {
			return err
		}
	}
	if count == 0 && !blank(page) {
		return errEntries
	}
	return nil
}

// outside is the error of reading what should lie within a page, and does not.
func outside(err error) error {
	if err == io.EOF {
		return errEntries
	}
	return err
}

// extent returns where the key of an entry begins, from the start of the entry, and how long it is
// with the value.
func extent(e []byte, flags uint16) (pos, size int64) {
	if flags == branchPage {
		return int64(order.Uint32(e)), int64(order.Uint32(e[4:]))
	}
	return int64(order.Uint32(e[4:])), int64(order.Uint32(e[8:])) + int64(order.Uint32(e[12:]))
}

// blank reports whether there is nothing where the first entry of a page would be.
func blank(page *io.SectionReader) bool {
	first := make([]byte, entrySize)
	n, _ := page.ReadAt(first, headSize)
	return bytes.Count(first[:n], []byte{0}) == n
}

func (w *walk) branchEntry(_ *io.SectionReader, _ int64, e []byte) error {
	return w.tree(order.Uint64(e[8:]))
}

func (w *walk) leafEntry(page *io.SectionReader, at int64, e []byte) error {
	pos, key, value := int64(order.Uint32(e[4:])), int64(order.Uint32(e[8:])), int64(order.Uint32(e[12:]))
	if order.Uint32(e)&bucketEntry == 0 {
		return nil
	}
	return w.bucket(io.NewSectionReader(page, at+pos+key, value))
}

// bucket walks a bucket: the id of its root page and its sequence, 8 bytes each, or,
// when that id is 0, its only page right behind them.
func (w *walk) bucket(value *io.SectionReader) error {
	root := make([]byte, 8)
	if _, err := value.ReadAt(root, 0); err != nil {
		return outside(err)
	}
	if value.Size() < bucketSize {
		return errEntries
	}
	if id := order.Uint64(root); id != 0 {
		return w.tree(id)
	}
	return w.entries(io.NewSectionReader(value, bucketSize, value.Size()-bucketSize))
}
