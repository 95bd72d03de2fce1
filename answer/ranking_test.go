package answer_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/seeds"
	"verbatim/store/storetest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// ranking is what people may ask the seed articles, and the beginning of a passage that
// answers; none where nothing does.
var ranking = []struct{ question, want string }{
	{"What did Guo Ping say about backdoors?", "“Here, let me say this as clearly as possible"},
	{"Who said they would not harm the world?", "But I will not do anything to harm the world"},
	{"What did Ken Hu say about never being asked for access?", "\"We can confirm that we have never been asked"},
	{"What did John Suffolk say about tomorrow's world?", "\"At Huawei, when we consider security"},
	{"What did Vodafone's CEO say about radio?", "“We are predominately using Huawei in radio"},
	{"What did the NATO secretary general say about minimum standards?", "“What matters for NATO"},
	{"Who was sacked after the leak?", "Following an investigation into the leak"},
	{"How much was invested in research and development in the UK?", "It also said the company had invested"},
	{"How many jobs does Huawei support in the UK?", "The study, conducted by"},
	{"When did BT remove Huawei equipment from 4G?", "In December, 2018 UK telecoms company BT"},
	{"Which countries limit purchases of Huawei equipment?", "A number of countries including"},
	{"Where was Mobile World Congress 2019 held?", "Speaking at Mobile World Congress"},
	{"Sufolk on the reset button", "\"It is time to press the reset button"},
	{"Oxford Economics", "The study, conducted by"},
	{"Why would a ban be unpopular with operators?", "There is little appetite among operators"},
	{"What did Scott Sykes say about the paper?", "\"You could say that the information in the paper"},
	{"Who is the president of Brazil?", ""},
	{"What did Ken Hu say about football?", ""},
	{"What did Barack Obama say about Huawei?", ""},
	{"How do I bake sourdough bread?", ""},
	{"thanks everyone", ""},
}

// The golden file is for reviewing: a change of ranking is a difference that a person
// can read. Run with -update to write it.
func TestRanking(t *testing.T) {
	library := seeded(t)
	var got bytes.Buffer
	right, places := 0, 0.0
	for _, r := range ranking {
		found, err := library.Ask(context.Background(), answer.Question{Text: r.question})
		if err != nil {
			t.Fatal(err)
		}
		place := placeOf(found, r.want)
		if place == 1 {
			right++
		}
		if place > 0 {
			places += 1 / float64(place)
		}
		fmt.Fprintf(&got, "%s\n\tplace %d of %q\n", r.question, place, r.want)
		for _, q := range found.Quotes {
			fmt.Fprintf(&got, "\t%.2f %s %s %.60q\n", q.Score, q.Article.ID[:3], q.Speaker.Of(q.Article.Text), q.Text())
		}
	}
	n := float64(len(ranking))
	fmt.Fprintf(&got, "\nright at once %.3f\nmean reciprocal rank %.3f\n", float64(right)/n, places/n)
	golden(t, "ranking.golden", got.Bytes())
}

// placeOf returns where the wanted passage stands, from 1, and 0 where it does not. Silence
// stands first where nothing is wanted.
func placeOf(found *answer.Answer, want string) int {
	if want == "" && found.Abstained() {
		return 1
	}
	for i, q := range found.Quotes {
		if want != "" && strings.Contains(q.Text(), want) {
			return i + 1
		}
	}
	return 0
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the ranking changed; if it is for the better, run with -update and read the difference\n%s", got)
	}
}

// seeded returns a library with the seed articles.
func seeded(t testing.TB) *answer.Library {
	t.Helper()
	library, err := answer.Open(storetest.Open(t).Tenant("t"))
	if err != nil {
		t.Fatal(err)
	}
	names, err := seeds.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		file, err := seeds.Files.Open(name.Name())
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		for item := range load.Upload(context.Background(), name.Name(), file, load.Options{}) {
			if _, err := library.Add(context.Background(), item.Article); err != nil {
				t.Fatal(err)
			}
		}
	}
	return library
}

func BenchmarkAsk(b *testing.B) {
	library := seeded(b)
	for i := 0; b.Loop(); i++ {
		if _, err := library.Ask(context.Background(), answer.Question{Text: ranking[i%len(ranking)].question}); err != nil {
			b.Fatal(err)
		}
	}
}
