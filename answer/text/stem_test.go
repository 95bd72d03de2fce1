package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/kljensen/snowball/english"
)

// sameStem checks that a word has the stem that the library gives it.
func sameStem(t *testing.T, w string) {
	t.Helper()
	if got, want := stemEnglish(w), english.Stem(w, true); got != want {
		t.Errorf("%q has the stem %q, want %q", w, got, want)
	}
}

func TestEnglishStemsAreTheLibrarys(t *testing.T) {
	files, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no seed articles", err)
	}
	for _, f := range files {
		article, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range Words(string(article), Span{0, len(article)}, English) {
			for _, ending := range []string{"", "s", "ed", "ly", "ness", "ation", "y"} {
				sameStem(t, w.Form+ending)
			}
		}
	}
	for w := range stemExceptions {
		sameStem(t, w)
	}
}

func FuzzStemEnglish(f *testing.F) {
	for _, w := range []string{"", "ties", "generously", "communities", "hopping", "hoping", "yyeed", "psychologi", "naïveté", "controlling", "sayings"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		if w = strings.ToLower(w); isLetters(w) || strings.ToValidUTF8(w, "") == w && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) < 0 {
			sameStem(t, w)
		}
	})
}
