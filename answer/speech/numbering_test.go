package speech

import (
	"fmt"
	"strings"
	"testing"
)

func TestNumbering(t *testing.T) {
	n := newNumbering()
	var words []string
	for i := range 5000 { // more than there is room for at first
		words = append(words, fmt.Sprint(i), fmt.Sprint("a word of many letters ", i))
	}
	words = append(words, "", "a", "a\x00", "ab", "ba", "abcdefgh", "abcdefghi", strings.Repeat("long", 5000))
	for range 2 {
		for i, w := range words {
			if number, key := n.find(w); number != 0 {
				t.Fatalf("%q has number %d before it was added", w, number)
			} else if number = n.add(w, key); int(number) != i+1 || n.words[number] != w {
				t.Fatalf("%q is added as %d, want %d", w, number, i+1)
			}
		}
		for i, w := range words {
			if number, _ := n.find(w); int(number) != i+1 {
				t.Fatalf("%q has number %d, want %d", w, number, i+1)
			}
		}
		n.forget()
	}
}

// What one article tells must not reach the next, though they share the memory.
func TestFindIsTheSameAfterOtherArticles(t *testing.T) {
	first := make([]string, len(cases))
	for i, c := range cases {
		first[i] = said(c.text, c.lang)
	}
	many := names(1 << 17) // more than is kept of words and names
	for i := len(cases) - 1; i >= 0; i-- {
		if i%8 == 0 {
			said(many, cases[i].lang)
		}
		if got := said(cases[i].text, cases[i].lang); got != first[i] {
			t.Errorf("%s: got\n%s\nat first\n%s", cases[i].name, got, first[i])
		}
	}
}

// A name at the beginning of a sentence is told from a word by how the article spells it, and not by how others do.
func TestSpellingIsThatOfTheArticle(t *testing.T) {
	const article, want = "“It rains a lot here,” Hope said.", "Hope | | said | It rains a lot here,\n"
	for range 2 {
		if got := said(article, "en"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		said("It was said that hope is all they had, and hope for less rain.", "en")
	}
}
