package main

import (
	"errors"
	"fmt"

	"github.com/dustin/go-humanize"

	"verbatim/store"
)

// fullMarks are the percentages of its limit at which a database is said to be nearly full.
var fullMarks = []int64{80, 95}

// fullness returns how many of the marks the used part of a database has passed. Free pages
// count as room: they are used before the file grows.
func fullness(s store.Stats) (passed int) {
	for _, mark := range fullMarks {
		if s.Limit > 0 && s.Used() >= s.Limit/100*mark {
			passed++
		}
	}
	return passed
}

// heedSize runs f on a database and then, if that wrote something, tells when there is little
// room left.
func (a *app) heedSize(db *store.DB, f func(*store.DB) error) error {
	before := db.Stats()
	err := f(db)
	if after := db.Stats(); after.Updates != before.Updates && fullness(after) > 0 {
		a.tell(errors.New(nearlyFull(after)))
	}
	return err
}

func nearlyFull(s store.Stats) string {
	return fmt.Sprintf("the database holds %s of the %s that --max-size allows: raise that, or remove articles",
		humanize.IBytes(uint64(s.Used())), humanize.IBytes(uint64(s.Limit)))
}
