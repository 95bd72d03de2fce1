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

// article returns an article with its sentences and the words of one of them, drawn by lot.
func (m Made) article(n int) (a Article, sentences int, words used) {
	v := newVocabulary(rand.New(rand.NewPCG(m.Seed, uint64(n))))
	t := v.newTopic()
	var text strings.Builder
	for p := range m.Paragraphs {
		if p > 0 {
			text.WriteString("\n\n")
		}
		for i := range 1 + v.IntN(4) {
			if i > 0 {
				text.WriteByte(' ')
			}
			s, its := v.sentence(t)
			text.WriteString(s)
			if sentences++; v.IntN(sentences) == 0 {
				words = its
			}
		}
	}
	title := upper(v.word('A', t) + " " + v.word('N', t) + " in " + t.names[0])
	return Article{ID: fmt.Sprintf("made-%d", n), Title: title, Text: text.String()}, sentences, words
}

// Write writes articles, one JSON object a line, until they are so many or have so many
// sentences, and returns how many they are.
func (m Made) Write(w io.Writer, articles, sentences int) (n int, err error) {
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	for left := sentences; n < articles && left > 0; n++ {
		a, has, _ := m.article(n)
		if err := lines.Encode(a); err != nil {
			return n, err
		}
		left -= has
	}
	return n, nil
}

// Questions returns questions, each about a sentence of one of the first so many articles.
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
		if i > 0 && !strings.ContainsAny(w, ",?") {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}
