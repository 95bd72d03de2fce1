package bot

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// asking is a topic that people asked for, in whatever words.
type asking struct {
	topic
	phrasings map[string]int
	weeks     map[time.Time]*tally
	times     int
	open      int // of these found nothing, until now
	unhelpful int
	last      time.Time
}

// phrase is how it was asked most often, the shortest of several.
func (a *asking) phrase() string {
	return slices.MinFunc(slices.Collect(maps.Keys(a.phrasings)), func(p, q string) int {
		return cmp.Or(cmp.Compare(a.phrasings[q], a.phrasings[p]), cmp.Compare(len(p), len(q)), cmp.Compare(p, q))
	})
}

func (a *asking) week(at time.Time) *tally {
	week := firstOfWeek(at)
	if a.weeks[week] == nil {
		a.weeks[week] = &tally{}
	}
	return a.weeks[week]
}

// add counts what was asked in other words too.
func (a *asking) add(o *asking) {
	for phrase, n := range o.phrasings {
		a.phrasings[phrase] += n
	}
	for week, c := range o.weeks {
		mine := a.week(week)
		mine.times += c.times
		mine.answered += c.answered
		mine.unhelpful += c.unhelpful
		for _, title := range c.titles {
			if !slices.Contains(mine.titles, title) {
				mine.titles = append(mine.titles, title)
			}
		}
	}
	a.times += o.times
	a.open += o.open
	a.unhelpful += o.unhelpful
	if o.last.After(a.last) {
		a.last = o.last
	}
}

// gathering are the topics that people asked for, by their forms.
type gathering map[string]*asking

func (g gathering) of(asked string) *asking {
	t := topicOf(asked)
	if g[t.form] == nil {
		g[t.form] = &asking{topic: t, phrasings: map[string]int{}, weeks: map[time.Time]*tally{}}
	}
	return g[t.form]
}

func (g gathering) ask(q inquiry) {
	a := g.of(q.Text)
	a.week(q.At).add(q)
	a.phrasings[q.Text]++
	if a.times++; q.silent() && !q.Later {
		a.open++
	}
	if q.At.After(a.last) {
		a.last = q.At
	}
}

func (g gathering) mark(m mark) {
	a := g.of(m.Asked)
	a.unhelpful++
	a.week(m.At).unhelpful++
	if a.phrasings[m.Asked]++; m.At.After(a.last) {
		a.last = m.At
	}
}

// joined returns the topics, those that are near to one that is asked more counted as that.
func (g gathering) joined() (all []*asking) {
	near := map[string][]*asking{}
	for _, a := range slices.SortedFunc(maps.Values(g), func(a, b *asking) int {
		return cmp.Or(cmp.Compare(b.times, a.times), cmp.Compare(a.form, b.form))
	}) {
		if of := likely(near, a); of != nil {
			of.add(a)
			continue
		}
		all = append(all, a)
		for _, n := range a.neighbours() {
			near[n] = append(near[n], a)
		}
	}
	return all
}

// likely returns the first of the topics in an index by neighbours that is near to one; nil for none.
func likely(near map[string][]*asking, a *asking) *asking {
	for _, n := range a.neighbours() {
		for _, of := range near[n] {
			if of.isNear(a.topic) {
				return of
			}
		}
	}
	return nil
}
