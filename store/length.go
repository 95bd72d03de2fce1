package store

import (
	"hash/fnv"
	"io"
)

// The meta page that stands at the start of a file, and again one page behind. Numbers
// follow the head of the page: a magic one and the version (4 bytes each), the size of a
// page (4), flags (4), the root bucket (16), the page of the free list (8), the number
// of pages in use (8), that of the transaction (8), and FNV-1a of all these (8).
const (
	metaSize  = 64
	metaMagic = 0xED0CDAED

	leastPageSize, largestPageSize = 1 << 10, 64 << 10
)

// lengthInUse returns the bytes that a file must have by the newer of its sound meta
// pages, 0 when none is sound. A page that was cut off is a fault when it is read
// through the mapping, so this is asked first, of the file itself.
func lengthInUse(file io.ReaderAt) (length int64) {
	newest := uint64(0)
	for at := int64(0); at <= largestPageSize; at = max(leastPageSize, 2*at) {
		meta := make([]byte, metaSize)
		if _, err := file.ReadAt(meta, at+headSize); err != nil {
			break
		}
		pageSize := int64(order.Uint32(meta[8:]))
		if !soundMeta(meta) || at != 0 && at != pageSize {
			continue
		}
		if transaction := order.Uint64(meta[48:]); transaction >= newest {
			newest, length = transaction, pageSize*int64(order.Uint64(meta[40:]))
		}
	}
	return length
}

func soundMeta(meta []byte) bool {
	sum := fnv.New64a()
	sum.Write(meta[:metaSize-8])
	return order.Uint32(meta) == metaMagic && order.Uint64(meta[metaSize-8:]) == sum.Sum64()
}
