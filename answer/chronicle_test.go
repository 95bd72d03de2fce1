package answer

import "maps"

// chronicle is what a library and its history should be, as plain maps.
type chronicle struct {
	articles map[string]string // text by id
	changes  []*deed
	requests map[string]int
	latest   uint64
}

// deed is a change: what each of its articles was before and after, "" for not there.
type deed struct {
	before, after    map[string]string
	undoes, undoneBy int
	request          string
}

// goOn returns the deed that one who asks for a request goes on with, or a new one.
func (c *chronicle) goOn(request string, undoes int) (number int, again bool) {
	if n := c.requests[request]; n > 0 && c.isOpen(n) && c.at(n).undoes == undoes {
		return n, true
	}
	return len(c.changes) + 1, false
}

func (c *chronicle) at(n int) *deed { return c.changes[n-1] }

func (c *chronicle) isOpen(n int) bool {
	return n > len(c.changes)-KeptChanges && c.at(n).undoneBy == 0
}

// set makes a text an article's, in the name of a deed; "" takes the article out.
func (c *chronicle) set(n int, request, id, text string) {
	if n > len(c.changes) {
		c.changes = append(c.changes, &deed{before: map[string]string{}, after: map[string]string{}, request: request})
		if request != "" {
			c.requests[request] = n
		}
	}
	d := c.at(n)
	if _, ok := d.before[id]; !ok {
		d.before[id] = c.articles[id]
	}
	d.after[id] = text
	if d.before[id] == text {
		delete(d.before, id)
		delete(d.after, id)
	}
	c.put(id, text)
}

func (c *chronicle) put(id, text string) {
	if c.articles[id] = text; text == "" {
		delete(c.articles, id)
	}
}

// add returns what adding articles should say of each, in the name of a deed that may be done again.
func (c *chronicle) add(n int, again bool, request string, articles []*Article) (want []Status) {
	touched := map[string]bool{}
	for _, a := range articles {
		old, there := c.articles[a.ID]
		status := Loaded
		if there {
			status = Replaced
		}
		if d := c.doneBefore(n, again, a); d != nil && !touched[a.ID] {
			if status = Loaded; d.before[a.ID] != "" {
				status = Replaced
			}
		} else if old == a.Text && !touched[a.ID] {
			status = Same
		} else {
			touched[a.ID] = true
			c.set(n, request, a.ID, a.Text)
		}
		want = append(want, status)
	}
	if len(touched) > 0 {
		c.latest++
	}
	return want
}

// removed reports whether a deed took an article out.
func (c *chronicle) removed(n int, id string) bool {
	after, ok := c.at(n).after[id]
	return ok && after == ""
}

func (c *chronicle) doneBefore(n int, again bool, a *Article) *deed {
	if again && c.at(n).after[a.ID] == a.Text {
		return c.at(n)
	}
	return nil
}

// undo returns the error that undoing a change should end with.
func (c *chronicle) undo(request string, change int) error {
	if _, again := c.goOn(request, change); again {
		return nil
	}
	if change < 1 || change > len(c.changes) || change <= len(c.changes)-KeptChanges && c.at(change).undoneBy == 0 {
		return ErrNotFound
	}
	d := c.at(change)
	if d.undoneBy != 0 {
		return ErrUndone
	}
	for id, text := range d.after {
		if c.articles[id] != text {
			return &Conflict{}
		}
	}
	n := len(c.changes) + 1
	back := &deed{before: maps.Clone(d.after), after: maps.Clone(d.before), undoes: change, request: request}
	c.changes = append(c.changes, back)
	if request != "" {
		c.requests[request] = n
	}
	for id, text := range d.before {
		c.put(id, text)
	}
	if len(d.before) > 0 {
		c.latest++
	}
	for by := n; change != 0; {
		c.at(change).undoneBy = by
		if by == 0 {
			by = change
		} else {
			by = 0
		}
		change = c.at(change).undoes
	}
	return nil
}

// told is the change of a number as the history should tell of it.
func (c *chronicle) told(n int) Change {
	d := c.at(n)
	t := Change{Number: uint64(n), Undoes: uint64(d.undoes), UndoneBy: uint64(d.undoneBy), Open: c.isOpen(n)}
	t.Request = d.request
	for id := range d.before {
		switch {
		case d.before[id] == "":
			t.Loaded++
		case d.after[id] == "":
			t.Removed++
		default:
			t.Replaced++
		}
	}
	return t
}
