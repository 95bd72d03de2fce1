package answer

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"verbatim/store/storetest"
)

// archived returns a library with an archive of two articles, which overlaps with one of press releases.
func archived(t *testing.T) *Library {
	t.Helper()
	l := openLibrary(t)
	load(t, l,
		english("a", "The harbour is deep enough for ferries."), english("b", "The harbour is no place for ferries."),
		english("c", "The harbour has ferries in winter."), english("d", "The harbour needs more ferries."))
	collect(t, l, "Archive", "a", "b")
	collect(t, l, "Près  releases", "b", "c")
	return l
}

func collect(t *testing.T, l *Library, collection string, ids ...string) {
	t.Helper()
	if err := l.Collect(ctx, collection, ids...); err != nil {
		t.Fatal(err)
	}
}

func TestOnlyCollectionsThatAreAskedAreQuoted(t *testing.T) {
	l := archived(t)
	for _, c := range []struct {
		filter string
		in     []string
		want   string
	}{
		{"", nil, "abcd"},
		{"", []string{"archive"}, "ab"},
		{"", []string{"Archive", "PRES RELEASES"}, "abc"},
		{"", []string{"nothing"}, ""},
		{"", []string{""}, ""},
		{"in:archive ", nil, "ab"},
		{`in:"pres releases" `, nil, "bc"},
		{`in:"pres releases" `, []string{"Archive"}, "b"},
		{"in:nothing ", []string{"Archive"}, ""},
	} {
		for _, nearest := range []bool{false, true} {
			a, err := l.Ask(ctx, Question{Text: c.filter + "harbour ferries", Limit: 9, In: c.in, Nearest: nearest})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, q := range a.Quotes {
				got = append(got, q.Article.ID)
			}
			slices.Sort(got)
			if strings.Join(got, "") != c.want {
				t.Errorf("%q in %q, nearest %t: quoted %q, want %q", c.filter, c.in, nearest, got, c.want)
			}
		}
	}
}

func TestCollectionsTellWhatTheyHold(t *testing.T) {
	l := archived(t)
	if got, err := l.Collections(ctx); err != nil || !slices.Equal(got, []Facet{{"Archive", 2}, {"Près releases", 2}}) {
		t.Errorf("got %v, %v", got, err)
	}
	for id, want := range map[string][]string{"a": {"Archive"}, "b": {"Archive", "Près releases"}, "d": nil, "none": nil} {
		if got, err := l.CollectionsOf(ctx, id); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s is in %q, %v; want %q", id, got, err, want)
		}
	}
}

func TestAnArticleStaysInItsCollections(t *testing.T) {
	l := archived(t)
	load(t, l, english("a", "The harbour was dug for ferries."))
	if got := counts(t, l); !slices.Equal(got, []int{2, 2}) {
		t.Errorf("after it was replaced: %v", got)
	}
	if err := l.Remove(ctx, "b"); err != nil {
		t.Fatal(err)
	}
	if got := counts(t, l); !slices.Equal(got, []int{1, 1}) {
		t.Errorf("without it: %v", got)
	}
	load(t, l, english("b", "The harbour is no place for ferries."))
	if got := counts(t, l); !slices.Equal(got, []int{2, 2}) {
		t.Errorf("once it is back: %v", got)
	}
}

func counts(t *testing.T, l *Library) (all []int) {
	t.Helper()
	facets, err := l.Collections(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range facets {
		all = append(all, f.Count)
	}
	return all
}

func TestCollectionsAreTakenApart(t *testing.T) {
	l := archived(t)
	if err := errors.Join(l.Uncollect(ctx, "ARCHIVE", "a", "d"), l.Uncollect(ctx, "pres releases")); err != nil {
		t.Fatal(err)
	}
	if got, err := l.Collections(ctx); err != nil || !slices.Equal(got, []Facet{{"Archive", 1}}) {
		t.Errorf("got %v, %v", got, err)
	}
	collect(t, l, "Pres releases")
	if got := counts(t, l); !slices.Equal(got, []int{1, 0}) {
		t.Errorf("a collection made again has the articles of the first: %v", got)
	}
}

// A load that a chat delivers again is not broken off at what somebody took out since.
func TestWhatIsNotThereIsCollectedOnceItComes(t *testing.T) {
	l := archived(t)
	collect(t, l, "Archive", "c", "none")
	if got := counts(t, l); !slices.Equal(got, []int{3, 2}) {
		t.Errorf("there are %v", got)
	}
	load(t, l, english("none", "The harbour is closed to ferries."))
	if got := counts(t, l); !slices.Equal(got, []int{4, 2}) {
		t.Errorf("with the one that came there are %v", got)
	}
}

func TestWhatCannotBeCollectedIsRefusedWhole(t *testing.T) {
	l := archived(t)
	for _, c := range []struct {
		name string
		ids  []string
		want error
	}{
		{"", []string{"a"}, errCollection},
		{" \n“!”", []string{"a"}, errCollection},
		{"a\xff", []string{"a"}, errCollection},
		{strings.Repeat("é", maxCollection+1), []string{"a"}, errCollection},
	} {
		if err := l.Collect(ctx, c.name, c.ids...); !errors.Is(err, c.want) {
			t.Errorf("%.20q: %v, want %v", c.name, err, c.want)
		}
	}
	for _, name := range []string{"new", "", "!"} {
		if err := l.Uncollect(ctx, name); !errors.Is(err, ErrNotFound) {
			t.Errorf("%q: dissolved: %v", name, err)
		}
	}
	if got := counts(t, l); !slices.Equal(got, []int{2, 2}) {
		t.Errorf("left are %v", got)
	}
}

func TestCollectionsOfOneTenantAreNotAnothers(t *testing.T) {
	db := storetest.Open(t)
	one, err := Open(db.Tenant("one"))
	if err != nil {
		t.Fatal(err)
	}
	two, err := Open(db.Tenant("two"))
	if err != nil {
		t.Fatal(err)
	}
	load(t, one, english("a", "The harbour is deep."))
	load(t, two, english("a", "The harbour is deep."))
	collect(t, one, "Secret", "a")
	if got, err := two.Collections(ctx); err != nil || got != nil {
		t.Errorf("got %v, %v", got, err)
	}
	if a, err := two.Ask(ctx, Question{Text: "How deep is the harbour?", In: []string{"Secret"}}); err != nil || !a.Abstained() {
		t.Errorf("got %+v, %v", a, err)
	}
}
