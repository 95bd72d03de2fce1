package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"

	berrors "go.etcd.io/bbolt/errors"
)

// The kinds of failure that a caller may tell apart with errors.Is: the file is in use,
// it is not as it was written, its size limit or the disk's end is reached, it is used too
// much for what was asked, or its format is one that this version does not know.
var (
	ErrLocked  = errors.New("another process holds the database")
	ErrCorrupt = errors.New("the database is damaged: put a backup back")
	ErrFull    = errors.New("the database cannot grow")
	ErrAhead   = errors.New("the database has changes that the backup lacks")
	ErrBusy    = errors.New("the database is in use")
	ErrNewer   = errors.New("a newer version made the database")
)

// errUnmapped is the kind of an error with which bbolt may have lost the mapping of the file.
var errUnmapped = errors.New("the file is not mapped")

const noMapping = "no memory to map the file: raise the limit of the address space by a GiB, or the file's size"

// failure is an error whose line is written for a person. Its kind and its cause, the
// latter for the log, are found by errors.Is and errors.As.
type failure struct {
	line        string
	kind, cause error
}

func (f *failure) Error() string   { return f.line }
func (f *failure) Unwrap() []error { return []error{f.kind, f.cause} }

// remedies say for each cause what is wrong and what mends it; the first that fits counts.
var remedies = []struct {
	cause, kind error
	says        string
}{
	{berrors.ErrTimeout, ErrLocked, "another process holds this database: stop that process, or open another file"},
	{berrors.ErrMaxSizeReached, ErrFull, "the database has reached its size limit: raise the limit, or delete something"},
	{syscall.ENOSPC, ErrFull, "no space is left on the disk: free some, then try again"},
	{syscall.EFBIG, ErrFull, "no file may be this large here: raise the limit (ulimit -f), or name a file on another disk"},
	{syscall.EDQUOT, ErrFull, "the disk quota is used up: free some space, then try again"},
	{errShared, nil, "other users can read or write this file and that cannot be changed: chmod 600 it as its owner, or open another file"},
	{errNotFile, nil, "not a regular file: name another one"},
	{syscall.EISDIR, nil, "this is a folder: name a file in it"},
	{syscall.ENOTDIR, nil, "part of this path is a file, not a folder: name another path"},
	{syscall.ENOENT, nil, "its folder does not exist: make it, or name another file"},
	{syscall.ELOOP, nil, "this symbolic link leads back to itself: name another path"},
	{syscall.ENAMETOOLONG, nil, "the name is too long: choose a shorter one"},
	{syscall.EMFILE, nil, "too many files are open: raise the limit (ulimit -n)"},
	{syscall.EROFS, nil, "the file system is read-only: name a file elsewhere"},
	{syscall.EACCES, nil, "permission denied: let this user read and write the file and its folder, or name another file"},
	{syscall.EPERM, nil, "not permitted: let this user read and write the file and its folder, or name another file"},
	{syscall.ENOMEM, errUnmapped, noMapping},
	{berrors.ErrInvalidMapping, errUnmapped, noMapping},
	{syscall.ENOLCK, nil, "no file can be locked here: name a file on a disk of this machine"},
	{syscall.EOPNOTSUPP, nil, "the file system lacks what a database needs: name a file on a disk of this machine"},
	{syscall.EIO, nil, "the disk fails to read or write: see the system's log, and put a backup back on another disk"},
	{errMoved, nil, "another file has taken the database's place: stop this process, and start it with the file that is right"},
	{errGone, nil, "the database is not there any more: put its file back, or its disk"},
	{errItself, nil, "a backup cannot take the place of the database itself: name another file"},
	{berrors.ErrDatabaseNotOpen, nil, "the database is closed"},
}

// explain says what an error of the system or of bbolt means for the file at path.
func explain(path string, err error) error {
	if err == nil || errors.As(err, new(*failure)) {
		return err
	}
	for _, r := range remedies {
		if causes(r.cause, err) {
			return &failure{path + ": " + r.says, r.kind, err}
		}
	}
	return fmt.Errorf("%s: %w", path, err)
}

// causes reports whether err comes of cause. Of a failure to grow the file bbolt hands
// on no more than the text.
func causes(cause, err error) bool {
	return errors.Is(err, cause) || strings.HasSuffix(err.Error(), ": "+cause.Error())
}

// explainOpen is explain for bbolt.Open, which has many ways to say that the file is
// no database of its kind.
func explainOpen(path string, err error) error {
	explained := explain(path, err)
	if errors.As(explained, new(*failure)) || errors.As(err, new(syscall.Errno)) {
		return explained
	}
	return notDatabase(path, err)
}

func notDatabase(path string, cause error) error {
	return &failure{path + ": not a Verbatim database, or cut short while it was made: " +
		"put a backup back, or move it away to start anew (" + cause.Error() + ")", ErrCorrupt, cause}
}

// named is err behind the file's name, if it tells of damage and has no name yet.
func named(path string, err error) error {
	if !errors.Is(err, ErrCorrupt) || errors.As(err, new(*failure)) {
		return err
	}
	return &failure{path + ": " + err.Error(), ErrCorrupt, err}
}

func cut(path string, has, wants int64) error {
	cause := fmt.Errorf("%d of %d bytes are left", has, wants)
	return &failure{path + ": the database is cut short: put a backup back, or move it away to start anew (" + cause.Error() + ")", ErrCorrupt, cause}
}

// damaged is the error of what is not as it was written, unless it was not read to its end: a disk
// that fails, or an interruption, tells nothing of what is there.
func damaged(path string, cause error) error {
	if unread(cause) {
		return explain(path, cause)
	}
	return &failure{path + ": the database is damaged: put a backup back (" + cause.Error() + ")", ErrCorrupt, cause}
}

// unread reports whether an error tells that something was not read, and not what it is.
func unread(err error) bool {
	return errors.As(err, new(syscall.Errno)) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// notRestored is the error of a backup that is damaged.
func notRestored(path string, err error) error {
	if !errors.Is(err, ErrCorrupt) {
		return err
	}
	return &failure{path + ": not put back, for this backup is damaged: take another one", ErrCorrupt, err}
}

// notCopied is the error of a copy that is damaged, as what it is a copy of must be.
func notCopied(path string, err error) error {
	if !errors.Is(err, ErrCorrupt) {
		return err
	}
	return &failure{path + ": not written, for the database that is copied is damaged: check tells where, a backup of before mends it", ErrCorrupt, err}
}
