package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

// The list of free pages has no checksum. A bit that is flipped in it can have bbolt write over
// a page that is in use, and so spoil what is sound; one in its head has bbolt take memory without
// end. But the list says nothing that the trees do not say: free is each page that they do not lead
// to. So the list is made again where it differs from that, unless it may be right and a bit of what
// leads to a page was flipped, so that it leads to an older one, which is free. That is done before
// the first write of a process to a file. It reads the entries of the pages of all trees, and none of
// the values; whoever only reads does without, unless bbolt cannot load the list.

// guardFree has the list of free pages be right before something is written, and returns ErrCorrupt
// where that would spoil pages that are in use. The caller holds db.writer.
func (db *DB) guardFree() error {
	if db.guarded || db.readOnly {
		return nil
	}
	mended, err := mendFree(db.file)
	switch {
	case errors.Is(err, errTaken):
		return damaged(db.path, err)
	case err != nil:
		return explain(db.path, err)
	}
	db.guarded = true
	if mended {
		db.mended.Store(true)
		db.leave() // bbolt has loaded the list as it was
	}
	return nil
}

// makeLoadable makes the list of free pages again if bbolt cannot load it.
func (db *DB) makeLoadable(file *os.File) error {
	m, err := newestMeta(file)
	if err != nil {
		return unlessNone(err)
	}
	_, damage := freeList(file, m)
	if damage == nil {
		return nil
	}
	mended, err := mendFree(file)
	if err == nil && !mended || errors.Is(err, errTaken) {
		err = damaged(db.path, damage)
	}
	if mended {
		db.mended.Store(true)
	}
	return err
}

// mendFree makes the list of free pages again if it is not right, and reports whether it was not.
// Where the trees are damaged it cannot tell; errTaken says that two of their pages, or one of them
// and the list, are in one place.
func mendFree(file *os.File) (mended bool, err error) {
	m, err := newestMeta(file)
	if err != nil {
		return false, unlessNone(err)
	}
	w := newWalk(context.Background(), file, int(m.pageSize), m.length())
	if err := w.tree(m.root); err != nil {
		if !errors.Is(err, errTaken) && !unread(err) {
			err = nil
		}
		return false, err
	}
	unused := w.unused()
	list, err := freeList(file, m)
	switch {
	case unread(err):
		return false, err
	case err == nil && list.right(unused):
		return false, nil
	case err == nil && list.asWritten:
		return false, fmt.Errorf("what leads to the pages, or the list of free ones: %w", errTaken)
	}
	pages, ok := m.newList(unused)
	if !ok {
		return false, fmt.Errorf("page %d: %w", m.freelist, errTaken)
	}
	return true, writeSynced(file, pages, m.pageSize*int64(m.freelist))
}

// unused returns the pages that the walk did not come to, in order.
func (w *walk) unused() (pages []uint64) {
	for id, seen := range w.seen {
		if !seen {
			pages = append(pages, uint64(id))
		}
	}
	return pages
}

// free is a list of free pages, and where it stands.
type free struct {
	first, pages uint64
	ids          []uint64
	asWritten    bool // nothing of it tells that it is not
}

// tidy reports whether the list is such as bbolt writes one: in order, of pages that the file has and
// that are not its own, and with nothing behind.
func (l free) tidy(pages uint64, behind []byte) bool {
	last := uint64(1)
	for _, id := range l.ids {
		if id <= last || id >= pages || id-l.first < l.pages {
			return false
		}
		last = id
	}
	return len(bytes.Trim(behind, "\x00")) == 0
}

// right reports whether the list holds the unused pages but those where it stands.
func (l free) right(unused []uint64) bool {
	rest, ok := without(unused, l.first, l.pages)
	slices.Sort(l.ids)
	return ok && slices.Equal(l.ids, rest)
}

// without returns ids, which are in order, but the n of them from one on, and whether they hold
// all of these.
func without(ids []uint64, from, n uint64) (rest []uint64, ok bool) {
	at, _ := slices.BinarySearch(ids, from)
	if n > uint64(len(ids)-at) {
		return nil, false
	}
	end := at + int(n)
	if ids[at] != from || ids[end-1] != from+n-1 {
		return nil, false
	}
	return slices.Concat(ids[:at], ids[end:]), true
}

// many is the count in the head of a list that is too long for that: the count stands before the
// first of its numbers then.
const many = 0xFFFF

// freeList reads the list of free pages, as far as it lies within its pages.
func freeList(file io.ReaderAt, m meta) (free, error) {
	at := m.pageSize * int64(m.freelist)
	head := make([]byte, headSize+8)
	if _, err := file.ReadAt(head, at); err != nil {
		return free{}, err
	}
	if order.Uint64(head) != m.freelist || order.Uint16(head[8:]) != freelistPage {
		return free{}, errKind
	}
	count, start := uint64(order.Uint16(head[10:])), at+headSize
	if count == many {
		count, start = order.Uint64(head[headSize:]), start+8
	}
	pages := 1 + uint64(order.Uint32(head[12:]))
	if count > uint64(m.pages) || m.listPages(count) > pages {
		return free{}, errEntries
	}
	list := make([]byte, min(8*(int64(count)+1), at+int64(pages)*m.pageSize-start))
	if _, err := file.ReadAt(list, start); err != nil {
		return free{}, err
	}
	ids := make([]uint64, count)
	for i := range ids {
		ids[i] = order.Uint64(list[8*i:])
	}
	l := free{first: m.freelist, pages: pages, ids: ids}
	l.asWritten = l.tidy(uint64(m.pages), list[8*count:])
	return l, nil
}

// listPages returns how many pages a list of so many free ones needs.
func (m meta) listPages(count uint64) uint64 {
	size := headSize + 8*count
	if count >= many {
		size += 8
	}
	return (size + uint64(m.pageSize) - 1) / uint64(m.pageSize)
}

// newList returns the pages of a list of all unused pages but its own, which are among them. It
// has no more pages than the one that bbolt wrote of these.
func (m meta) newList(unused []uint64) (pages []byte, ok bool) {
	n := uint64(1)
	for total := uint64(len(unused)); n < total && m.listPages(total-n) > n; {
		n = m.listPages(total - n)
	}
	ids, ok := without(unused, m.freelist, n)
	if !ok {
		return nil, false
	}
	head := order.AppendUint64(nil, m.freelist)
	head = order.AppendUint16(head, freelistPage)
	head = order.AppendUint16(head, uint16(min(len(ids), many)))
	head = order.AppendUint32(head, uint32(n-1))
	if len(ids) >= many {
		head = order.AppendUint64(head, uint64(len(ids)))
	}
	pages = make([]byte, 0, int64(n)*m.pageSize)
	pages = append(pages, head...)
	for _, id := range ids {
		pages = order.AppendUint64(pages, id)
	}
	return pages[:cap(pages)], true
}
