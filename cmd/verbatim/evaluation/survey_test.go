package evaluation

import (
	"slices"
	"testing"

	"verbatim/answer"
	"verbatim/store/storetest"
)

// unseen is a progress that nobody looks at.
func unseen(string) (func(done, total int), func()) { return func(int, int) {}, func() {} }

// What the articles do not have is a mistake in a question, and the rest of it counts.
func TestMistakesInQuestions(t *testing.T) {
	library, err := answer.Open(storetest.Open(t).Tenant("t"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = library.Add(t.Context(),
		&answer.Article{ID: "sun.txt", Title: "On the sun", Lang: "en", Text: "“The Sun is warm,” said Mary Miller. It was cold in 1658."},
		&answer.Article{ID: "moon.txt", Title: "On the moon", Lang: "en", Author: "Ann Bell", Text: "The moon is far away."})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		in    Expected
		left  Expected
		void  bool
		wrong []string
	}{
		{"nothing expected", Expected{}, Expected{}, false, nil},
		{"all is there", Expected{Gold: []string{"sun.txt"}, Answers: []string{"a sun, is"}, Speaker: "Dr Miller"},
			Expected{Gold: []string{"sun.txt"}, Answers: []string{"a sun, is"}, Speaker: "Dr Miller"}, false, nil},
		{"by title", Expected{Gold: []string{"On the moon"}}, Expected{Gold: []string{"moon.txt"}}, false, nil},
		{"one form of several is there", Expected{Answers: []string{"anno 1658", "1658"}}, Expected{Answers: []string{"anno 1658", "1658"}}, false, nil},
		{"the end of a text", Expected{Answers: []string{"in 1658."}}, Expected{Answers: []string{"in 1658."}}, false, nil},
		{"part of a word", Expected{Answers: []string{"war"}}, Expected{}, true, []string{`no article has the words "war"`}},
		{"no words at all", Expected{Answers: []string{"?"}}, Expected{}, true, []string{`no article has the words "?"`}},
		{"words of another article", Expected{Gold: []string{"moon.txt"}, Answers: []string{"1658", "1659"}},
			Expected{Gold: []string{"moon.txt"}}, false, []string{`only other articles have the words "1658" or "1659"`}},
		{"no such article", Expected{Gold: []string{"mars.txt"}, Answers: []string{"1658"}},
			Expected{Answers: []string{"1658"}}, false, []string{`no article has the id or title "mars.txt"`}},
		{"one of two articles", Expected{Gold: []string{"mars.txt", "sun.txt"}},
			Expected{Gold: []string{"sun.txt"}}, false, []string{`no article has the id or title "mars.txt"`}},
		{"a name nobody has", Expected{Answers: []string{"1658"}, Speaker: "Mary Muller"},
			Expected{Answers: []string{"1658"}}, false, []string{`no article has the name "Mary Muller"`}},
		{"who wrote it", Expected{Speaker: "Bell"}, Expected{Speaker: "Bell"}, false, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := Inquiry{Library: library, Progress: unseen}.survey(t.Context(), []Expected{c.in})
			if err != nil {
				t.Fatal(err)
			}
			all, mistakes := s.judged()
			var wrong []string
			for _, m := range mistakes {
				wrong = append(wrong, m.What)
			}
			got := all[0]
			if !slices.Equal(got.Gold, c.left.Gold) || !slices.Equal(got.Answers, c.left.Answers) || got.Speaker != c.left.Speaker ||
				got.void != c.void || !slices.Equal(wrong, c.wrong) {
				t.Errorf("left is %+v, wrong is %q", got, wrong)
			}
		})
	}
}

// A change in anything that answers depend on is a change of the article.
func TestSumsOfArticles(t *testing.T) {
	article := answer.Article{ID: "a", Title: "b", Text: "c"}
	same, other := article, article
	same.ID = "another"
	other.Published = "2019"
	sums := map[string]bool{}
	for _, a := range []answer.Article{article, same, other} {
		sum, err := sumOf(&a)
		if err != nil {
			t.Fatal(err)
		}
		sums[sum] = true
	}
	if len(sums) != 2 {
		t.Errorf("%d sums", len(sums))
	}
}
