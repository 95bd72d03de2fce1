package evaluation

import (
	"bytes"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"verbatim/cmd/verbatim/jsonl"
)

func TestKindOfChange(t *testing.T) {
	some, others := quotesOf("a", "The sun."), quotesOf("b", "The sun.")
	for _, c := range []struct {
		was  outcome
		had  []jsonl.Quote
		is   outcome
		has  []jsonl.Quote
		want kind
	}{
		{right, some, right, some, asBefore},
		{right, some, right, others, otherQuote},
		{right, some, right, []jsonl.Quote{{Article: "a", Text: "The sun.", Speaker: "Hu"}}, otherQuote},
		{right, some, right, []jsonl.Quote{{Article: "a", Text: "The sun.", Speaker: "Mr Read", Start: 10, End: 18, Score: .5}}, asBefore},
		{right, some, notFirst, others, worse},
		{right, some, noAnswer, nil, worse},
		{right, nil, answered, some, worse},
		{answered, some, right, nil, better},
		{noAnswer, nil, otherWords, some, better},
		{otherSpeaker, some, right, others, better},
		{wrong, some, noAnswer, nil, newlySilent},
		{noAnswer, nil, wrong, some, newlyAnswering},
		{notJudged, some, notJudged, nil, newlySilent},
		{noAnswer, nil, noAnswer, nil, asBefore},
	} {
		if got := kindOf(&result{Outcome: c.was, Quotes: c.had}, &result{Outcome: c.is, Quotes: c.has}); got != c.want {
			t.Errorf("from %s to %s: %q, want %q", c.was, c.is, got, c.want)
		}
	}
}

func TestCompareArticles(t *testing.T) {
	got := compareArticles([]articleSum{{"a", "1"}, {"b", "2"}, {"c", "3"}}, []articleSum{{"d", "1"}, {"c", "3"}, {"b", "4"}})
	want := articleChange{Before: 3, After: 3, Added: []string{"d"}, Removed: []string{"a"}, Changed: []string{"b"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestSettingsThatDiffer(t *testing.T) {
	before := settings{Version: "v1", Library: "local", Quotes: 3, At: time.Now()}
	after := settings{Loaded: "a.jsonl", Quotes: 3}
	want := []string{"version: v1 -> unknown", "articles of: the library local -> a.jsonl"}
	if got := settingsChanged(before, after); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A question is known again by its id, or by its words where it has none, also if it is asked twice.
func TestQuestionsAreKnownAgain(t *testing.T) {
	before := &Run{results: []result{{ID: "1", Question: "Who?"}, {Question: "What?"}, {Question: "What?"}, {Question: "Gone?"}}}
	after := &Run{results: []result{{Question: "New?"}, {Question: "What?"}, {ID: "1", Question: "Who then?"}, {Question: "What?"}}}
	after.questions = make([]judged, len(after.results))
	for i := range after.results {
		judge(&after.questions[i], &after.results[i])
	}
	c := compare(before, after)
	if c.Questions != 3 || c.New != 1 || c.Gone != 1 || len(c.Changes) != 0 {
		t.Errorf("%+v", c)
	}
}

func TestARunIsReadAsItWasWritten(t *testing.T) {
	run := &Run{
		settings: settings{Format: runFormat, Version: "v1", At: time.Now().UTC().Truncate(time.Second), Library: "local", Quotes: 3, Articles: 1, Questions: 2},
		articles: []articleSum{{"a", "1"}},
		results: []result{
			{ID: "1", Line: 2, Question: "Who?", Outcome: right, Verdict: verdict{silent: false}, Quotes: quotesOf("a", "\u202eThe sun."), Took: 12},
			{Line: 3, Question: "What?", Outcome: noAnswer, Verdict: verdict{silent: true}, Quotes: []jsonl.Quote{}},
		},
	}
	var file bytes.Buffer
	if err := run.Write(&file); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "run.jsonl")
	writeFile(t, path, file.String())
	if got, err := ReadRun(path); err != nil || !reflect.DeepEqual(got, run) {
		t.Errorf("read %+v, %v", got, err)
	}
	writeFile(t, path, file.String()[:bytes.LastIndexByte(file.Bytes()[:file.Len()-1], '\n')+1])
	if got, err := ReadRun(path); err == nil {
		t.Errorf("without its last line it is read as %+v", got)
	}
}
