package store

import (
	"errors"
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
)

// meta is what a meta page says.
type meta struct {
	pageSize    int64
	root        uint64 // the page of the tree
	freelist    uint64 // the page where the free list begins
	pages       int64  // in use
	transaction uint64
	at          int64 // where it stands, behind the head of its page
}

func (m meta) length() int64 { return m.pageSize * m.pages }

// metaPlaces are where a meta page can begin: at the start, and behind a page of each size.
var metaPlaces = []int64{0, 1 << 10, 2 << 10, 4 << 10, 8 << 10, 16 << 10, 32 << 10, 64 << 10}

func cutMeta(page []byte) meta {
	return meta{
		pageSize:    int64(order.Uint32(page[8:])),
		root:        order.Uint64(page[16:]),
		freelist:    order.Uint64(page[32:]),
		pages:       int64(order.Uint64(page[40:])),
		transaction: order.Uint64(page[48:]),
	}
}

var errMeta = errors.New("neither of its first pages tells where the rest is")

// newestMeta returns the newer of the file's sound meta pages, and errMeta where none is.
func newestMeta(file io.ReaderAt) (newest meta, err error) {
	found := false
	for _, at := range metaPlaces {
		page := make([]byte, metaSize)
		if _, err := file.ReadAt(page, at+headSize); err == io.EOF {
			break
		} else if err != nil {
			return meta{}, err
		}
		m := cutMeta(page)
		if !soundMeta(page) || at != 0 && at != m.pageSize || found && m.pageSize != newest.pageSize {
			continue
		}
		if m.at = at + headSize; m.transaction >= newest.transaction {
			newest, found = m, true
		}
	}
	if !found {
		return meta{}, errMeta
	}
	return newest, nil
}

// lengthInUse returns the bytes that a file must have by its newest meta page, 0 when none is
// sound. A page that was cut off is a fault when it is read through the mapping, so this is
// asked first, of the file itself.
func lengthInUse(file io.ReaderAt) (int64, error) {
	m, err := newestMeta(file)
	return m.length(), unlessNone(err)
}

// unlessNone returns an error of newestMeta that is not errMeta.
func unlessNone(err error) error {
	if err == errMeta {
		return nil
	}
	return err
}

func soundMeta(meta []byte) bool {
	sum := fnv.New64a()
	sum.Write(meta[:metaSize-8])
	return order.Uint32(meta) == metaMagic && order.Uint64(meta[metaSize-8:]) == sum.Sum64()
}
