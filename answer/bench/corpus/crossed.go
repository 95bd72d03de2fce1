package corpus

import (
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
)

// Crossed yields articles without end that none of a file is, and that are made like them: each
// begins as one of the file and goes on as the next. The same seed has the same ones.
func Crossed(path string, seed uint64) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		r := rand.New(rand.NewPCG(seed, 0))
		for n := 0; ; {
			begun := n
			var before Article
			for a, err := range Open(path) {
				if err != nil {
					yield(Article{}, err)
					return
				}
				if before.ID != "" {
					id := fmt.Sprintf("crossed-%d-%d", seed, n)
					if n++; !yield(cross(id, before, a, .25+r.Float64()/2), nil) {
						return
					}
				}
				before = a
			}
			if n == begun {
				yield(Article{}, errors.New(path+": has no two articles to make others of"))
				return
			}
		}
	}
}

// cross joins a share of one article with what is behind the same share of another.
func cross(id string, begin, end Article, share float64) Article {
	head, _ := cut(begin.Text, share)
	_, tail := cut(end.Text, share)
	return Article{ID: id, Title: end.Title, Text: head + tail}
}

// cut cuts a text at the first space behind a share of it.
func cut(text string, share float64) (head, tail string) {
	at := int(share * float64(len(text)))
	space := strings.IndexAny(text[at:], " \n")
	if space < 0 {
		return text, ""
	}
	return text[:at+space], text[at+space:]
}
