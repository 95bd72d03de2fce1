package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// The questions that the ranking is held to are in the form that eval reads, and right.
func TestEvalReadsTheQuestionsOfTheSeeds(t *testing.T) {
	printed := verbatim(t, "", "eval", "--json", "--db", filepath.Join(t.TempDir(), "a.db"),
		"--questions", filepath.Join("..", "..", "answer", "testdata", "ranking", "questions.jsonl"))
	got := decode[struct {
		Questions, Articles int
		Mistakes            []any
		Speaker             float64
	}](t, printed)[0]
	if got.Questions < 50 || got.Articles != 5 || len(got.Mistakes) > 0 || got.Speaker < 75 {
		t.Errorf("%+v", got)
	}
}

func TestEvalAtATerminal(t *testing.T) {
	home := t.TempDir()
	questions := filepath.Join(home, "questions.csv")
	writeFile(t, questions, "question,answer\nWho founded Huawei?,founder\nWho is Ken Hu?,chairman\nWhere is Paris?,\n")
	p := sitDown(t, program(t, home, "eval", "--questions", questions), narrow)
	p.sees("Asking")
	if shown := p.leaves(done); !strings.Contains(shown, "Right words, first quote") {
		t.Errorf("it shows %q", shown)
	}
}
