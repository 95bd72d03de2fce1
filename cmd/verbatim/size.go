package main

import (
	"errors"
	"fmt"
	"math"

	"github.com/dustin/go-humanize"

	"verbatim/store"
)

// size is the value of a flag: bytes, with a unit or without. Zero is no limit.
type size int64

// leastSize is the least limit for a database: one with a few articles has some MiB.
const leastSize = 4 << 20

var errSize = errors.New("a size is a number such as 2GiB or 512MiB, from 4MiB on, or 0 for no limit")

func (s *size) Set(typed string) error {
	n, err := humanize.ParseBytes(typed)
	if err != nil || n > math.MaxInt64 || n > 0 && n < leastSize {
		return errSize
	}
	*s = size(n)
	return nil
}

func (s *size) String() string {
	n := uint64(*s)
	for _, unit := range []struct {
		bytes uint64
		name  string
	}{{1 << 30, "GiB"}, {1 << 20, "MiB"}} {
		if n > 0 && n%unit.bytes == 0 {
			return fmt.Sprint(n/unit.bytes, unit.name)
		}
	}
	return fmt.Sprint(n)
}

func (*size) Type() string { return "size" }

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
