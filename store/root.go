package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/bits"

	"go.etcd.io/bbolt"
)

// The root of a file is the bucket that leads to those of the tenants and to the database's own.
// bbolt takes a name in it that is not as it was written for the name of something else, and a
// tenant whose name is gone for one that has stored nothing. So the root is read here from the
// file itself, whatever order it is in, and held against the list of the tenants.
type root struct {
	buckets []place
	listed  []place // of the list of the tenants; none in a file of before
}

// place is an entry of a leaf, and where it stands in the file.
type place struct {
	name      string
	flags     uint32
	head, key int64
	value     *io.SectionReader
}

var (
	errOrder   = errors.New("the names of its tenants are not as they were written")
	errListed  = errors.New("its list of the tenants is not as it was written")
	errMissing = errors.New("the name of a tenant is not as it was written")
)

// rootOf reads the root that a transaction sees.
func (db *DB) rootOf(ctx context.Context, b *bbolt.Tx) (root, error) {
	w := newWalk(ctx, db.file, db.bolt.Info().PageSize, b.Size())
	return w.root(uint64(b.Cursor().Bucket().Root()))
}

func (w *walk) root(page uint64) (r root, err error) {
	if r.buckets, err = w.places(func() error { return w.tree(page) }); err != nil {
		return r, err
	}
	for _, b := range r.buckets {
		if differing(b.name, namesBucket) <= 1 {
			r.listed, err = w.places(func() error { return w.bucket(b.value) })
		}
	}
	return r, err
}

// places returns the entries of the leaves of one bucket, which walk goes over.
func (w *walk) places(walk func() error) (all []place, err error) {
	w.leaf = func(page *io.SectionReader, at int64, e []byte) error {
		key := at + int64(order.Uint32(e[4:]))
		name := make([]byte, order.Uint32(e[8:]))
		if _, err := page.ReadAt(name, key); err != nil && err != io.EOF {
			return err
		}
		start := offset(page)
		value := io.NewSectionReader(page, key+int64(len(name)), int64(order.Uint32(e[12:])))
		all = append(all, place{string(name), order.Uint32(e), start + at, start + key, value})
		return nil
	}
	defer func() { w.leaf = w.leafEntry }()
	return all, walk()
}

// offset returns where in the file a section of it begins.
func offset(s *io.SectionReader) int64 {
	r, at, _ := s.Outer()
	if outer, ok := r.(*io.SectionReader); ok {
		at += offset(outer)
	}
	return at
}

// disorder returns an error if bbolt may take something in the root for what it is not.
func (r root) disorder() error {
	last := ""
	for _, b := range r.buckets {
		if b.name <= last || b.flags&bucketEntry == 0 {
			return errOrder
		}
		last = b.name
	}
	held := r.held()
	for _, b := range r.buckets {
		for _, name := range ownBuckets {
			if !held[name] && differing(b.name, name) == 1 {
				return errOrder
			}
		}
	}
	return nil
}

// damage returns an error if the root or the list is not as it was written.
func (r root) damage() error {
	if err := r.disorder(); err != nil {
		return err
	}
	held := r.held()
	for _, l := range r.listed {
		if !l.sound() {
			return errListed
		}
		if !held[l.name] {
			return fmt.Errorf("%w: %q", errMissing, l.name)
		}
	}
	return nil
}

// held returns the names of the buckets.
func (r root) held() map[string]bool {
	held := map[string]bool{}
	for _, b := range r.buckets {
		held[b.name] = true
	}
	return held
}

// sum returns what the list holds of a name.
func sum(name string) []byte { return Seal([]byte(name))[:sealSize] }

// sealed returns a name of the list behind its checksum.
func (p place) sealed() []byte {
	sealed := make([]byte, min(p.value.Size(), sealSize))
	if _, err := p.value.ReadAt(sealed, 0); err != nil && err != io.EOF {
		return nil
	}
	return append(sealed, p.name...)
}

func (p place) sound() bool {
	_, err := Unseal(p.sealed())
	return err == nil && p.value.Size() == sealSize
}

// differing returns how many bits of two strings differ, many where their lengths do.
func differing(a, b string) (n int) {
	if len(a) != len(b) {
		return 8 * max(len(a), len(b))
	}
	for i := range len(a) {
		n += bits.OnesCount8(a[i] ^ b[i])
	}
	return n
}

// patch is bytes that are to stand in the file.
type patch struct {
	at    int64
	bytes []byte
}

// patches returns what puts right the bits of the root and of the list that are known to be
// flipped: what marks a bucket, a name that is listed in the place of one that is not, and a
// listed name or its checksum.
func (r root) patches() (all []patch) {
	known, held := map[string]bool{recordBucket: true, namesBucket: true}, r.held()
	for _, l := range r.listed {
		body, ok := Recover(l.sealed())
		if !ok {
			continue
		}
		known[string(body)] = true
		if !l.sound() {
			all = append(all, patch{l.key, append(body, sum(string(body))...)})
		}
	}
	for name := range known {
		if held[name] {
			continue
		}
		var strays []patch
		for _, b := range r.buckets {
			if !known[b.name] && differing(b.name, name) == 1 {
				strays = append(strays, patch{b.key, []byte(name)})
			}
		}
		if len(strays) == 1 {
			all = append(all, strays...)
		}
	}
	for _, b := range r.buckets {
		if b.flags&bucketEntry == 0 {
			all = append(all, patch{b.head, order.AppendUint32(nil, bucketEntry)})
		}
	}
	return all
}
