package main

import (
	"verbatim/cmd/verbatim/health"
	"verbatim/store"
)

// room returns how many bytes of the database hold something, and how many may: as many as
// --max-size allows and the disk has room for; 0 where neither is known.
func (s *tenants) room() (used, most int64) {
	stats := s.db.Stats()
	free, known := health.FreeAt(s.path())
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
