// Package store keeps what tenants put, in one bbolt file. It knows no key and no
// value: the packages above state their key schemas.
//
// A transaction is a closure given to Tenant.View or Tenant.Update, and the error it
// returns decides. Many Views and one Update run at a time. Keep both short: while a
// View is open the pages that Updates leave behind cannot be used again, so the file
// grows, and shrinks by Compact alone. Start no transaction inside another one: an Update
// that grows the file beyond its mapping waits for the Views that are open, and an Update
// inside an Update waits for itself.
//
// Keys and values are bytes of the mapped file. Read them in place, and copy what
// leaves the closure. Only some damage is noticed, since the pages carry no checksums:
// values that must be right carry their own.
package store

import (
	"io/fs"
	"os"
	"sync"
	"sync/atomic"

	"go.etcd.io/bbolt"
)

// Options say how to open a DB; the zero Options are right for a bot.
type Options struct {
	// MaxSize is the bytes that the file may grow to, to within a MiB; 0 sets no limit.
	// An Update that puts something and needs more fails with ErrFull. Reads go on, and
	// so do Updates that only delete, which may exceed the limit by the pages they need.
	MaxSize int64
}

// DB is one database file, held by one process at a time. It may be used from many
// goroutines.
type DB struct {
	path     string
	maxSize  int         // of the file, or 0
	readOnly bool        // the file is not changed in any way
	left     atomic.Bool // bolt is closed: the next transaction opens the file anew
	broken   atomic.Bool // bolt panicked with its locks held: use it no more
	stuck    atomic.Bool // it did so since the disk failed, and is left as it is
	mended   atomic.Bool // something of the file was put right

	compacting sync.Mutex
	writer     sync.Mutex                    // held for an Update: bolt's own may stay locked when it panics
	swap       sync.RWMutex                  // held by every transaction, and alone by what puts another file in the place of this one
	gate       atomic.Pointer[chan struct{}] // to wait for before that, or nil

	// These are changed with swap held, and by whoever goes on with another file with writer too.
	// They are read with one of them held.
	bolt *bbolt.DB
	file *os.File    // bolt's
	own  fs.FileInfo // which file that is

	start atomic.Uintptr // where the file is mapped, as the last Update found

	untold error // why the root does not tell where the tenants are, as Open found; or nil

	// These are for who holds writer.
	recorded  bool // the file has a record that may stay
	unsettled bool // the file's name may not be on disk
	guarded   bool // the list of free pages was found right, or is new
	confirmed bool // the newer meta page is on disk
}

// Close waits for the open transactions and releases the file. After damage that left
// bbolt unusable it waits for nothing, and the file is held until the process ends.
func (db *DB) Close() error {
	db.writer.Lock()
	defer db.writer.Unlock()
	if db.stuck.Load() {
		db.broken.Store(true) // and not opened anew
		db.left.Store(false)
		unlock(db.file)
	}
	if db.broken.Load() {
		return db.file.Close() // bbolt would wait for its locks for good
	}
	db.swap.Lock()
	defer db.swap.Unlock()
	if db.left.Swap(false) {
		return nil // it is closed, and now stays so
	}
	return db.bolt.Close()
}
