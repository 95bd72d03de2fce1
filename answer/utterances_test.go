package answer

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"verbatim/answer/question"
	"verbatim/answer/text"
	"verbatim/store"
)

// uttered returns what is listed as the ids of the articles and who speaks, in order.
func uttered(t *testing.T, l *Library, of Utterances) (all []string) {
	t.Helper()
	for u, err := range l.Utterances(ctx, of) {
		if err != nil {
			t.Fatal(err)
		}
		checkQuote(t, l, u.Quote)
		checkContext(t, l, u.Quote)
		all = append(all, u.Article.ID+" "+u.Speaker.Of(u.Article.Text))
	}
	return all
}

func TestUtterancesAreThoseChosen(t *testing.T) {
	l := harbours(t)
	load(t, l,
		&Article{ID: "ru", Lang: text.Russian, Text: "«Порт очень глубокий, и паромы приходят сюда каждый день», — сказал Иван Путин."},
		&Article{ID: "menu", Published: "2021", Lang: text.English, Text: "“The ferry is late,” said Bo Lie.\n\n“The ferry is here,” said Bo Lie.", Furniture: []text.Span{{Start: 0, End: 37}}})
	if err := l.Collect(ctx, "Old", "may", "none"); err != nil {
		t.Fatal(err)
	}
	all := []string{"menu Bo Lie", "year Bergman", "june Zoë Li", "june Anna Maria Berg", "may Anna Berg", "may Bo Lie", "ru Иван Путин", "hu Orbán Viktor", "none Berg"}
	for _, c := range []struct {
		name string
		of   Utterances
		want []string
	}{
		{"all", Utterances{}, all},
		{"a surname", Utterances{Filter: question.Filter{By: "berg"}}, []string{"june Anna Maria Berg", "may Anna Berg", "none Berg"}},
		{"a first name", Utterances{Filter: question.Filter{By: "Anna"}}, []string{"june Anna Maria Berg", "may Anna Berg"}},
		{"names with another between", Utterances{Filter: question.Filter{By: "ANNA  BERG"}}, []string{"june Anna Maria Berg", "may Anna Berg"}},
		{"an accent left out", Utterances{Filter: question.Filter{By: "zoe li"}}, []string{"june Zoë Li"}},
		{"names the other way round", Utterances{Filter: question.Filter{By: "Berg Anna"}}, nil},
		{"surname first", Utterances{Filter: question.Filter{By: "orban"}}, []string{"hu Orbán Viktor"}},
		{"the ending of a case", Utterances{Filter: question.Filter{By: "Ивана Путина"}}, []string{"ru Иван Путин"}},
		{"no name", Utterances{Filter: question.Filter{By: "…"}}, nil},
		{"an outlet", Utterances{Filter: question.Filter{From: "herald"}}, []string{"may Anna Berg", "may Bo Lie", "hu Orbán Viktor"}},
		{"a time", Utterances{Filter: question.Filter{By: "Bo", After: "2019-06", Before: "2022"}}, []string{"menu Bo Lie"}},
		{"a collection", Utterances{Filter: question.Filter{In: "old"}}, []string{"may Anna Berg", "may Bo Lie", "none Berg"}},
		{"what may be seen", Utterances{Filter: question.Filter{By: "berg"}, In: []string{"Old"}}, []string{"may Anna Berg", "none Berg"}},
		{"languages", Utterances{Langs: []text.Lang{text.Russian, text.Hungarian}}, []string{"ru Иван Путин", "hu Orbán Viktor"}},
		{"an article", Utterances{Article: "june", Filter: question.Filter{By: "berg"}}, []string{"june Anna Maria Berg"}},
		{"no such article", Utterances{Article: "gone"}, nil},
	} {
		if got := uttered(t, l, c.of); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// The list goes on where it was left, also when what was shown is gone and more has come.
func TestUtterancesGoOnWhereTheyWereLeft(t *testing.T) {
	l := harbours(t)
	whole := uttered(t, l, Utterances{})
	var paged []string
	for after := ""; ; {
		place := ""
		for u, err := range l.Utterances(ctx, Utterances{After: after}) {
			if err != nil {
				t.Fatal(err)
			}
			paged, place = append(paged, u.Article.ID+" "+u.Speaker.Of(u.Article.Text)), u.Place
			break
		}
		if after = place; place == "" {
			break
		}
	}
	if !slices.Equal(paged, whole) {
		t.Errorf("one at a time: %q, want %q", paged, whole)
	}
	var third string
	n := 0
	for u := range l.Utterances(ctx, Utterances{}) {
		if n++; n == 3 {
			third = u.Place
		}
	}
	if err := l.Remove(ctx, "june"); err != nil {
		t.Fatal(err)
	}
	load(t, l, &Article{ID: "new", Published: "2022", Lang: text.English, Text: "“The harbour is new again today,” said Bo Lie."})
	if got, want := uttered(t, l, Utterances{After: third}), whole[3:]; !slices.Equal(got, want) {
		t.Errorf("behind an article that is gone: %q, want %q", got, want)
	}
	for _, bad := range []string{"x", "1 2", "1 x 2019", "-1 2 2019"} {
		for _, err := range l.Utterances(ctx, Utterances{After: bad}) {
			if !errors.Is(err, errPlace) {
				t.Errorf("behind %q: %v", bad, err)
			}
		}
	}
}

// An article that goes or is damaged while the list is read is left out of it.
func TestUtterancesOutliveWhatGoes(t *testing.T) {
	l := harbours(t)
	var got []string
	for u, err := range l.Utterances(ctx, Utterances{}) {
		if err != nil {
			t.Fatal(err)
		}
		if got = append(got, u.Article.ID); len(got) > 1 {
			continue
		}
		if err := l.Remove(ctx, "june"); err != nil {
			t.Fatal(err)
		}
		damage(t, l, "hu")
	}
	if want := []string{"year", "may", "may", "none"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	for _, err := range l.Utterances(stopped, Utterances{}) {
		if !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	}
}

// damage spoils the record of an article.
func damage(t *testing.T, l *Library, id string) {
	t.Helper()
	err := l.tenant.Update(func(tx *store.Tx) error {
		number, _ := numberOf(tx, id)
		return putInBlock(tx, articleKey, number, []byte("spoilt"))
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Remove(ctx, id) })
}

func TestVoices(t *testing.T) {
	l := harbours(t)
	load(t, l,
		&Article{ID: "again", Lang: text.English, Published: "2019-07", Text: "“It is deep, and it is old,” said ANNA BERG.\n\n“It is far too deep,” the company said."},
		&Article{ID: "more", Lang: text.English, Published: "2019-07", Text: "“It is deep, and it is old,” said Anna Berg."})
	for _, c := range []struct {
		name string
		of   Utterances
		want []Facet
	}{
		{"all", Utterances{}, []Facet{{"Anna Berg", 3}, {"Anna Maria Berg", 1}, {"Berg", 1}, {"Bergman", 1}, {"Bo Lie", 1}, {"Orbán Viktor", 1}, {"Zoë Li", 1}, {"the company", 1}}},
		{"those with a name", Utterances{Filter: question.Filter{By: "anna"}}, []Facet{{"Anna Berg", 3}, {"Anna Maria Berg", 1}}},
		{"what is no name", Utterances{Filter: question.Filter{By: "the company"}}, []Facet{{"the company", 1}}},
		{"of a time", Utterances{Filter: question.Filter{After: "2019-06"}}, []Facet{{"Anna Berg", 2}, {"Anna Maria Berg", 1}, {"Bergman", 1}, {"Zoë Li", 1}, {"the company", 1}}},
	} {
		if got, err := l.Voices(ctx, c.of); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, %v, want %v", c.name, got, err, c.want)
		}
	}
	for typed, want := range map[string]string{
		"Anna Berk": "Anna Berg, Berg", "Zoe": "Zoë Li", "Bergmann": "Bergman", "President Lie": "Bo Lie, Zoë Li", "Ana Maria Berg": "Anna Maria Berg, Anna Berg", "Orb": "Orbán Viktor", "Smith": "", "": "",
	} {
		names, err := l.VoicesLike(ctx, Utterances{Filter: question.Filter{By: typed}}, 2)
		if got := strings.Join(names, ", "); err != nil || got != want {
			t.Errorf("like %q: %q, %v, want %q", typed, got, err, want)
		}
	}
}

// How often somebody is counted is how much of theirs is listed, whatever the articles hold.
func TestVoicesCountWhatIsListed(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	counted := 0
	for round := range 30 {
		l := openLibrary(t)
		for n := range 1 + rng.IntN(6) {
			body := randomText(rng, 150)
			load(t, l, &Article{ID: fmt.Sprint(n), Text: body + " end", Lang: text.Detect(body), Furniture: randomFurniture(rng, body)})
		}
		of := Utterances{Filter: question.Filter{By: []string{"Berg", ""}[round%2]}}
		voices, err := l.Voices(ctx, of)
		if err != nil {
			t.Fatal(err)
		}
		sum := 0
		for _, v := range voices {
			sum += v.Count
		}
		if got := len(uttered(t, l, of)); got != sum {
			t.Fatalf("round %d: %d are listed, %d counted", round, got, sum)
		}
		counted += sum
	}
	if counted == 0 {
		t.Error("nobody said anything: the test shows nothing")
	}
}

var utterances = flag.Int("utterances", 2000, "how many quotations are listed at once")

// A long list is listed whole, one article at a time, and so is each page of it.
func TestManyUtterances(t *testing.T) {
	l := openLibrary(t)
	const each = 10
	var articles []*Article
	for n := range *utterances / each {
		var body strings.Builder
		for i := range each {
			fmt.Fprintf(&body, "“It was number %d of all,” said Ada Number%d.\n\n", i, n)
		}
		articles = append(articles, &Article{ID: fmt.Sprint(n), Lang: text.English, Published: fmt.Sprint(1900 + n%100), Text: body.String()})
	}
	load(t, l, articles...)
	n, last := 0, ""
	for u, err := range l.Utterances(ctx, Utterances{}) {
		if err != nil || last != "" && u.Article.Published > last {
			t.Fatal(last, u.Article.Published, err)
		}
		n, last = n+1, u.Article.Published
	}
	if n != *utterances {
		t.Errorf("%d of %d are listed", n, *utterances)
	}
}
