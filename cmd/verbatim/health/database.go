package health

import (
	"errors"
	"fmt"
	"time"

	"github.com/dustin/go-humanize"

	"verbatim/bot/vitals"
	"verbatim/store"
)

const (
	// LeastFree is what has to be free on the disk for the bot to be well: to take a chat's
	// messages needs little, to load and merge more.
	LeastFree = 64 << 20 // bytes

	// leastRoom is what a limit of the file has to leave: the step in which it grows, a MiB,
	// and what a write needs before it can let go of what it replaces.
	leastRoom = 2 << 20 // bytes

	// lasts is for how long damage is told that was come upon, and a write that failed: by then
	// somebody has come upon it again, or it is mended.
	lasts = 10 * time.Minute
)

// Database checks that the database can be read, and that no damage was come upon of late.
func Database(v *vitals.Vitals, db *store.DB) Check {
	return Check{"database", func() (string, error) {
		if db.Stats().Broken {
			return "", errors.New("damaged, and of no use before a restart: put a backup back")
		}
		if err := read(db); err != nil {
			return "", judged(err)
		}
		if past := time.Since(v.LastDamage()); past < lasts {
			return "", fmt.Errorf("damage was come upon %v ago: run verbatim check", past.Round(time.Second))
		}
		if err := v.LastStored(lasts); err != nil && !errors.Is(err, store.ErrFull) {
			return "", judged(err)
		}
		return "ok", nil
	}}
}

// read makes a transaction in which something is looked for that is not there.
func read(db *store.DB) error {
	return db.Tenant("health").View(func(tx *store.Tx) error {
		tx.Get([]byte("health"))
		return nil
	})
}

// judged tells of what kind an error of the database is. Its text may name an article.
func judged(err error) error {
	if errors.Is(err, store.ErrCorrupt) {
		return errors.New("damaged: run verbatim check")
	}
	return errors.New("it cannot be read and written: the log says why, at level error")
}

// Disk checks that there is room for more, on the disk of the database at path and in its file.
func Disk(v *vitals.Vitals, db *store.DB, path string) Check {
	return Check{"disk", func() (string, error) {
		s := db.Stats()
		switch free, known := FreeAt(path); {
		case errors.Is(v.LastStored(lasts), store.ErrFull):
			return "", errors.New("full: the last write found no room")
		case s.Limit > 0 && s.Limit-s.Used() < leastRoom:
			return "", fmt.Errorf("the database holds %s of the %s that it may: raise --max-size, or take articles out", size(s.Used()), size(s.Limit))
		case known && free < LeastFree:
			return "", fmt.Errorf("%s free, and %s are wanted", size(free), size(LeastFree))
		case known:
			return size(free) + " free", nil
		}
		return "ok", nil
	}}
}

func size(bytes int64) string { return humanize.IBytes(uint64(max(0, bytes))) }

// Measure adds to what is written how the database stands.
func Measure(v *vitals.Vitals, db *store.DB, path string) {
	of := func(read func(store.Stats) int64) func() (float64, bool) {
		return func() (float64, bool) { return float64(read(db.Stats())), true }
	}
	v.Gauge("verbatim_database_size_bytes", "The size of the database's file.", of(func(s store.Stats) int64 { return s.Size }))
	v.Gauge("verbatim_database_free_bytes", "What of the file can be used again, so that it need not grow.", of(func(s store.Stats) int64 { return s.Free }))
	v.Gauge("verbatim_database_limit_bytes", "What the file may grow to, by --max-size; 0 where nothing is set.", of(func(s store.Stats) int64 { return s.Limit }))
	v.Gauge("verbatim_disk_free_bytes", "What is free on the disk of the database.", func() (float64, bool) {
		free, known := FreeAt(path)
		return float64(free), known
	})
}
