package answer

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"verbatim/answer/index"
	"verbatim/answer/text"
	"verbatim/store"
)

// crowd is a library in which each of 100 words stands in as many articles as its number.
func crowd(t *testing.T) *Library {
	var all []*Article
	for n := range 100 {
		var words []string
		for w := n; w < 100; w++ {
			words = append(words, fmt.Sprintf("q%dz", w))
		}
		all = append(all, english(fmt.Sprint("a", n), "There "+strings.Join(words, " ")+"."))
	}
	l := openLibrary(t)
	load(t, l, all...)
	return l
}

func TestOfALongQuestionTheRarestWordsAreLookedFor(t *testing.T) {
	l := crowd(t)
	var asked []string
	for w := 99; w >= 0; w-- {
		asked = append(asked, fmt.Sprintf("q%dz", w))
	}
	err := l.tenant.View(func(tx *store.Tx) error {
		x, err := index.Open(tx, nil)
		if err != nil {
			return err
		}
		defer x.Close()
		queries, err := newQueries(x, strings.Join(asked, " ")+" unheard", []text.Lang{text.English}, nil)
		if err != nil {
			return err
		}
		terms := queries[0].terms
		if len(terms) != maxTerms || terms[0].Form != fmt.Sprintf("q%dz", maxTerms-1) || terms[maxTerms-1].Form != "q0z" {
			t.Errorf("%d words are looked for, from %s to %s", len(terms), terms[0].Form, terms[len(terms)-1].Form)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAnAnswerSaysThatThereWasNoTimeForAll(t *testing.T) {
	l := crowd(t)
	for _, c := range []struct {
		within  time.Duration
		partial bool
	}{{0, false}, {time.Hour, false}, {1, true}} {
		a, err := l.Ask(ctx, Question{Text: "Where is q50z?", Within: c.within})
		if err != nil {
			t.Fatal(err)
		}
		if a.Partial != c.partial {
			t.Errorf("within %v it is partial: %t", c.within, a.Partial)
		}
	}
}
