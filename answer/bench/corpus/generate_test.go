package corpus

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

func made(t *testing.T, m Made, articles, sentences int) (all []Article) {
	t.Helper()
	var file bytes.Buffer
	if _, err := m.Write(&file, articles, sentences); err != nil {
		t.Fatal(err)
	}
	for a, err := range Read(&file) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	return all
}

func TestTheSameSeedMakesTheSame(t *testing.T) {
	m := Made{Seed: 7, Paragraphs: 3}
	first, again, other := made(t, m, 50, 0), made(t, m, 50, 0), made(t, Made{Seed: 8, Paragraphs: 3}, 50, 0)
	if !reflect.DeepEqual(first, again) {
		t.Error("one seed made two corpora")
	}
	if reflect.DeepEqual(first, other) {
		t.Error("two seeds made one corpus")
	}
	if !reflect.DeepEqual(first[20], m.Article(20)) {
		t.Error("an article is another when it is made alone")
	}
	if !reflect.DeepEqual(m.Questions(20, 50), m.Questions(20, 50)) {
		t.Error("one seed made two lists of questions")
	}
}

func TestAsMuchIsMadeAsIsAskedFor(t *testing.T) {
	all := made(t, Made{Seed: 1, Paragraphs: 4}, 30, 0)
	if len(all) != 30 {
		t.Errorf("%d articles, want 30", len(all))
	}
	for _, a := range all {
		if n := len(a.Paragraphs()); n != 4 {
			t.Errorf("%s has %d paragraphs, want 4", a.ID, n)
		}
	}
	few := made(t, Made{Seed: 1, Paragraphs: 4}, 30, 20)
	if n := len(few); n < 2 || n > 5 { // a paragraph has one to three sentences
		t.Errorf("%d articles for 20 sentences", n)
	}
}

// A question has to be answerable: most of its words that are not the frame's stand in one article.
func TestQuestionsAreMadeOfWordsOfAnArticle(t *testing.T) {
	const articles = 40
	m := Made{Seed: 3, Paragraphs: 2}
	var texts []string
	for n := range articles {
		texts = append(texts, m.Article(n).Text)
	}
	for _, q := range m.Questions(50, articles) {
		most := 0
		for _, text := range texts {
			most = max(most, shared(q, text))
		}
		if most < 3 {
			t.Errorf("no article has more than %d words of %q", most, q)
		}
	}
}

// shared counts the invented words of a question that a text has; real ones are shorter.
func shared(question, text string) (n int) {
	for _, w := range strings.Fields(strings.Trim(question, "?")) {
		if len(w) > 6 && strings.Contains(text, w) {
			n++
		}
	}
	return n
}

func TestEveryRankHasAWordOfItsOwn(t *testing.T) {
	seen := map[string]uint64{}
	for n := range uint64(nameOffset + nameRanks) {
		word := spelling(n)
		if other, twice := seen[word]; twice {
			t.Fatalf("%d and %d are both spelt %s", n, other, word)
		}
		seen[word] = n
	}
}
