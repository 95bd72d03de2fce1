package slacktest

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Watch has f called from now on with each call that is done, in their order. The server is
// held still meanwhile: f must ask nothing of it.
func (s *Server) Watch(f func(Call)) { s.change(func() { s.watch = f }) }

// ForgetAllBut drops what the server keeps of calls, acknowledgements, files and buttons,
// but for what came with the last n names and times that it gave out, so that a test can go
// on for hours. What was forgotten is not awaited, pressed or changed any more.
func (s *Server) ForgetAllBut(n int) {
	s.change(func() {
		last := s.made - n
		s.calls = slices.DeleteFunc(slices.Clone(s.calls), func(c *Call) bool { return c.made <= last })
		s.sockets = s.openLocked()
		forget(s.acks, last)
		forget(s.files, last)
		forget(s.hooks, last)
		forget(s.replied, last)
		forget(s.triggers, last)
	})
}

// forget drops what has a name from before the last one that counts.
func forget[V any](named map[string]V, last int) {
	maps.DeleteFunc(named, func(name string, _ V) bool { return number(name) <= last })
}

// number is the one with which a name or a time ends, which nameLocked and stampLocked gave it.
func number(name string) int {
	n, _ := strconv.Atoi(name[len(strings.TrimRight(name, "0123456789")):])
	return n
}
