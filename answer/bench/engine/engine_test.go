package engine

import (
	"context"
	"strings"
	"testing"

	"verbatim/answer/bench/corpus"
)

const articles = `{"id":"a","title":"Harbour","text":"The old harbour has been closed since May.\n\nThe mayor inspected its cranes."}
{"id":"b","title":"Bridge","text":"Engineers say that the bridge is rusting."}
`

func TestWhatIsLoadedOrAddedIsFoundAlsoByTheNextProcess(t *testing.T) {
	for _, name := range Names {
		t.Run(name, func(t *testing.T) {
			dir, ctx := t.TempDir(), context.Background()
			e := open(t, name, dir)
			if err := e.Load(ctx, strings.NewReader(articles)); err != nil {
				t.Fatal(err)
			}
			if err := e.Add(ctx, corpus.Article{ID: "c", Text: "A lighthouse keeper found the letters."}); err != nil {
				t.Fatal(err)
			}
			for range 2 {
				expect(t, e, "Who has inspected the cranes?", true)
				expect(t, e, "Why are engineers worried about rust on the bridges?", true)
				expect(t, e, "What did the lighthouse keeper find?", true)
				expect(t, e, "zeppelin", false)
				if err := e.Close(); err != nil {
					t.Fatal(err)
				}
				e = open(t, name, dir)
			}
			if err := e.Close(); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestQuestionsMayHoldWhatQueryLanguagesRead(t *testing.T) {
	for _, name := range Names {
		t.Run(name, func(t *testing.T) {
			e := open(t, name, t.TempDir())
			defer e.Close()
			if err := e.Load(context.Background(), strings.NewReader(articles)); err != nil {
				t.Fatal(err)
			}
			for _, q := range []string{`Is the "harbour closed?`, "bridge* NOT (", "text:harbour AND -bridge^2~", "NEAR(harbour bridge)", "?", "the of"} {
				if _, err := e.Ask(context.Background(), q); err != nil {
					t.Errorf("%q: %v", q, err)
				}
			}
		})
	}
}

func TestABrokenFileIsAnError(t *testing.T) {
	for _, name := range Names {
		t.Run(name, func(t *testing.T) {
			e := open(t, name, t.TempDir())
			defer e.Close()
			if err := e.Load(context.Background(), strings.NewReader(articles+"{broken\n")); err == nil {
				t.Error("no error")
			}
		})
	}
}

func TestAnEngineThatThereIsNot(t *testing.T) {
	if _, err := Open("grep", t.TempDir()); err == nil || !strings.Contains(err.Error(), "bleve") {
		t.Errorf("got %v, want an error that names those there are", err)
	}
}

func open(t *testing.T, name, dir string) Engine {
	t.Helper()
	e, err := Open(name, dir)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func expect(t *testing.T, e Engine, question string, found bool) {
	t.Helper()
	if bytes, err := e.Ask(context.Background(), question); err != nil || (bytes > 0) != found {
		t.Errorf("%q: %d bytes, %v; want some: %v", question, bytes, err, found)
	}
}
