package answer

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

func TestTheLastOfABatchCountsThoughItIsWhatWasStored(t *testing.T) {
	l := openLibrary(t)
	may, june := english("a", "The bridge opened in May."), english("a", "The bridge opened in June.")
	load(t, l, may)
	load(t, l, june, may)
	if got, _, err := l.Article(ctx, "a"); err != nil || got.Text != may.Text {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestACancelledAddStoresNothing(t *testing.T) {
	l := openLibrary(t)
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := l.Add(cancelled, english("a", "The bridge opened in May.")); !errors.Is(err, context.Canceled) {
		t.Errorf("added: %v", err)
	}
	if got := ids(t, l); len(got) != 0 {
		t.Errorf("stored %v", got)
	}
}

func TestAnInterruptedReindexIsDoneAgainAtTheNextOpen(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	load(t, l, english("a", "The lighthouse stands on Skerryvore."))
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if err := l.Reindex(cancelled, func(int, int) {}); !errors.Is(err, context.Canceled) {
		t.Fatalf("reindexed: %v", err)
	}
	load(t, l, english("b", "The harbour is deep."))
	if l, err = Open(tenant); err != nil {
		t.Fatal(err)
	}
	if got := first(ask(t, l, "Where does the lighthouse stand?")); got == "" {
		t.Error("the article from before is not found")
	}
	if err := l.Check(ctx); err != nil {
		t.Error(err)
	}
}

func TestADamagedArticleDoesNotLockTheOthersOut(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	load(t, l, english("a", "The lighthouse stands on Skerryvore."), english("b", "The harbour is very deep indeed."))
	flipABit(t, tenant, articleKey)
	if err := tenant.Update(func(tx *store.Tx) error { return tx.Delete([]byte(versionKey)) }); err != nil {
		t.Fatal(err)
	}
	if l, err = Open(tenant); err != nil {
		t.Fatal(err)
	}
	if got := first(ask(t, l, "How deep is the harbour?")); got != "The harbour is very deep indeed." {
		t.Errorf("got %q", got)
	}
	if err := l.Remove(ctx, "a"); err != nil {
		t.Errorf("removed: %v", err)
	}
}

func TestWordsOfRemovedArticlesAreNotOffered(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("a", "The lighthouse stands on Skerryvose."))
	for n := range 5 {
		load(t, l, english(fmt.Sprint(n), fmt.Sprintf("Ferry %d sails to the lighthouse on Skerryvore.", n)))
	}
	if err := l.Remove(ctx, "a"); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, l, "Where is Skerryvoke?").DidYouMean; got != "Where is Skerryvore?" {
		t.Errorf("did you mean %q", got)
	}
}

func TestTwoWordsAreFoundWrittenAsOneAndOneAsTwo(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("a", "Cybersecurity matters in Oslo, they say."), english("b", "Nobody plants back doors in Bergen."))
	one, two := ask(t, l, "cybersecurity in Oslo"), ask(t, l, "cyber security in Oslo")
	if first(two) == "" || first(two) != first(one) {
		t.Errorf("as two words %q, as one %q", first(two), first(one))
	}
	if math.Abs(two.Quotes[0].Score-one.Quotes[0].Score) > .1 {
		t.Errorf("as two words %v, as one %v", two.Quotes[0].Score, one.Quotes[0].Score)
	}
	if got := first(ask(t, l, "backdoors in Bergen")); !strings.Contains(got, "back doors") {
		t.Errorf("got %q", got)
	}
}

func TestEveryMisspeltNameOfSeveralIsMended(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("a", "“The harbour is deep enough,” said Anna Berg.\n\n“The harbour is far too shallow,” said Ole Olsen."))
	want := "What did Anna Berg and Ole Olsen say about the harbour?"
	if got := ask(t, l, "What did Anna Brrg and Ole Olsne say about the harbour?").DidYouMean; got != want {
		t.Errorf("did you mean %q", got)
	}
}

func TestAnUnknownLanguageIsAskedByItsWords(t *testing.T) {
	l := openLibrary(t)
	load(t, l, &Article{ID: "a", Text: "Der Leuchtturm steht auf Helgoland.", Lang: "de"})
	if got := first(ask(t, l, "Leuchtturm Helgoland")); got == "" {
		t.Error("not found")
	}
	if got := load(t, l, english("\xff", "The harbour is deep.")); got[0].Status != Refused {
		t.Errorf("an id that is no UTF-8: %+v", got)
	}
}

func TestCheckNoticesADamagedListOfTheDead(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	load(t, l, english("a", "One ferry."), english("b", "Two ferries."), english("c", "Three ferries."))
	if err := l.Remove(ctx, "b"); err != nil {
		t.Fatal(err)
	}
	flipABit(t, tenant, "x/d")
	if err := l.Check(ctx); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("checked: %v", err)
	}
}

func TestANumberThatIsAnotherArticlesIsNoticedAndMended(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	load(t, l, english("a", "One ferry sails."), english("b", "Two ferries sail."))
	err = tenant.Update(func(tx *store.Tx) error {
		number, _ := numberOf(tx, "b")
		return byID.put(tx, []pair{{hashOf("a"), number}})
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Remove(ctx, "a"); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("removed: %v", err)
	}
	if err := l.Check(ctx); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("checked: %v", err)
	}
	if err := l.Reindex(ctx, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	if err := l.Check(ctx); err != nil {
		t.Errorf("checked after it was mended: %v", err)
	}
	if got, _, err := l.Article(ctx, "a"); err != nil || got.Text != "One ferry sails." {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestWhatIsDerivedIsMadeAgain(t *testing.T) {
	for _, part := range []string{cardKey, hashKey, sketchKey, languageKey, "x/s"} {
		tenant := storetest.Open(t).Tenant("t")
		l, err := Open(tenant)
		if err != nil {
			t.Fatal(err)
		}
		load(t, l, english("a", strings.Repeat("The lighthouse stands on Skerryvore. ", 20)))
		loseAKey(t, tenant, part)
		if err := l.Check(ctx); !errors.Is(err, store.ErrCorrupt) {
			t.Errorf("%s: after the loss: %v", part, err)
		}
		if err := errors.Join(l.Reindex(ctx, func(int, int) {}), l.Check(ctx)); err != nil {
			t.Errorf("%s: made again: %v", part, err)
		}
	}
}

// A key of a record that leads nowhere is damage, and no article that there is not.
func TestAnArticleThatIsGoneIsToldAsDamage(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	load(t, l, english("a", "The lighthouse stands on Skerryvore."))
	loseAKey(t, tenant, articleKey)
	if _, err := l.Ask(ctx, Question{Text: "Where does the lighthouse stand?"}); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("asked: %v", err)
	}
}

// A flipped bit can make a change or a collection look like a card.
func TestWhatIsNoCardIsToldAsDamage(t *testing.T) {
	for _, key := range [][]byte{[]byte(cardKey + "water"), numberKey(cardKey, 1)} {
		tenant := storetest.Open(t).Tenant("t")
		l, err := Open(tenant)
		if err != nil {
			t.Fatal(err)
		}
		load(t, l, english("a", "The lighthouse stands on Skerryvore."))
		if err := tenant.Update(func(tx *store.Tx) error { return tx.Put(key, store.Seal([]byte(`{"at":"2026"}`))) }); err != nil {
			t.Fatal(err)
		}
		if _, _, err := l.List(ctx, Listing{}); err != nil && !errors.Is(err, store.ErrCorrupt) {
			t.Errorf("%q: listed: %v", key, err)
		}
		if err := l.Check(ctx); !errors.Is(err, store.ErrCorrupt) {
			t.Errorf("%q: checked: %v", key, err)
		}
	}
}
