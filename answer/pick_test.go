package answer

import (
	"testing"

	"verbatim/answer/index"
	"verbatim/answer/text"
	"verbatim/seeds"
	"verbatim/store"
)

// pickAgain lets a test pick passages of the seed articles for a question again and again.
func pickAgain(t testing.TB, q string, with func(pick func() (passages int))) {
	t.Helper()
	l := openLibrary(t)
	names, err := seeds.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		body, err := seeds.Files.ReadFile(name.Name())
		if err != nil {
			t.Fatal(err)
		}
		load(t, l, &Article{ID: name.Name(), Text: string(body), Lang: text.English})
	}
	err = l.tenant.View(func(tx *store.Tx) error {
		x, err := index.Open(tx, nil)
		if err != nil {
			return err
		}
		defer x.Close()
		queries, err := newQueries(x, q, languages(tx), nil)
		if err != nil {
			return err
		}
		found, _, err := queries[0].candidates(x, nil)
		if err != nil {
			return err
		}
		with(func() int {
			p := newPicker(tx, x, queries[0])
			defer p.release()
			if err := p.considerAll(found); err != nil {
				t.Fatal(err)
			}
			p.sorted()
			return len(p.all)
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func BenchmarkPick(b *testing.B) {
	pickAgain(b, "Who said in 2012 that the company would never cooperate with spying?", func(pick func() int) {
		passages := 0
		for b.Loop() {
			passages = pick()
		}
		b.ReportMetric(float64(passages), "passages/op")
		b.ReportAllocs()
	})
}
