package load

import (
	"strings"
	"testing"
)

// benchText is an article of about the length of a news article.
var benchText = "Skip to main content\n\nCrane lost in harbour\n\nBy Jane Doe\n\n" + strings.Repeat(body+"\n\n“I counted them twice,” said Ann Lee, who has run the harbour for nine years.\n\n", 20) + "Read more: Crane found\n"

func BenchmarkLines(b *testing.B) {
	line := `{"id": "a", "title": "Lost crane", "lang": "en", "text": ` + quoteJSON(benchText) + "}\n"
	input := strings.Repeat(line, 500)
	b.SetBytes(int64(len(input)))
	b.ReportAllocs()
	for b.Loop() {
		for it := range Upload(b.Context(), "a.jsonl", strings.NewReader(input), Options{}) {
			if it.Err != nil {
				b.Fatal(it.Err)
			}
		}
	}
}

func BenchmarkReadLines(b *testing.B) {
	line := `{"id": "a", "title": "Lost crane", "lang": "en", "text": "` + strings.Repeat("x", 9000) + "\"}\n"
	input := strings.Repeat(line, 500)
	b.SetBytes(int64(len(input)))
	for b.Loop() {
		for it := range Upload(b.Context(), "a.jsonl", strings.NewReader(input), Options{}) {
			if it.Err != nil {
				b.Fatal(it.Err)
			}
		}
	}
}

func BenchmarkFurniture(b *testing.B) {
	b.SetBytes(int64(len(benchText)))
	b.ReportAllocs()
	for b.Loop() {
		l := layOut(benchText)
		l.markPhrases()
		l.markPlaces(1)
		l.keepSome(1)
		if len(l.spans()) == 0 {
			b.Fatal("nothing marked")
		}
	}
}

func BenchmarkPage(b *testing.B) {
	page := readFile(b, "testdata/harbour.html")
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := readHTML([]byte(page), source{id: "a.html"}); err != nil {
			b.Fatal(err)
		}
	}
}
