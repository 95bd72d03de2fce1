package index

import (
	"fmt"
	"maps"
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

// near returns the uses of what Near visits.
func near(t *testing.T, tenant *store.Tenant, of Vocabulary, word string, reach int) map[string]Use {
	t.Helper()
	found := vocabulary{}
	view(t, tenant, func(x *Index) {
		if err := x.Near(of, word, reach, func(word []byte, use Use) { found.add(string(word), use) }); err != nil {
			t.Error(err)
		}
	})
	return found
}

func TestNearCountsTheWordsOfAllSegments(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	s := Sentence{Words: []string{"ships", "skerry", "ships", "tug"}, Names: []string{"skerry"}, Terms: []string{"ship", "skerri"}}
	const n = mergeFactor + 1 // some merged, some not
	for number := range uint64(n) {
		update(t, tenant, func(tx *store.Tx) error { return Write(tx, []Article{{Number: number + 1, Sentences: []Sentence{s}}}) })
	}
	for _, c := range []struct {
		of    Vocabulary
		word  string
		reach int
		want  map[string]Use
	}{
		{Words, "shops", 1, map[string]Use{"ships": {Count: 2 * n}}},
		{Words, "kserry", 1, map[string]Use{"skerry": {n, n}}},
		{Words, "ship", 0, map[string]Use{}},
		{Words, "but", 1, map[string]Use{"tug": {Count: n}}}, // not near, though its letters may be
		{Words, "bat", 1, map[string]Use{}},
		{Stems, "shp", 1, map[string]Use{"ship": {Count: n}}},
		{Stems, "skerri", 0, map[string]Use{"skerri": {Count: n}}},
	} {
		if got := near(t, tenant, c.of, c.word, c.reach); !maps.Equal(got, c.want) {
			t.Errorf("%d near to %s in %d: got %v, want %v", c.reach, c.word, c.of, got, c.want)
		}
	}
}

func TestNearMissesNoWord(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	var words []string
	for n := range 3 * wordsInBlock {
		words = append(words, fmt.Sprintf("%xя", n*n))
	}
	update(t, tenant, func(tx *store.Tx) error {
		return Write(tx, []Article{{Number: 1, Sentences: []Sentence{{Words: words}}}})
	})
	for _, word := range words {
		if near(t, tenant, Words, word+"q", 1)[word].Count != 1 || near(t, tenant, Words, "x"+word[1:], 1)[word].Count != 1 {
			t.Fatalf("%s was not visited", word)
		}
	}
}

func TestTheWordsOfADeletedSegmentGo(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	update(t, tenant, func(tx *store.Tx) error {
		return Write(tx, []Article{{Number: 1, Sentences: []Sentence{{Words: []string{"ship"}}}}})
	})
	update(t, tenant, func(tx *store.Tx) error { return Remove(tx, 1) })
	err := tenant.View(func(tx *store.Tx) error {
		for key := range tx.Scan([]byte("x/")) {
			t.Errorf("%q is left", key)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
