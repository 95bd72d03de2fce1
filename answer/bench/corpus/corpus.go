// Package corpus has articles and questions to measure with: of files, or made up.
package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
)

// Article is a line of a file of articles. Fields that it does not name are not read.
type Article struct {
	ID    string `json:"id"`
	Title string `json:"title,omitempty"`
	Text  string `json:"text"`
}

// Paragraphs returns the lines of an article that have words.
func (a Article) Paragraphs() []string {
	var all []string
	for line := range strings.Lines(a.Text) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// Read yields the articles that r has, one JSON object a line, up to the first error.
func Read(r io.Reader) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		lines := json.NewDecoder(bufio.NewReaderSize(r, 1<<20))
		for n := 1; ; n++ {
			var a Article
			err := lines.Decode(&a)
			if err == io.EOF {
				return
			}
			if err != nil {
				err = fmt.Errorf("article %d: %w", n, err)
			}
			if !yield(a, err) || err != nil {
				return
			}
		}
	}
}

// Open yields the articles of a file, up to the first error.
func Open(path string) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		f, err := os.Open(path)
		if err != nil {
			yield(Article{}, err)
			return
		}
		defer f.Close()
		for a, err := range Read(f) {
			if err != nil {
				err = fmt.Errorf("%s: %w", path, err)
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// Questions returns the first so many questions of a file that has one a line, each plain or
// as a JSON object with a "question". Empty lines do not count.
func Questions(path string, most int) (questions []string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; len(questions) < most && lines.Scan(); n++ {
		q := strings.TrimSpace(lines.Text())
		if strings.HasPrefix(q, "{") {
			var line struct{ Question string }
			if err := json.Unmarshal([]byte(q), &line); err != nil {
				return nil, fmt.Errorf("%s: line %d: %w", path, n, err)
			}
			q = strings.TrimSpace(line.Question)
		}
		if q != "" {
			questions = append(questions, q)
		}
	}
	return questions, lines.Err()
}
