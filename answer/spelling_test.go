package answer

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/answer/text"
	"verbatim/store"
	"verbatim/store/storetest"
)

// invented returns n distinct words that begin and end as words of a language do.
func invented(n int) []string {
	random := rand.New(rand.NewPCG(3, 4))
	syllables := "ba be bi bo co cha da de di do fa fer ga go ha ho in ka la le li lo ma me mi mo na ne no on pa per pro ra re ri ro sa se si sta ta te ti to tra un va ve vi wa we"
	var parts []string
	for _, w := range text.Words(syllables, text.Span{End: len(syllables)}, "") {
		parts = append(parts, w.Form)
	}
	seen := map[string]bool{}
	var all []string
	for len(all) < n {
		word := ""
		for range 2 + random.IntN(4) {
			word += parts[random.IntN(len(parts))]
		}
		if !seen[word] {
			seen[word] = true
			all = append(all, word)
		}
	}
	return all
}

// vocabulary opens an index whose articles hold some words, each in a sentence with others.
func vocabulary(t testing.TB, words []string) *store.Tenant {
	t.Helper()
	tenant := storetest.Open(t).Tenant("t")
	const inSentence, inArticle = 10, 500
	var all []index.Article
	for n := 0; n < len(words); n += inArticle {
		a := index.Article{Number: uint64(n + 1)}
		for i := n; i < min(n+inArticle, len(words)); i += inSentence {
			some := words[i:min(i+inSentence, len(words))]
			a.Sentences = append(a.Sentences, index.Sentence{Words: indexWords(strings.Join(some, " "), text.Span{End: len(strings.Join(some, " "))}, "")})
		}
		all = append(all, a)
	}
	if err := tenant.Update(func(tx *store.Tx) error { return index.Write(tx, all) }); err != nil {
		t.Fatal(err)
	}
	return tenant
}

// BenchmarkCorrect corrects one word of a question, of 100,000 that the articles hold.
func BenchmarkCorrect(b *testing.B) {
	words := invented(100_000)
	tenant := vocabulary(b, words)
	for _, letters := range []int{5, 7, 10} {
		b.Run(fmt.Sprint(letters, "letters"), func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				for i++; len(words[i%len(words)]) != letters; i++ {
				}
				at := i % len(words)
				typed := words[at][:2] + "x" + words[at][3:]
				err := tenant.View(func(tx *store.Tx) error {
					x, err := index.Open(tx, nil)
					if err != nil {
						return err
					}
					q := typed + " " + words[at/10*10]
					y := &query{Question: question.Parse(q, text.English), text: q, langs: []text.Lang{text.English}, size: x.Size().Sentences}
					_, err = y.correct(x, y.Words[0])
					return err
				})
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
