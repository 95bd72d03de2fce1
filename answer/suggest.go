package answer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"verbatim/store"
)

// Facet is a name that many articles share.
type Facet struct {
	Name  string
	Count int
}

// Outlets returns up to n outlets with a word that begins as typed, case and accents aside,
// and how many articles are from each; the most frequent first. Nothing typed fits all.
func (l *Library) Outlets(ctx context.Context, typed string, n int) ([]Facet, error) {
	f := newFacets(typed)
	err := l.eachCard(ctx, func(c card) { f.count(c.outlet, 1) })
	return f.mostFrequent(n, func(string) bool { return true }), err
}

// SpeakersNamed returns up to n full names of speakers with a word that begins as typed, case
// and accents aside, and how often each is quoted; the most frequent first. Nothing typed
// fits all.
func (l *Library) SpeakersNamed(ctx context.Context, typed string, n int) ([]Facet, error) {
	f := newFacets(typed)
	err := l.eachCard(ctx, func(c card) {
		for name, count := range c.speakers() {
			f.count(name, count)
		}
	})
	return f.mostFrequent(n, isFullName), err
}

// Titles returns up to n titles of articles with a word that begins as typed, case and
// accents aside; those loaded last first, each once. Nothing typed fits all.
func (l *Library) Titles(ctx context.Context, typed string, n int) ([]string, error) {
	f := newFacets(typed)
	var fit, titles []string
	err := l.eachCard(ctx, func(c card) {
		if f.fits(c.title) {
			fit = append(fit, string(c.title))
		}
	})
	for _, title := range slices.Backward(fit) {
		if len(titles) < n && !slices.Contains(titles, title) {
			titles = append(titles, title)
		}
	}
	return titles, err
}

func (l *Library) eachCard(ctx context.Context, visit func(card)) error {
	return l.view(func(tx *store.Tx) error {
		for c, err := range cards(tx) {
			if err == nil { // or it is damaged, as Check will say
				visit(c)
			}
		}
		return ctx.Err()
	})
}

// facets counts the names that fit what a person typed.
type facets struct {
	typed  string // folded
	counts map[string]*int
}

func newFacets(typed string) *facets {
	return &facets{strings.Join(strings.Fields(folded(typed)), " "), map[string]*int{}}
}

func (f *facets) fits(name []byte) bool {
	switch {
	case len(name) == 0 || f.typed == "":
		return len(name) > 0
	case !mayStartWord(name, f.typed):
		return false
	}
	return startsWord(folded(string(name)), f.typed)
}

// count counts a name that fits, without a copy of it where it is counted already.
func (f *facets) count(name []byte, times int) {
	if n := f.counts[string(name)]; n != nil {
		*n += times
	} else if f.fits(name) {
		first := times
		f.counts[string(name)] = &first
	}
}

// mostFrequent returns the first n of those names that are wanted. Few of many are, and so
// no more are put in order.
func (f *facets) mostFrequent(n int, wanted func(name string) bool) (all []Facet) {
	for name, count := range f.counts {
		one := Facet{name, *count}
		at, _ := slices.BinarySearchFunc(all, one, byCount)
		if at < n && wanted(name) {
			all = slices.Insert(all, at, one)
			all = all[:min(n, len(all))]
		}
	}
	return all
}

func byCount(a, b Facet) int {
	return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
}
