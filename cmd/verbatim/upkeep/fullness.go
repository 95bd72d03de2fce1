package upkeep

import (
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

// Warning says of a database that there is little room left below its limit; empty for enough.
func Warning(s store.Stats) string {
	if fullness(s) == 0 {
		return ""
	}
	return nearlyFull(s)
}

func nearlyFull(s store.Stats) string {
	return fmt.Sprintf("the database holds %s of the %s that --max-size allows: raise that, or remove articles",
		humanize.IBytes(uint64(s.Used())), humanize.IBytes(uint64(s.Limit)))
}
