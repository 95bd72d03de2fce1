package corpus

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
)

// Made is a corpus of invented English: real words such as "the" and "of", and made-up ones as
// rare or frequent as words are. Each of its articles can be made on its own, from its number.
type Made struct {
	Seed       uint64
	Paragraphs int // of an article
}

// Article returns the article of a number.
func (m Made) Article(n int) Article {
	a, _, _ := m.article(n)
	return a
}

// article returns an article with how many sentences it has, and the words of one of its
// paragraphs, drawn by lot.
func (m Made) article(n int) (a Article, sentences int, words used) {
	v := newVocabulary(rand.New(rand.NewPCG(m.Seed, uint64(n))))
	t := v.newTopic()
	chosen := v.IntN(m.Paragraphs)
	paragraphs := make([]string, m.Paragraphs)
	for p := range paragraphs {
		its, lines := used{}, make([]string, 1+v.IntN(3))
		for i := range lines {
			lines[i] = v.sentence(t, its)
		}
		if p == chosen {
			words = its
		}
		paragraphs[p] = strings.Join(lines, " ")
		sentences += len(lines)
	}
	title := upper(v.word('A', t) + " " + v.word('N', t) + " in " + t.names[0])
	return Article{ID: fmt.Sprintf("made-%d", n), Title: title, Text: strings.Join(paragraphs, "\n\n")}, sentences, words
}

// Write writes so many articles, one JSON object a line, or fewer once they have so many
// sentences, where that is not 0. It returns how many it wrote.
func (m Made) Write(w io.Writer, articles, sentences int) (n int, err error) {
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	for written := 0; n < articles && (sentences == 0 || written < sentences); n++ {
		a, has, _ := m.article(n)
		if err := lines.Encode(a); err != nil {
			return n, err
		}
		written += has
	}
	return n, nil
}

// Questions returns questions, each about a paragraph of one of the first so many articles.
func (m Made) Questions(n, articles int) []string {
	v := newVocabulary(rand.New(rand.NewPCG(m.Seed, 1<<63)))
	all := make([]string, n)
	for i := range all {
		_, _, words := m.article(v.IntN(articles))
		all[i] = v.question(words)
	}
	return all
}

// upper returns a sentence with a capital at its beginning.
func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// join puts words together, and punctuation to the word before it.
func join(words []string) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 && !strings.ContainsAny(w, ",.?") {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}
