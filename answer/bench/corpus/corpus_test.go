package corpus

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func write(t *testing.T, text string) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestQuestionsArePlainOrInAnObject(t *testing.T) {
	path := write(t, "Who won?\n\n{\"id\": \"2\", \"question\": \" Who lost? \"}\n{\"question\":\"\"}\nWhy?\nWhen?\n")
	got, err := Questions(path, 3)
	if want := []string{"Who won?", "Who lost?", "Why?"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
	if _, err := Questions(write(t, "Who?\n{oh\n"), 3); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("a broken line: %v", err)
	}
}

func TestReadingEndsAtTheFirstError(t *testing.T) {
	var ids []string
	var failed error
	for a, err := range Read(strings.NewReader(`{"id":"a","text":"A."}` + "\n" + `{"id":"b","source":[1],"text":"B."}` + "\nno\n{}\n")) {
		if err != nil {
			failed = err
			continue
		}
		ids = append(ids, a.ID)
	}
	if !slices.Equal(ids, []string{"a", "b"}) || failed == nil || !strings.Contains(failed.Error(), "article 3") {
		t.Errorf("got %v, %v", ids, failed)
	}
}

func TestParagraphsAreLinesWithWords(t *testing.T) {
	got := Article{Text: "One.\r\n\n  Two, too. \nThree."}.Paragraphs()
	if want := []string{"One.", "Two, too.", "Three."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCrossedArticlesAreNewOnesWithoutEnd(t *testing.T) {
	path := write(t, `{"id":"a","text":"one two three four five six seven"}`+"\n"+`{"id":"b","text":"eins zwei drei vier fünf sechs sieben"}`+"\n")
	ids := map[string]bool{}
	for a, err := range Crossed(path, 1) {
		if err != nil {
			t.Fatal(err)
		}
		if words := strings.Fields(a.Text); words[0] != "one" || words[len(words)-1] != "sieben" {
			t.Fatalf("%q does not begin as the first and end as the second", a.Text)
		}
		if ids[a.ID] {
			t.Fatalf("%s comes twice", a.ID)
		}
		if ids[a.ID] = true; len(ids) == 5 {
			return
		}
	}
	t.Errorf("%d articles only", len(ids))
}

func TestOneArticleCannotBeCrossed(t *testing.T) {
	for _, err := range Crossed(write(t, `{"id":"a","text":"alone"}`), 1) {
		if err == nil {
			t.Error("made of nothing")
		}
		return
	}
	t.Error("no error")
}
