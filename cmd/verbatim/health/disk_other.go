//go:build !linux && !darwin && !freebsd

package health

// freeAt is not known on this system.
func freeAt(string) (free int64, known bool) { return 0, false }
