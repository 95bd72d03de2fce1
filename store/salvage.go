package store

import (
	"bytes"
	"context"
	"errors"
	"os"
	"slices"

	"go.etcd.io/bbolt"
)

// Salvage brings what can be read of the database file at path over to a new one, and returns how
// many parts of it cannot be: pages, keys or values. Only damage to the structure of the file is noticed: what
// is in a value may be damaged too. The new file is there whole, or not at all. When another process holds
// the database the error is ErrLocked.
func Salvage(ctx context.Context, path, to string) (lost int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, explain(path, err)
	}
	defer f.Close()
	if err := lock(f, false); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return 0, explain(path, err)
	}
	s := salvage{ctx: ctx, file: f, seen: map[uint64]bool{}}
	root, err := s.start()
	if err == errMeta {
		return 0, notDatabase(path, err)
	}
	if err != nil {
		return 0, explain(path, err)
	}
	err = s.into(to, root)
	return s.lost, explain(to, err)
}

// start returns the page of the tree.
func (s *salvage) start() (root uint64, err error) {
	m, err := newestMeta(s.file)
	if err != nil {
		return 0, err
	}
	info, err := s.file.Stat()
	if err != nil {
		return 0, err
	}
	s.pageSize, s.size = m.pageSize, min(info.Size(), m.length())
	return m.root, nil
}

// into brings all over to a new file.
func (s *salvage) into(to string, root uint64) error {
	p, err := newPart(to)
	if err != nil {
		return err
	}
	defer p.discard()
	err = withCopy(p.path, to, func(db *DB) error {
		s.db, db.bolt.AllocSize = db, growBy
		return s.all(root)
	})
	if err != nil {
		return err
	}
	giveAway(p.File, s.file.Name())
	if err := p.Sync(); err != nil {
		return err
	}
	return p.place()
}

// salvage reads a file as walk does, but goes on behind what is damaged.
type salvage struct {
	ctx            context.Context
	file           *os.File
	pageSize, size int64
	db             *DB
	seen           map[uint64]bool // the pages that were read
	lost           int
}

// entry is a key in a leaf with its value.
type entry struct {
	bucket     bool
	key, value []byte
}

func (s *salvage) all(root uint64) error {
	return s.tree(root, nil, nil, func(e entry) error {
		if !e.bucket || len(e.value) < bucketSize {
			s.lost++
			return nil
		}
		if slices.Contains(ownBuckets, string(e.key)) {
			return nil // the new file has its own
		}
		if s.db.Tenant(string(e.key)).valid() != nil {
			s.lost++
			return nil
		}
		return s.tenant(e)
	})
}

// salvageBatch is how many bytes are written in one transaction.
const salvageBatch = 4 << 20

// tenant brings over what a tenant has stored.
func (s *salvage) tenant(of entry) error {
	t := s.db.Tenant(string(of.key))
	var batch []entry
	size := 0
	flush := func() error {
		err := t.Update(func(tx *Tx) error {
			for _, e := range batch {
				if err := tx.Put(e.key, e.value); err != nil {
					return err
				}
			}
			return tx.Resume(order.Uint64(of.value[8:]))
		})
		batch, size = nil, 0
		return err
	}
	keep := func(e entry) error {
		if e.bucket || len(e.key) == 0 || len(e.key) > bbolt.MaxKeySize {
			s.lost++
			return nil
		}
		batch, size = append(batch, e), size+len(e.key)+len(e.value)
		if size < salvageBatch {
			return nil
		}
		return flush()
	}
	var err error
	if root := order.Uint64(of.value); root != 0 {
		err = s.tree(root, nil, nil, keep)
	} else {
		err = s.page(of.value[bucketSize:], nil, nil, keep)
	}
	if err != nil {
		return err
	}
	return flush()
}

// tree visits the entries of a page and all below it whose keys are from one on, and below
// another where that is not nil, as the page above has it.
func (s *salvage) tree(id uint64, from, below []byte, visit func(entry) error) error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	start := int64(id) * s.pageSize
	if id < 2 || start < 0 || start+s.pageSize > s.size || s.seen[id] {
		s.lost++
		return nil
	}
	s.seen[id] = true
	page := make([]byte, s.pageSize)
	if _, err := s.file.ReadAt(page, start); err != nil {
		s.lost++
		return nil
	}
	if more := int64(order.Uint32(page[12:])); more > 0 && start+(more+1)*s.pageSize <= s.size {
		page = make([]byte, (more+1)*s.pageSize)
		if _, err := s.file.ReadAt(page, start); err != nil {
			s.lost++
			return nil
		}
	}
	return s.page(page, from, below, visit)
}

// page visits the entries of a page.
func (s *salvage) page(page, from, below []byte, visit func(entry) error) error {
	if len(page) < headSize {
		s.lost++
		return nil
	}
	flags, count := order.Uint16(page[8:]), int(order.Uint16(page[10:]))
	if flags != leafPage && flags != branchPage || headSize+count*entrySize > len(page) {
		s.lost++
		return nil
	}
	entries := make([]entry, count)
	children := make([]uint64, count)
	for i := range entries {
		at := headSize + i*entrySize
		entries[i], children[i] = cutEntry(page[at:], flags == branchPage)
		if e := entries[i]; e.key == nil || bytes.Compare(e.key, from) < 0 || below != nil && bytes.Compare(e.key, below) >= 0 {
			s.lost++
			entries[i].key = nil
		}
	}
	for i, e := range entries {
		var err error
		switch {
		case e.key == nil:
		case flags == leafPage:
			err = visit(e)
		default:
			err = s.tree(children[i], e.key, nextKey(entries[i+1:], below), visit)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// nextKey returns the first key of some entries, or what is given where there is none.
func nextKey(entries []entry, below []byte) []byte {
	for _, e := range entries {
		if e.key != nil {
			return e.key
		}
	}
	return below
}

// cutEntry returns an entry whose head stands at the start of in, without a key where it does not lie
// within that, and in a branch the page below it.
func cutEntry(in []byte, branch bool) (e entry, child uint64) {
	if branch {
		pos, key := uint64(order.Uint32(in)), uint64(order.Uint32(in[4:]))
		if pos+key <= uint64(len(in)) {
			e.key = bytes.Clone(in[pos : pos+key])
		}
		return e, order.Uint64(in[8:])
	}
	pos, key, value := uint64(order.Uint32(in[4:])), uint64(order.Uint32(in[8:])), uint64(order.Uint32(in[12:]))
	if pos+key+value > uint64(len(in)) {
		return e, 0
	}
	e.bucket = order.Uint32(in)&bucketEntry != 0
	e.key, e.value = bytes.Clone(in[pos:pos+key]), bytes.Clone(in[pos+key:pos+key+value])
	return e, 0
}
