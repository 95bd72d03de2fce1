package store

import "syscall"

// readAhead has the system read pages ahead of the one that is wanted, which bbolt asks it not to do. Most of what
// is read from a disk is parts of the index, up to 1 MiB each and from begin to end: page by page, the first answer of a
// process that the system has nothing of the file for took three times as long. Where the system declines, it only is slower.
func (db *DB) readAhead() {
	if info, err := db.file.Stat(); err == nil {
		syscall.Syscall(syscall.SYS_MADVISE, db.start.Load(), uintptr(max(int64(mapAtOnce()), info.Size())), syscall.MADV_NORMAL)
	}
}
