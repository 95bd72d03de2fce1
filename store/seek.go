package store

import "bytes"

// Seek returns the first key at or behind from that begins with prefix, and its value,
// both read in place; nil and nil where there is none.
func (tx *Tx) Seek(prefix, from []byte) (key, value []byte) {
	if tx.bucket == nil {
		return nil, nil
	}
	key, value = tx.bucket.Cursor().Seek(from)
	if !bytes.HasPrefix(key, prefix) {
		return nil, nil
	}
	return key, value
}
