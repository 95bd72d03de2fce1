// Package store keeps what tenants put, in one bbolt file. It knows no key and no
// value: the packages above state their key schemas.
package store

import (
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"
)

// Options say how to open a DB; the zero Options are right for a bot.
type Options struct {
	MaxSize int // bytes the file may grow to before ErrFull; 0 means no limit
}

// DB is one database file, held by one process at a time.
type DB struct {
	bolt *bbolt.DB
}

// Open opens the database at path, and makes it and its folder if they are not there.
func Open(path string, o Options) (*DB, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	b, err := bbolt.Open(path, 0o600, &bbolt.Options{
		Timeout:         time.Second,
		InitialMmapSize: 1 << 30,
		FreelistType:    bbolt.FreelistMapType,
		NoStatistics:    true,
		MaxSize:         o.MaxSize,
	})
	if err != nil {
		return nil, err
	}
	return &DB{b}, nil
}

// Close waits for the open transactions and gives the file free.
func (db *DB) Close() error { return db.bolt.Close() }
