package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
)

// The list of free pages has no checksum. A bit that is flipped in it can have bbolt write over
// a page that is in use, and so spoil what is sound. So before the first write of a process to a
// file the list is looked at: no page that it holds may be in use. That reads the entries of the
// pages of all trees, and none of the values; whoever only reads does without.

var errFreelist = errors.New("a page that is in use is said to be free")

// guardFree returns ErrCorrupt where nothing may be written, as a page that is in use is listed as
// free. The caller holds db.writer.
func (db *DB) guardFree() error {
	if db.guarded {
		return nil
	}
	if err := checkFree(db.file); err != nil {
		return damaged(db.path, err)
	}
	db.guarded = true
	return nil
}

// checkFree looks at the list of free pages. Other damage to the structure of the file it leaves to
// whoever comes upon it.
func checkFree(file *os.File) error {
	m, ok := newestMeta(file)
	if !ok {
		return nil
	}
	w := newWalk(context.Background(), file, int(m.pageSize), m.length())
	if w.tree(m.root) != nil {
		return nil
	}
	free, err := freeList(file, m)
	if err != nil {
		return err
	}
	for _, id := range free {
		if id >= uint64(len(w.seen)) || w.seen[id] {
			return fmt.Errorf("page %d: %w", id, errFreelist)
		}
	}
	return nil
}

// freeList returns the pages that a file's list of free ones holds: their numbers, behind the number
// of them where that is too large for the head of a page.
func freeList(file io.ReaderAt, m meta) ([]uint64, error) {
	const many = 0xFFFF
	at := m.pageSize * int64(m.freelist)
	head := make([]byte, headSize+8)
	if _, err := file.ReadAt(head, at); err != nil {
		return nil, err
	}
	if order.Uint64(head) != m.freelist || order.Uint16(head[8:]) != freelistPage {
		return nil, errKind
	}
	count, start := uint64(order.Uint16(head[10:])), at+headSize
	if count == many {
		count, start = order.Uint64(head[headSize:]), start+8
	}
	if count > uint64(m.pages) {
		return nil, errEntries
	}
	list := make([]byte, 8*count)
	if _, err := file.ReadAt(list, start); err != nil {
		return nil, err
	}
	free := make([]uint64, count)
	for i := range free {
		free[i] = order.Uint64(list[8*i:])
	}
	return free, nil
}
