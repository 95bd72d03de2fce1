package text

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/kljensen/snowball/english"
)

func TestTheStemmerLeavesWhatHasNoEnding(t *testing.T) {
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
			if stem := english.Stem(w.Form, true); stem != w.Form && !mayEnd(w.Form) {
				t.Errorf("%s has the stem %s", w.Form, stem)
			}
		}
	}
}
