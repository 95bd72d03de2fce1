package vitals

import (
	"maps"
	"slices"
	"time"
)

// Link is a connection that a chat is to have at any time. While one connection takes the
// place of another both are there, and the link is never down. A nil one is of no chat.
type Link struct {
	chat  *Chat
	open  int
	was   bool      // open before
	since time.Time // for which it is down
}

// Link adds a connection that the chat is to have. It is down until it is opened.
func (c *Chat) Link() *Link {
	if c == nil {
		return nil
	}
	l := &Link{chat: c, since: time.Now()}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.links = append(c.links, l)
	return l
}

// Remove notes that the chat is not to have the connection any more.
func (l *Link) Remove() {
	if l == nil {
		return
	}
	l.chat.mu.Lock()
	defer l.chat.mu.Unlock()
	l.chat.links = slices.DeleteFunc(l.chat.links, func(other *Link) bool { return other == l })
}

// Opened notes that a connection is there.
func (l *Link) Opened() {
	if l == nil {
		return
	}
	l.chat.mu.Lock()
	defer l.chat.mu.Unlock()
	if l.was {
		l.chat.Count(Reconnects)
	}
	l.open, l.was = l.open+1, true
	l.chat.failed = nil
}

// Closed notes that one that was opened is there no more.
func (l *Link) Closed() {
	if l == nil {
		return
	}
	l.chat.mu.Lock()
	defer l.chat.mu.Unlock()
	if l.open--; l.open == 0 {
		l.since = time.Now()
	}
}

// Failed notes why a connection could not be opened, or not be kept.
func (c *Chat) Failed(why error) {
	if c == nil || why == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.failed = why
}

// Bar notes why the bot may not act in a part of the chat, such as a workspace that takes its
// token no more, though it is connected; nil that it may. The parts are counted from 0. It
// reports whether that is news.
func (c *Chat) Bar(part int, why error) (news bool) {
	if c == nil {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	news = (c.barred[part] == nil) != (why == nil)
	if delete(c.barred, part); why != nil {
		c.barred[part] = why
	}
	return news
}

// Barred returns why the bot may not act in each part of the chat of which that was noted.
func (c *Chat) Barred() (all []error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, part := range slices.Sorted(maps.Keys(c.barred)) {
		all = append(all, c.barred[part])
	}
	return all
}

// Outage is what is known of the connections of a chat that are down: of one to which the
// bot has yet to find out how many there are to be, that is one.
type Outage struct {
	Down, Of int
	Since    time.Time // for which the first of them is down
	Why      error     // the last that is known; it may hold what the chat says
}

// Outage returns what is known of the connections that are down; Down is 0 where none is.
func (c *Chat) Outage() Outage {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.links) == 0 {
		return Outage{1, 1, c.begun, c.failed}
	}
	o := Outage{Of: len(c.links), Why: c.failed}
	for _, l := range c.links {
		if l.open > 0 {
			continue
		}
		if o.Down++; o.Down == 1 || l.since.Before(o.Since) {
			o.Since = l.since
		}
	}
	return o
}
