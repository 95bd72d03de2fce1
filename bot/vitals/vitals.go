// Package vitals is how well a running bot is: what it counts, how long its steps take and
// whether its chats can be reached. It writes that in the text format of Prometheus, and
// knows no tenant, no channel, no person and no word that anybody wrote.
package vitals

import (
	"slices"
	"strings"
	"sync"
)

// Vitals are those of one bot. They may be used from many goroutines.
type Vitals struct {
	store storage

	mu     sync.Mutex
	chats  []*Chat // by name
	gauges []gauge
}

// gauge is a number that is read whenever it is wanted.
type gauge struct {
	name, help string
	read       func() (value float64, known bool)
}

// New returns vitals of which nothing is known yet.
func New() *Vitals { return &Vitals{} }

// Chat returns the vitals of a chat, always the same of a name, such as those that the
// adapters have.
func (v *Vitals) Chat(name string) *Chat {
	v.mu.Lock()
	defer v.mu.Unlock()
	at, known := slices.BinarySearchFunc(v.chats, name, func(c *Chat, name string) int { return strings.Compare(c.name, name) })
	if !known {
		v.chats = slices.Insert(v.chats, at, newChat(name))
	}
	return v.chats[at]
}

// Chats returns the vitals of the chats that the bot is to answer in, by their names.
func (v *Vitals) Chats() []*Chat {
	return slices.DeleteFunc(v.all(), func(c *Chat) bool {
		c.mu.Lock()
		defer c.mu.Unlock()
		return c.begun.IsZero()
	})
}

func (v *Vitals) all() []*Chat {
	v.mu.Lock()
	defer v.mu.Unlock()
	return slices.Clone(v.chats)
}

// Gauge adds a number to what is written: read is called each time, from whichever
// goroutine writes, and leaves out what is not known.
func (v *Vitals) Gauge(name, help string, read func() (value float64, known bool)) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.gauges = append(v.gauges, gauge{name, help, read})
}
