package answer

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/answer/text"
)

func TestListChoosesArticles(t *testing.T) {
	l := harbours(t)
	collect(t, l, "Été", "may", "none", "year")
	for _, c := range []struct {
		q    Listing
		want string
		all  int
	}{
		{Listing{}, "hu none year june may", 5},
		{Listing{Limit: 2}, "hu none", 5},
		{Listing{Offset: 3, Limit: 9}, "june may", 5},
		{Listing{Offset: 9}, "", 5},
		{Listing{Words: "FERR"}, "year june may", 3},
		{Listing{Words: "skye ferries"}, "year", 1},
		{Listing{Words: "erries"}, "", 0},
		{Listing{Words: "evening jun"}, "june", 1},
		{Listing{Words: "hu"}, "hu", 1},
		{Listing{Words: "!"}, "hu none year june may", 5},
		{Listing{Outlet: "herald"}, "hu may", 2},
		{Listing{Outlet: "her"}, "", 0},
		{Listing{After: "2019-06"}, "year june", 2},
		{Listing{After: "2019", Before: "2020"}, "june may", 2},
		{Listing{Lang: text.Hungarian}, "hu", 1},
		{Listing{In: "ete"}, "none year may", 3},
		{Listing{In: "winter"}, "", 0},
		{Listing{In: "Été", Words: "ferries", After: "2019", Limit: 1}, "year", 2},
	} {
		articles, all, err := l.List(ctx, c.q)
		if err != nil {
			t.Fatal(err)
		}
		if got := joined(articles); got != c.want || all != c.all {
			t.Errorf("%+v: %q of %d, want %q of %d", c.q, got, all, c.want, c.all)
		}
	}
}

// joined returns the ids of articles.
func joined(articles []*Article) string {
	var ids []string
	for _, a := range articles {
		ids = append(ids, a.ID)
	}
	return strings.Join(ids, " ")
}

func TestFindReturnsWhatMayBeMeant(t *testing.T) {
	l := openLibrary(t)
	for i, title := range []string{"Ferries in Skye and beyond", "Of ferries in Skye", "Ferries in Skye", "Skye’s ferries", "Élan", ""} {
		load(t, l, &Article{ID: fmt.Sprint("id-", i), Title: title, Text: "The harbour is deep."})
	}
	load(t, l, &Article{ID: "Skye", Title: "Nothing of it", Text: "The harbour is deep."})
	for named, want := range map[string]string{
		"ferries in skye": "id-2 id-0 id-1",
		"FERRIES  in sk":  "id-2 id-0 id-1",
		"skye ferr":       "id-3 id-2 id-1 id-0",
		"skyes":           "id-3",
		"Skye":            "Skye",
		" id-1 ":          "id-1",
		"elan":            "id-4",
		"lan":             "",
		"nothing of that": "",
		"…":               "",
		"":                "",
	} {
		found, err := l.Find(ctx, named)
		if err != nil {
			t.Fatal(err)
		}
		if got := joined(found); got != want {
			t.Errorf("%q finds %q, want %q", named, got, want)
		}
	}
	for i := range mostFound + 3 {
		load(t, l, &Article{ID: fmt.Sprint("more-", i), Title: "More", Text: "The harbour is deep."})
	}
	if found, err := l.Find(ctx, "more"); err != nil || len(found) != mostFound || found[0].ID != "more-12" {
		t.Errorf("found %q, %v", joined(found), err)
	}
}

func TestStandsSaysWhetherWordsAreThereStill(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("a", "The ferry sails. The harbour is deep."))
	for _, c := range []struct {
		id    string
		at    text.Span
		words string
		want  bool
	}{
		{"a", text.Span{Start: 0, End: 16}, "The ferry sails.", true},
		{"a", text.Span{Start: 4, End: 20}, "The ferry sails.", true},
		{"a", text.Span{Start: -5, End: 900}, "The harbour is deep.", true},
		{"a", text.Span{Start: 9, End: 3}, "The harbour is deep.", true},
		{"a", text.Span{Start: 0, End: 16}, "The ferry sank.", false},
		{"a", text.Span{}, "", false},
		{"b", text.Span{Start: 0, End: 16}, "The ferry sails.", false},
	} {
		if got, err := l.Stands(ctx, c.id, c.at, c.words); got != c.want || err != nil {
			t.Errorf("%+v: %t, %v", c, got, err)
		}
	}
}
