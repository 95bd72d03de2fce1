package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"go.etcd.io/bbolt"
)

const (
	// lockTimeout is how long Open waits for the process that holds the file: long
	// enough for one that is about to end, short enough for a person who waits.
	lockTimeout = time.Second

	// mapSize is the address space taken at once, if not more. An Update that outgrows it waits
	// for the open Views while new Views wait for it. Only the pages in use take memory.
	mapSize = 1 << 30

	// growBy is the step in which the file grows. bbolt's 16 MiB made a new file that
	// large, and a load no faster.
	growBy = 1 << 20
)

// Open opens the database at path, and makes it and its folder if they are not there,
// for their owner alone. A file that others can read is closed to them. When another
// process holds the file Open fails with ErrLocked within a second or so, when the file is
// no database, or a damaged or shortened one, with ErrCorrupt, and when a newer version made
// it with ErrNewer. A flipped bit in what leads to the rest of the file it puts right on disk,
// which Stats tells. Every error is one line that names the file and says what mends it.
func Open(path string, o Options) (*DB, error) {
	if err := makeFolder(folder(path)); err != nil {
		return nil, explain(path, err)
	}
	db, err := open(path, o)
	if err != nil {
		return nil, err
	}
	_ = discard(compactName(path)) // where nothing can be removed there is none
	err = db.known()
	if err == nil {
		err = explain(path, syncFolder(folder(Target(path))))
	}
	if err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// open opens the file at path as a database, of whichever format.
func open(path string, o Options) (*DB, error) {
	db := &DB{path: path, maxSize: int(o.MaxSize)}
	if err := db.open(path, mapAtOnce()); err != nil {
		return nil, err
	}
	err := db.stands()
	if err == nil {
		return db, nil
	}
	db.Close()
	if err == errGone || err == errMoved { // while the process was waited for that held the file
		return open(path, o)
	}
	return nil, explain(path, err)
}

// stands returns errGone or errMoved if the file that is open is not the one at its path.
func (db *DB) stands() error {
	switch there, err := os.Stat(db.path); {
	case errors.Is(err, fs.ErrNotExist):
		return errGone
	case err == nil && !os.SameFile(db.own, there):
		return errMoved
	default:
		return err
	}
}

// open has bbolt open a file, the one at db.path or one that is to be there, and takes so
// much address space for it at once. bbolt panics on some damaged files.
func (db *DB) open(file string, mapSize int) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			unlock(db.file) // which would stay with the mapping until the process ends
			db.file.Close()
			err = damaged(db.path, sense(p))
		}
	}()
	bolt, err := bbolt.Open(file, 0o600, &bbolt.Options{
		Timeout:         lockTimeout,
		InitialMmapSize: mapSize,
		FreelistType:    bbolt.FreelistMapType, // as quick in a large, fragmented file
		ReadOnly:        db.readOnly,
		NoStatistics:    true, // which takes a lock off every View
		OpenFile:        db.openFile,
	})
	if err != nil {
		return explainOpen(db.path, err)
	}
	if db.own, err = db.file.Stat(); err != nil {
		bolt.Close()
		return explain(db.path, err)
	}
	bolt.AllocSize = growBy
	db.bolt = bolt
	db.start.Store(bolt.Info().Data)
	db.readAhead()
	return nil
}

// openFile opens the file for bbolt, and makes sure that only its owner can read it, that it
// has all its pages, and that bbolt can read those from which it finds the others.
func (db *DB) openFile(path string, flag int, mode fs.FileMode) (*os.File, error) {
	if err := regular(path); err != nil { // to open a pipe may take for good
		return nil, err
	}
	f, err := os.OpenFile(path, flag, mode)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.Size() == 0 && !db.readOnly {
		giveHome(f, path)
	}
	err = db.makePrivate(f)
	if err == nil {
		err = db.prepare(f)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	db.file = f
	return f, nil
}

var (
	errNotFile = errors.New("not a regular file")
	errMoved   = errors.New("the file was replaced")
	errGone    = errors.New("the file was taken away")
	errShared  = errors.New("other users can read or write it")
)

// makePrivate closes the file to others, if it may be changed.
func (db *DB) makePrivate(f *os.File) error {
	info, err := f.Stat()
	switch {
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return errNotFile
	case db.readOnly || !shared(info):
		return nil
	}
	if err := f.Chmod(0o600); err != nil {
		return fmt.Errorf("%w: %w", errShared, err)
	}
	if info, err = f.Stat(); err == nil && shared(info) { // some file systems keep no modes
		return errShared
	}
	return err
}

// shared reports whether others than the owner can use the file. Windows has no such modes.
func shared(info fs.FileInfo) bool {
	return info.Mode()&0o077 != 0 && runtime.GOOS != "windows"
}

// checkLength returns ErrCorrupt if pages of the file were cut off. Whoever holds the
// file meanwhile makes it longer before it says so.
func (db *DB) checkLength(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	want, err := lengthInUse(f)
	if err == nil && info.Size() < want {
		err = cut(db.path, info.Size(), want)
	}
	return err
}

// makeFolder makes dir and the folders above it as far as they are missing, so that
// they outlast a power cut.
func makeFolder(dir string) error {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		return syscall.ENOTDIR
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	parent := folder(strings.TrimSuffix(dir, string(filepath.Separator)))
	if err := makeFolder(parent); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncFolder(parent)
}

// syncFolder makes the names in a folder outlast a power cut, where that is not done
// by the system itself.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, syscall.EINVAL) {
		return err
	}
	return nil
}
