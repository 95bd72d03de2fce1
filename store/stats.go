package store

import "io"

// Stats say how the file stands, in bytes.
type Stats struct {
	Size    int64  // of the file
	Free    int64  // of that what can be used again, so that the file need not grow
	Limit   int64  // Options.MaxSize
	Updates uint64 // a count that every Update raises
	Broken  bool   // bbolt came upon damage that it cannot go on from: every transaction fails
	Mended  bool   // damage to what leads to the rest of the file was found since Open, and put right with nothing lost
}

// Stats returns how the file stands, of a closed database the limit alone. It reads a few
// bytes of the file and no page of a tenant, and waits for no transaction.
func (db *DB) Stats() Stats {
	db.swap.RLock()
	defer db.swap.RUnlock()
	s := Stats{Limit: int64(db.maxSize), Broken: db.broken.Load(), Mended: db.mended.Load()}
	info, err := db.file.Stat()
	if err != nil {
		return s
	}
	s.Size = info.Size()
	for range 3 { // the next Updates may write over what is read
		meta, err := newestMeta(db.file)
		if err != nil {
			break
		}
		s.Updates = meta.transaction
		if free, ok := meta.freePages(db.file); ok {
			s.Free = free*meta.pageSize + max(0, s.Size-meta.length())
			break
		}
	}
	return s
}

// Used returns the bytes of the file that hold something.
func (s Stats) Used() int64 { return s.Size - s.Free }

// freePages returns how many pages the free list has that a meta page leads to: its page is
// of a kind of its own, and has a count in its head, or before its numbers when that is at
// its most.
func (m meta) freePages(file io.ReaderAt) (n int64, ok bool) {
	page := make([]byte, headSize+8)
	if _, err := file.ReadAt(page, m.pageSize*int64(m.freelist)); err != nil {
		return 0, false
	}
	if order.Uint64(page) != m.freelist || order.Uint16(page[8:]) != freelistPage {
		return 0, false
	}
	if count := order.Uint16(page[10:]); count < 0xFFFF {
		return int64(count), true
	}
	return int64(order.Uint64(page[headSize:])), true
}
