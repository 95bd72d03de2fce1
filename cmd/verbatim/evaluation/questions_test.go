package evaluation

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestReadExpected(t *testing.T) {
	all := Expected{ID: "1", Line: 1, Question: "Who?", Gold: []string{"a", "b"}, Answers: []string{"x y"}, Speaker: "Hu"}
	second := all
	second.Line = 2
	for _, c := range []struct {
		name, in string
		want     []Expected
	}{
		{"JSON", `{"id":"1","question":"Who?","gold":["a","b"],"answers":["x y"],"speaker":"Hu","kind":"who"}`, []Expected{all}},
		{"one as a string, the id as a number", "\uFEFF" + `{"id":1,"Question":"Who?","articles":["a","b"],"answer":"x y","speaker":"Hu"}`, []Expected{all}},
		{"nothing expected, and lines between", "\r\n{\"question\":\"Who?\",\"gold\":[],\"answers\":null}\r\n\r\n", []Expected{{Line: 2, Question: "Who?"}}},
		{"commas", "id,question,article,answer,speaker,note\n1,Who?,a|b,x y,Hu,!\n", []Expected{second}},
		{"semicolons, and a BOM", "\uFEFFID;Question;Article;Article;Answers;Speaker\r\n1;Who?;a;b;x y;Hu\r\n", []Expected{second}},
		{"tabs, in any order", "speaker\tanswer\tgold\tquestion\tid\nHu\tx y\ta | b\tWho?\t1\n", []Expected{second}},
		{"cells in quotation marks over lines, blank rows, short rows",
			"question,answer\n\"a, \"\"b\"\"\nc\",d\n,\nWho?\n",
			[]Expected{{Line: 2, Question: "a, \"b\"\nc", Answers: []string{"d"}}, {Line: 5, Question: "Who?"}}},
		{"the sign between answers is no sign in a question", "question,answer\na|b,c|d\n",
			[]Expected{{Line: 2, Question: "a|b", Answers: []string{"c", "d"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "questions")
			writeFile(t, path, c.in)
			got, err := ReadExpected(path)
			if err != nil || !reflect.DeepEqual(got, c.want) {
				t.Errorf("read %+v, %v", got, err)
			}
		})
	}
}

func TestUnreadableQuestionsAreRefusedByLine(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"no table", "no JSON\n", ":1: the file is neither JSON lines nor a table"},
		{"nothing expected in any column", "question,remark\nWho?,x\n", ":1: the file is neither"},
		{"empty", "\n\n", ": there is no question in it"},
		{"only a heading", "question,answer\n", ": there is no question in it"},
		{"not UTF-8", "question,answer\n\xe9?,x\n", ": is not UTF-8 text"},
		{"broken JSON", "{\"question\":\"a\"}\n{\"question\":\n", ":2: the line is not {"},
		{"no question", "{\"question\":\"a\"}\n\n{\"answers\":[\"a\"]}\n", ":3: there is no question"},
		{"an object among answers", `{"question":"a","answers":[{"text":"b"}]}`, `:1: "answers" must be a string`},
		{"two speakers", `{"question":"a","speaker":["b","c"]}`, `:1: "speaker" must be one`},
		{"no question in a row", "question,answer\na,b\n,c\n", ":3: there is no question"},
		{"a mark out of place", "question,answer\na,b\na \"b\" c,d\n", ":3: a quotation mark is out of place"},
		{"a comma too many", "question,answer\na, and b,c\n", ":2: the row has 3 cells, and the first line names 2 columns"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "questions")
			writeFile(t, path, c.in)
			if _, err := ReadExpected(path); err == nil || !strings.HasPrefix(err.Error(), path+c.want) {
				t.Errorf("it says %v, want %s", err, c.want)
			}
		})
	}
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
