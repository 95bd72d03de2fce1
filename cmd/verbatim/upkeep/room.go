package upkeep

import (
	"verbatim/cmd/verbatim/health"
	"verbatim/store"
)

// Room returns how many bytes of a database, whose file is at path, hold something, and how many
// may: as many as its limit allows and the disk has room for; 0 where neither is known.
func Room(db *store.DB, path string) (used, most int64) {
	stats := db.Stats()
	free, known := health.FreeAt(path)
	return stats.Used(), mostOf(stats, free, known)
}

func mostOf(s store.Stats, free int64, known bool) int64 {
	switch disk := s.Size + free; {
	case !known:
		return s.Limit
	case s.Limit > 0:
		return min(s.Limit, disk)
	default:
		return disk
	}
}
