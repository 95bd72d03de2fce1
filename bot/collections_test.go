package bot

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/answer"
)

// However many collections there are, and however long what was typed, what is said is short.
func TestWhatIsSaidOfManyCollectionsIsShort(t *testing.T) {
	b, _ := newBot(t, &answer.Article{ID: "moon.txt", Title: "The moon", Text: rocks})
	library, err := b.tenants.Library("here")
	if err != nil {
		t.Fatal(err)
	}
	const many = 60
	for i := range many {
		if err := library.Collect(t.Context(), fmt.Sprint("Collection ", i, strings.Repeat("x", 80)), "moon.txt"); err != nil {
			t.Fatal(err)
		}
	}
	r := ask(t, b, someone("ann"), "/collections")
	says(t, r, "and 35 more")
	for _, said := range []string{"/collections", "/articles show moon", "/articles show " + strings.Repeat("y", 9000), "/collections here " + strings.Repeat("y", 9000)} {
		if n := len(whole(ask(t, b, keeper("ann"), said))); n > 6000 {
			t.Errorf("to %.30s it says %d characters", said, n)
		}
	}
}

// A channel whose collection was dissolved is answered from nothing, and says so.
func TestAChannelOfADissolvedCollectionSaysSo(t *testing.T) {
	b, _ := newBot(t, &answer.Article{ID: "moon.txt", Title: "The moon", Text: rocks})
	for _, said := range []string{"/collections put moon in:Water", "/collections put moon in:Land", "/collections here Water, Land", "/collections dissolve Water"} {
		ask(t, b, keeper("ann"), said)
	}
	says(t, ask(t, b, keeper("ann"), "/collections"), "This channel is answered from Water and Land. There is no collection Water any more.")
	says(t, ask(t, b, keeper("ann"), "What is the moon made of?"), rocks)
}
