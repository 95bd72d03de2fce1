package answer

import (
	"testing"

	"verbatim/answer/index"
	"verbatim/answer/text"
	"verbatim/store"
)

func wordsOf(s string) []text.Word { return text.Words(s, text.Span{End: len(s)}, text.English) }

// placedIn returns the words of a sentence with where they stand in a question.
func placedIn(asked phrasing, sentence string) (all []*sense) {
	for _, w := range wordsOf(sentence) {
		all = append(all, &sense{places: asked.placesOf(w.Form, index.HashStart(w.Form)), joined: w.Joined})
	}
	return all
}

func TestRuns(t *testing.T) {
	asked := phrased("When did the old mill burn down?")
	for _, c := range []struct {
		sentence            string
		pairs, triples, run int
	}{
		{"Nothing of it here.", 0, 0, 0},
		{"The mill was old.", 0, 0, 1},
		{"The old mill stands.", 2, 1, 3},
		{"It did burn down; the old mill did.", 3, 1, 3},
		{"The old, old mill", 2, 0, 2},
	} {
		got := sharedRuns(placedIn(asked, c.sentence))
		if p, tr := got.pairs.size(), got.triples.size(); p != c.pairs || tr != c.triples || got.run != c.run {
			t.Errorf("%s: %d pairs, %d triples, run of %d; want %d, %d, %d", c.sentence, p, tr, got.run, c.pairs, c.triples, c.run)
		}
	}
}

func TestAWordThatWasMistypedMakesPairsAsItWasMeant(t *testing.T) {
	const q = "the old mlil"
	meant := term{}
	meant.Word.Word = wordsOf(q)[2]
	meant.Form = "mill"
	asked := phrased(q, meant)
	if got := sharedRuns(placedIn(asked, "The old mill stands.")); got.run != 3 {
		t.Errorf("a run of %d, want 3", got.run)
	}
}

func TestAPhraseStandsSideBySide(t *testing.T) {
	l := openLibrary(t)
	for sentence, want := range map[string]bool{
		"They press the reset button.":        true,
		"THEY PRESS THE RESET BUTTON":         true,
		"They press the re-set button.":       false,
		"They press a reset, the button.":     false,
		"Press the reset":                     false,
		"A well-known press the reset button": true,
	} {
		load(t, l, english(sentence, sentence))
		look(t, l, "press the reset button", func(p *picker) {
			number, _ := numberOf(p.tx, sentence)
			if got := p.has(opened(t, p, number), 0, wordsOf("press the reset button")); got != want {
				t.Errorf("%q has the phrase: %v", sentence, got)
			}
		})
	}
}

// look lets a test work with a picker for a question.
func look(t *testing.T, l *Library, q string, with func(*picker)) {
	t.Helper()
	err := l.tenant.View(func(tx *store.Tx) error {
		x, err := index.Open(tx, nil)
		if err != nil {
			return err
		}
		queries, err := newQueries(x, q, languages(tx), nil)
		if err != nil {
			return err
		}
		p := newPicker(tx, x, queries[0])
		defer p.release()
		with(p)
		return p.err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// opened returns an article as a picker sees it.
func opened(t *testing.T, p *picker, number uint64) *source {
	t.Helper()
	doc, ok, err := p.x.Find(number)
	if !ok || err != nil {
		t.Fatalf("article %d is not in the index", number)
	}
	s, err := p.source(doc)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func phrased(q string, terms ...term) (w phrasing) {
	w.read(text.Words(q, text.Span{End: len(q)}, text.English), terms)
	return w
}
