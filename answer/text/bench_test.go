package text

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// news is the text of the seed articles, again and again until it is about a megabyte.
func news(b *testing.B) string {
	b.Helper()
	files, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("no seed articles", err)
	}
	var all strings.Builder
	for all.Len() < 1<<20 {
		for _, f := range files {
			t, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			all.Write(t)
			all.WriteString("\n\n")
		}
	}
	return all.String()
}

func BenchmarkWords(b *testing.B) {
	t := news(b)
	paragraphs := Paragraphs(t)
	b.SetBytes(int64(len(t)))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range paragraphs {
			Words(t, p, English)
		}
	}
}

func BenchmarkSentences(b *testing.B) {
	t := news(b)
	paragraphs := Paragraphs(t)
	b.SetBytes(int64(len(t)))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range paragraphs {
			Sentences(t, p, English)
		}
	}
}

func BenchmarkParagraphs(b *testing.B) {
	t := news(b)
	b.SetBytes(int64(len(t)))
	b.ReportAllocs()
	for b.Loop() {
		Paragraphs(t)
	}
}

func BenchmarkDetectAmong(b *testing.B) {
	among := []Lang{English, French, Hungarian, Norwegian, Russian, Spanish, Swedish}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		DetectAmong(languageTests[i%len(among)].text, among)
	}
}

// BenchmarkAnalyse is for words that were not seen before.
func BenchmarkAnalyse(b *testing.B) {
	t := news(b)
	var surfaces []string
	for _, w := range Words(t, Span{0, 100_000}, English) {
		surfaces = append(surfaces, w.Of(t))
	}
	slices.Sort(surfaces)
	surfaces = slices.Compact(surfaces)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		analyse(surfaces[i%len(surfaces)], key{code: codeOf(English)})
	}
}
