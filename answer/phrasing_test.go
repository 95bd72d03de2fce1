package answer

import (
	"testing"

	"verbatim/answer/text"
)

func wordsOf(s string) []text.Word { return text.Words(s, text.Span{End: len(s)}, text.English) }

func TestRuns(t *testing.T) {
	asked := newPhrasing("When did the old mill burn down?", text.English, nil)
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
		got := asked.runsIn(wordsOf(c.sentence))
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
	asked := newPhrasing(q, text.English, []term{meant})
	if got := asked.runsIn(wordsOf("The old mill stands.")); got.run != 3 {
		t.Errorf("a run of %d, want 3", got.run)
	}
}

func TestAPhraseStandsSideBySide(t *testing.T) {
	for sentence, want := range map[string]bool{
		"They press the reset button.":        true,
		"THEY PRESS THE RESET BUTTON":         true,
		"They press the re-set button.":       false,
		"They press a reset, the button.":     false,
		"Press the reset":                     false,
		"A well-known press the reset button": true,
	} {
		l := &line{words: wordsOf(sentence)}
		if got := l.has(wordsOf("press the reset button")); got != want {
			t.Errorf("%q has the phrase: %v", sentence, got)
		}
	}
}
