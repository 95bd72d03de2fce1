package discordtest

import (
	"maps"
	"slices"
	"strconv"
)

// Watch has f called from now on with each call that is done, in their order. The server is
// held still meanwhile: f must ask nothing of it.
func (s *Server) Watch(f func(Call)) { s.change(func() { s.watch = f }) }

// ForgetAllBut drops what the server keeps of calls, messages, threads, interactions and
// files, but for what came with the last n ids that it gave out, and of what it told all but
// the last n events, so that a test can go on for hours. What was forgotten is not awaited,
// pressed, changed or told again any more; of threads the bot is told that they are gone.
func (s *Server) ForgetAllBut(n int) {
	var sessions []*session
	var gone []*channel
	s.change(func() {
		last := s.made - min(s.made, uint64(n))
		old := func(id string) bool { return number(id) <= last }
		s.calls = slices.DeleteFunc(slices.Clone(s.calls), func(c *Call) bool { return c.made <= last })
		s.sockets = slices.DeleteFunc(slices.Clone(s.sockets), (*Socket).hasGone)
		maps.DeleteFunc(s.messages, func(id string, _ object) bool { return old(id) })
		maps.DeleteFunc(s.nonces, func(_, id string) bool { return old(id) })
		maps.DeleteFunc(s.interactions, func(_ string, i *interaction) bool { return old(i.id) })
		maps.DeleteFunc(s.files, func(id string, _ File) bool { return old(id) })
		for id, c := range s.channels {
			if c.kind == publicThread && old(id) {
				gone = append(gone, c)
				delete(s.channels, id)
			}
		}
		sessions = slices.Clone(s.sessions)
	})
	for _, c := range gone {
		s.Tell(Event{"THREAD_DELETE", c.object()})
	}
	ended := map[*session]bool{}
	for _, one := range sessions { // whose lock is taken before the server's, never behind it
		ended[one] = one.forgetAllBut(n)
	}
	s.change(func() {
		s.sessions = slices.DeleteFunc(slices.Clone(s.sessions), func(one *session) bool { return ended[one] })
	})
}

// number is how many ids were given out up to this one.
func number(id string) uint64 {
	n, _ := strconv.ParseUint(id, 10, 64)
	return (n - firstID) >> 22
}

func (c *Socket) hasGone() bool {
	select {
	case <-c.gone:
		return true
	default:
		return false
	}
}

// forgetAllBut drops all but the last that was told, and reports whether the session is over.
func (n *session) forgetAllBut(last int) (over bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if old := len(n.told) - last; old > 0 {
		n.told, n.gone = slices.Clone(n.told[old:]), n.gone+old
	}
	return n.over
}
