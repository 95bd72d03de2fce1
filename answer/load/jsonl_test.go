package load

import (
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/answer/text"
)

func TestLines(t *testing.T) {
	articles, errs, _ := all(Each(t.Context(), []string{"testdata/harbour.jsonl"}, Options{}))
	if len(errs) > 0 || len(articles) != 2 {
		t.Fatalf("%d articles, %q", len(articles), errs)
	}
	want := []answer.Article{
		{ID: "crane-1", Title: "Lost crane", Author: "Jane Doe", Source: "The Coast", Published: "2019-03-03", URL: "https://coast.example/crane", Lang: text.English, Text: "The crane is 40 metres high."},
		{ID: "harbour.jsonl:3", Author: "Jane Doe, Joe van Bloggs", Published: "2019-03", Lang: text.English, Text: "Nobody knows where it went."},
	}
	for i, a := range articles {
		if !equalFields(*a, want[i]) {
			t.Errorf("line %d: %+v", i, a)
		}
	}
}

func TestLineFields(t *testing.T) {
	for _, test := range []struct {
		line string
		want answer.Article
	}{
		{`{"text": "Bees hum.", "id": 12345678901234567890}`, answer.Article{ID: "12345678901234567890"}},
		{`{"text": "Bees hum.", "id": " a  b "}`, answer.Article{ID: " a  b "}},
		{`{"text": "Bees hum.", "id": " ", "title": null, "author": {"name": "x"}, "date": true}`, answer.Article{ID: "a.jsonl:1"}},
		{`{"text": "Bees hum.", "title": " On\n bees "}`, answer.Article{ID: "a.jsonl:1", Title: "On bees"}},
		{`{"text": "Bees hum.", "published": 2019}`, answer.Article{ID: "a.jsonl:1", Published: "2019"}},
		{`{"text": "Bees hum.", "published": "", "date": "2019-03-01 00:00:00"}`, answer.Article{ID: "a.jsonl:1", Published: "2019-03-01"}},
		{`{"text": "Bees hum.", "date": "last week"}`, answer.Article{ID: "a.jsonl:1"}},
	} {
		a := one(t, "a.jsonl", test.line)
		test.want.Text, test.want.Lang = a.Text, a.Lang
		if !equalFields(*a, test.want) {
			t.Errorf("%s: %+v", test.line, a)
		}
	}
	if a := one(t, "a.jsonl", `{"text": "The bees hum and the ants walk.", "lang": "de"}`); a.Lang != "" {
		t.Errorf("a language without stems became %q", a.Lang)
	}
}

func TestLineTextIsKept(t *testing.T) {
	a := one(t, "a.jsonl", `{"text": "\r\n Bees\u00a0hum.\t\n\n\ud83d\udc1d \u202e"}`)
	if want := "\r\n Bees\u00a0hum.\t\n\n🐝 \u202e"; a.Text != want {
		t.Errorf("text %q", a.Text)
	}
}

func TestBadLinesAreRefusedOneByOne(t *testing.T) {
	input := strings.Join([]string{
		"\ufeff" + `{"id": "first", "text": "Bees hum."}`,
		`{"text": "Bees`,
		`["text"]`,
		`{"title": "Bees"}`,
		`{"text": 7}`,
		`{"text": "  "}`,
		"{\"text\": \"caf\xe9\"}",
		"\r",
		strings.Repeat("x", 500),
		`{"text": "` + strings.Repeat("x", 250) + `"}`,
		`{"text": "Bees hum.", "id": "` + strings.Repeat("é", 75) + `"} `,
		`{"id": "last", "text": "Ants walk."}`,
	}, "\n")
	articles, errs, _ := all(Upload(t.Context(), "a.jsonl", strings.NewReader(input), Options{MaxArticle: 200}))
	if got := ids(articles); got != "first "+strings.Repeat("é", 75)+" last" {
		t.Errorf("articles %s", got)
	}
	want := []string{
		"a.jsonl:2: is not JSON (", "a.jsonl:3: is a JSON array", `a.jsonl:4: has no "text"`, `a.jsonl:5: its "text" is a number`,
		"a.jsonl:6: its text holds nothing but white space", "a.jsonl:7: is not UTF-8 text (byte 13 of the line)", "a.jsonl:9: is larger than 200 B", "a.jsonl:10: is larger than 200 B",
	}
	for i := range max(len(errs), len(want)) {
		if i >= len(errs) || i >= len(want) || !strings.HasPrefix(errs[i], want[i]) {
			t.Fatalf("errors %q", errs)
		}
	}
}

func TestIDHasALimit(t *testing.T) {
	_, errs, _ := all(Upload(t.Context(), "a.jsonl", strings.NewReader(`{"text": "Bees hum.", "id": "`+strings.Repeat("x", 1025)+`"}`), Options{}))
	if len(errs) != 1 || !strings.Contains(errs[0], "its id has 1025 bytes") {
		t.Errorf("errors %q", errs)
	}
}

func TestLinesLongerThanTheBuffer(t *testing.T) {
	long := strings.Repeat("Bees hum. ", 50_000)
	input := `{"id": "a", "text": "` + long + `"}` + "\n" + `{"id": "b", "text": "` + long + `"}`
	articles, errs, _ := all(Upload(t.Context(), "a.jsonl", strings.NewReader(input), Options{}))
	if ids(articles) != "a b" || len(errs) > 0 || articles[1].Text != long {
		t.Errorf("articles %s, errors %q", ids(articles), errs)
	}
}

func TestLinesThatAreNone(t *testing.T) {
	good, bad := `{"text": "Ants walk."}`+"\n", "{}\n"
	most := strings.Repeat(bad, maxBadLines)
	articles, errs, _ := all(Upload(t.Context(), "a.jsonl", strings.NewReader(most+good+most+bad+good), Options{}))
	if len(articles) != 0 || len(errs) != maxBadLines+1 || !strings.Contains(errs[maxBadLines], "a.jsonl: is not read further: 100 lines in a row") {
		t.Errorf("%d articles, %d errors", len(articles), len(errs))
	}
	for _, none := range []string{"", "\n \n", "\ufeff"} {
		if _, errs, _ := all(Upload(t.Context(), "a.jsonl", strings.NewReader(none), Options{})); len(errs) != 1 || !strings.HasPrefix(errs[0], "a.jsonl: is empty") {
			t.Errorf("%q: %q", none, errs)
		}
	}
	few := most[len(bad):]
	articles, errs, _ = all(Upload(t.Context(), "a.jsonl", strings.NewReader(few+good+few+good), Options{}))
	if len(articles) != 2 || len(errs) != 2*maxBadLines-2 {
		t.Errorf("%d articles, %d errors", len(articles), len(errs))
	}
}
