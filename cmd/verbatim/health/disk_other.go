//go:build !linux && !darwin && !freebsd

package health

// FreeAt is not known on this system.
func FreeAt(string) (free int64, known bool) { return 0, false }
