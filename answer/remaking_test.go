package answer

import (
	"context"
	"errors"
	"testing"
)

// While the index is made again, and once that was broken off, no article seems not to be there:
// what was quoted would be recalled, and what is loaded again be there twice.
func TestAnIndexThatIsNotWholeAnswersNothing(t *testing.T) {
	l, _ := fullLibrary(t)
	a, layout, err := l.Article(ctx, "a3")
	if err != nil {
		t.Fatal(err)
	}
	words := layout.Sentences[0]
	refuses := func(when string) {
		t.Helper()
		_, asked := l.Ask(ctx, Question{Text: "Where does lighthouse number 4 stand?"})
		_, stood := l.Stands(ctx, a.ID, words, words.Of(a.Text))
		_, _, shown := l.Article(ctx, a.ID)
		_, found := l.Find(ctx, a.ID)
		for what, err := range map[string]error{"asked": asked, "stands": stood, "shown": shown, "found": found} {
			if !errors.Is(err, ErrRemaking) {
				t.Errorf("%s, %s: %v", when, what, err)
			}
		}
	}
	broken, stop := context.WithCancel(ctx)
	if err := l.Reindex(broken, func(int, int) { refuses("meanwhile"); stop() }); !errors.Is(err, context.Canceled) {
		t.Fatalf("reindexed: %v", err)
	}
	refuses("broken off")
	if _, err := l.Add(ctx, a); !errors.Is(err, ErrRemaking) {
		t.Errorf("added: %v", err)
	}
	if err := l.Reindex(ctx, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	if stands, err := l.Stands(ctx, a.ID, words, words.Of(a.Text)); !stands || err != nil {
		t.Errorf("then it stands: %t, %v", stands, err)
	}
	if err := l.Check(ctx); err != nil {
		t.Error(err)
	}
}

// asked is a context that ends once it has been asked so often whether it has.
type asked struct {
	context.Context
	left int
}

func (a *asked) Err() error {
	if a.left--; a.left < 0 {
		return context.Canceled
	}
	return nil
}

// As long as nothing of the index is deleted it answers, also where deleting it failed.
func TestAnIndexThatIsStillWholeAnswers(t *testing.T) {
	l, tenant := fullLibrary(t)
	failed := 0
	for n := 0; ; n++ {
		err := l.Reindex(&asked{ctx, n}, func(int, int) {})
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		failed++
		whole, err := IsCurrent(tenant)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := l.Ask(ctx, Question{Text: "Where does lighthouse number 4 stand?"}); whole != (err == nil) {
			t.Errorf("ended after %d steps, the index is whole: %t, and asked: %v", n, whole, err)
		}
	}
	if failed < 10 {
		t.Errorf("it failed %d times", failed)
	}
}
