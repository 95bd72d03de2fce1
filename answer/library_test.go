package answer

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"verbatim/answer/index"
	"verbatim/answer/text"
	"verbatim/store"
	"verbatim/store/storetest"
)

var ctx = context.Background()

func openLibrary(t testing.TB) *Library {
	t.Helper()
	l, err := Open(storetest.Open(t).Tenant("t"))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func load(t testing.TB, l *Library, articles ...*Article) []Added {
	t.Helper()
	added, err := l.Add(ctx, articles...)
	if err != nil {
		t.Fatal(err)
	}
	return added
}

func ask(t testing.TB, l *Library, question string) *Answer {
	t.Helper()
	a, err := l.Ask(ctx, Question{Text: question})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// first returns the words of the best quote, empty where there is none.
func first(a *Answer) string {
	if a.Abstained() {
		return ""
	}
	return a.Quotes[0].Text()
}

func english(id, body string) *Article {
	return &Article{ID: id, Text: body, Lang: text.English}
}

func TestAddTellsWhatBecameOfEachArticle(t *testing.T) {
	l := openLibrary(t)
	steps := []struct {
		name     string
		articles []*Article
		want     []Added
	}{
		{"a new one", []*Article{english("a", "The bridge opened in May.")}, []Added{{Status: Loaded}}},
		{"the same again", []*Article{english("a", "The bridge opened in May.")}, []Added{{Status: Same}}},
		{"other words", []*Article{english("a", "The bridge opened in June.")}, []Added{{Status: Replaced}}},
		{"another title", []*Article{{ID: "a", Title: "Bridge", Text: "The bridge opened in June.", Lang: text.English}}, []Added{{Status: Replaced}}},
		{"the same text under another id", []*Article{english("b", "The bridge opened in June.")}, []Added{{Status: Loaded, Twin: "a"}}},
		{"some that are refused", []*Article{english("", "No id."), english("c", " \n"), english("d", "\xff"), english("e", "Fine.")},
			[]Added{{Status: Refused, Err: errNoID}, {Status: Refused, Err: errNoText}, {Status: Refused, Err: errNotUTF8}, {Status: Loaded}}},
		{"an id twice at once", []*Article{english("f", "One ferry."), english("f", "Two ferries.")}, []Added{{Status: Loaded}, {Status: Replaced}}},
	}
	for _, s := range steps {
		if got := load(t, l, s.articles...); !reflect.DeepEqual(got, s.want) {
			t.Errorf("%s: got %+v, want %+v", s.name, got, s.want)
		}
	}
	if got := first(ask(t, l, "How many ferries?")); got != "Two ferries." {
		t.Errorf("the later of two with one id: got %q", got)
	}
}

func TestAnArticleComesBackAsItWasLoaded(t *testing.T) {
	l := openLibrary(t)
	want := &Article{
		ID: "https://example.org/1", Title: "Ferries", Author: "A. Writer", Source: "The Paper", URL: "https://example.org/1",
		Published: "2019-03", Lang: text.English, Text: "Menu\n\nThe ferry sails.\r\n", Furniture: []text.Span{{Start: 0, End: 4}},
	}
	load(t, l, want)
	got, layout, err := l.Article(ctx, want.ID)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	if s := layout.Sentences; len(s) != 2 || s[1].Of(got.Text) != "The ferry sails." {
		t.Errorf("sentences %v", s)
	}
}

func TestRemovedArticlesAreNeitherFoundNorQuoted(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("a", "The lighthouse stands on Skerryvore."), english("b", "The harbour is deep."))
	if err := l.Remove(ctx, "a"); err != nil {
		t.Fatal(err)
	}
	if err := l.Remove(ctx, "a"); !errors.Is(err, ErrNotFound) {
		t.Errorf("a second removal: %v", err)
	}
	if _, _, err := l.Article(ctx, "a"); !errors.Is(err, ErrNotFound) {
		t.Errorf("article: %v", err)
	}
	if got := first(ask(t, l, "Where does the lighthouse stand?")); got != "" {
		t.Errorf("quoted %q", got)
	}
	if got := ids(t, l); !slices.Equal(got, []string{"b"}) {
		t.Errorf("articles %v", got)
	}
}

func ids(t *testing.T, l *Library) (all []string) {
	t.Helper()
	for a, err := range l.Articles(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a.ID)
	}
	return all
}

func TestAnIndexOfAnOlderAnalysisIsMadeAgain(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	load(t, l, english("a", "The lighthouse stands on Skerryvore."), english("b", "The harbour is deep."))
	err = tenant.Update(func(tx *store.Tx) error {
		if err := clearAnalysis(ctx, tx, nil); err != nil {
			return err
		}
		return tx.Put([]byte(versionKey), []byte("older"))
	})
	if err != nil {
		t.Fatal(err)
	}
	if l, err = Open(tenant); err != nil {
		t.Fatal(err)
	}
	if got := first(ask(t, l, "Where does the lighthouse stand?")); got != "The lighthouse stands on Skerryvore." {
		t.Errorf("got %q", got)
	}
}

func TestADamagedArticleIsNotQuotedAndCanBeReplaced(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	a := english("a", "The lighthouse stands on Skerryvore.")
	load(t, l, a)
	flipABit(t, tenant, articleKey)
	if found, err := l.Ask(ctx, Question{Text: "Where does the lighthouse stand?"}); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("asked: %+v, %v", found, err)
	}
	if err := l.Check(ctx); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("checked: %v", err)
	}
	if got := load(t, l, a); got[0].Status != Replaced {
		t.Errorf("loaded again: %+v", got)
	}
	if err := l.Check(ctx); err != nil {
		t.Errorf("checked after that: %v", err)
	}
}

func TestCheckNoticesDamageInEveryPart(t *testing.T) {
	for _, part := range []string{articleKey, cardKey, languageKey, collectionKey, memberKey, "x/s"} {
		tenant := storetest.Open(t).Tenant("t")
		l, err := Open(tenant)
		if err != nil {
			t.Fatal(err)
		}
		load(t, l, english("a", "The lighthouse stands on Skerryvore."))
		collect(t, l, "Coast", "a")
		if err := l.Check(ctx); err != nil {
			t.Errorf("%s: before the damage: %v", part, err)
		}
		flipABit(t, tenant, part)
		if err := l.Check(ctx); !errors.Is(err, store.ErrCorrupt) {
			t.Errorf("%s: after the damage: %v", part, err)
		}
	}
}

func TestCheckNoticesAnArticleThatTheIndexLacks(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	load(t, l, english("a", "The lighthouse stands on Skerryvore."))
	if err := tenant.Update(index.Clear); err != nil {
		t.Fatal(err)
	}
	if err := l.Check(ctx); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("checked: %v", err)
	}
}

// flipABit changes one bit in the middle of the first value whose key begins with prefix.
func flipABit(t *testing.T, tenant *store.Tenant, prefix string) {
	t.Helper()
	err := tenant.Update(func(tx *store.Tx) error {
		for key, value := range tx.Scan([]byte(prefix)) {
			flipped := slices.Clone(value)
			flipped[len(flipped)/2] ^= 1
			return tx.Put(slices.Clone(key), flipped)
		}
		return errors.New("nothing to damage")
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheSameWordsInTwoArticlesAreShownOnceWithBothSources(t *testing.T) {
	l := openLibrary(t)
	same := "The lighthouse stands on Skerryvore."
	load(t, l, english("a", same), english("b", "News from the coast. "+same))
	found := ask(t, l, "Where does the lighthouse stand?")
	if len(found.Quotes) != 1 || len(found.Quotes[0].Also) != 1 {
		t.Fatalf("got %+v", found.Quotes)
	}
	if q := found.Quotes[0]; q.Text() != same || q.Also[0].Text() != same || q.Article.ID == q.Also[0].Article.ID {
		t.Errorf("got %q in %s and %q in %s", q.Text(), q.Article.ID, q.Also[0].Text(), q.Also[0].Article.ID)
	}
}

func TestFurnitureIsNeverQuoted(t *testing.T) {
	l := openLibrary(t)
	body := "Subscribe to the lighthouse newsletter.\n\nThe harbour is deep."
	a := english("a", body)
	a.Furniture = []text.Span{{Start: 0, End: strings.Index(body, "\n")}}
	load(t, l, a)
	if got := first(ask(t, l, "How do I subscribe to the lighthouse newsletter?")); got != "" {
		t.Errorf("quoted %q", got)
	}
}

func TestTenantsDoNotSeeEachOther(t *testing.T) {
	db := storetest.Open(t)
	var libraries []*Library
	for _, id := range []string{"one", "two"} {
		l, err := Open(db.Tenant(id))
		if err != nil {
			t.Fatal(err)
		}
		libraries = append(libraries, l)
	}
	load(t, libraries[0], english("a", "The lighthouse stands on Skerryvore."))
	load(t, libraries[1], english("b", "The harbour is deep."))
	found := ask(t, libraries[1], "Where does the lighthouse stand?")
	if !found.Abstained() || found.DidYouMean != "" {
		t.Errorf("got %+v", found)
	}
}
