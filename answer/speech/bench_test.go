package speech

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/answer/text"
)

// BenchmarkFind measures bytes a second: on news with and without quotations, and on a megabyte of what could cost
// more than its length.
func BenchmarkFind(b *testing.B) {
	const size = 1 << 20
	news := newsOf(b)
	for _, c := range []struct{ name, article string }{
		{"news", news},
		{"silent", strings.NewReplacer("“", "", "”", "", `"`, "", "‘", "", "’", "", "'", "").Replace(news)},
		{"marks", fill(`"`, size)},
		{"pairs", fill(`“a” `, size)},
		{"said", fill(`“Yes,” he said, it said, `, size)},
		{"capitals", fill("Anna ", size) + "“She is a friend of all of them.”"},
		{"names", names(size) + "“She is a friend of all of them.”"},
		{"fillers", fill("“Yes” has had ", size)},
		{"brackets", fill("Anna (“Yes” ", size)},
		{"turns", fill("“Yes.”\n\n“No,” said Anna.\n\n", size)},
		{"openings", fill("“open ‘open «", size)},
		{"dashes", fill("– Ja, sier han – ", size)},
		{"reports", fill("When Anna and those that said that said, ", size)},
		{"told", fill("who told it was said that ", size)},
	} {
		paragraphs := text.Paragraphs(c.article)
		lang := text.English
		if c.name == "dashes" {
			lang = text.Norwegian
		}
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.article)))
			b.ReportAllocs()
			for b.Loop() {
				Find(c.article, lang, paragraphs)
			}
		})
	}
}

func fill(s string, size int) string { return strings.Repeat(s, size/len(s)) }

// names returns full names that all differ and share their last word.
func names(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString("It was " + string(rune('A'+i%26)) + strings.Repeat("a", i/26%26) + strings.Repeat("b", i/676%50) + " Smith and Smith. ")
	}
	return b.String()
}

// newsOf returns the seed articles.
func newsOf(tb testing.TB) string {
	files, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatal("no seed articles", err)
	}
	var b strings.Builder
	for _, f := range files {
		t, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		b.Write(t)
		b.WriteString("\n\n")
	}
	return b.String()
}
