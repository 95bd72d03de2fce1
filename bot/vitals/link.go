package vitals

import (
	"slices"
	"sync"
	"time"
)

// Link is a connection that a chat is to have at any time. While one connection takes the
// place of another both are there, and the link is never down.
type Link struct {
	mu    sync.Mutex
	open  int
	since time.Time // it is down since then, or up
	why   error
}

// Link adds a connection that the chat is to have. It is down until it is opened.
func (c *Chat) Link() *Link {
	l := &Link{since: time.Now()}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.links = append(c.links, l)
	return l
}

// Opened notes that a connection is there.
func (l *Link) Opened() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open++; l.open == 1 {
		l.since, l.why = time.Now(), nil
	}
}

// Closed notes that one that was opened is there no more, and why.
func (l *Link) Closed(why error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open--; l.open == 0 {
		l.since, l.why = time.Now(), why
	}
}

// Failed notes why none could be opened.
func (l *Link) Failed(why error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open == 0 && why != nil {
		l.why = why
	}
}

// Outage is what is known of the links of a chat that are down.
type Outage struct {
	Down, Of int
	Since    time.Time // the longest of them
	Why      error     // of that; nil where none was tried yet
}

// Outage returns what is known of the links that are down. A chat without links has none
// that could be up.
func (c *Chat) Outage() Outage {
	c.mu.Lock()
	all := slices.Clone(c.links)
	c.mu.Unlock()
	o := Outage{Of: len(all)}
	for _, l := range all {
		l.mu.Lock()
		if l.open == 0 {
			if o.Down++; o.Down == 1 || l.since.Before(o.Since) {
				o.Since, o.Why = l.since, l.why
			}
		}
		l.mu.Unlock()
	}
	return o
}

// Connected reports whether all links of the chat are up.
func (c *Chat) Connected() bool {
	o := c.Outage()
	return o.Down == 0 && o.Of > 0
}
