package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"
)

// article is a line of a file of articles.
type article struct {
	ID    string `json:"id"`
	Title string `json:"title,omitempty"`
	Text  string `json:"text"`
}

// articlesOf yields the articles of a file with one JSON object a line, up to the first error.
func articlesOf(file string) iter.Seq2[article, error] {
	return func(yield func(article, error) bool) {
		f, err := os.Open(file)
		if err != nil {
			yield(article{}, err)
			return
		}
		defer f.Close()
		lines := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
		for n := 1; ; n++ {
			var a article
			err := lines.Decode(&a)
			if err == io.EOF {
				return
			}
			if err != nil {
				err = fmt.Errorf("%s: article %d: %w", file, n, err)
			}
			if !yield(a, err) || err != nil {
				return
			}
		}
	}
}

// questionsOf returns the first so many questions of a file that has one a line, each plain or as
// a JSON object with a question.
func questionsOf(file string, most int) (questions []string, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for len(questions) < most && lines.Scan() {
		q := strings.TrimSpace(lines.Text())
		if strings.HasPrefix(q, "{") {
			var line struct{ Question string }
			if err := json.Unmarshal([]byte(q), &line); err != nil {
				return nil, fmt.Errorf("%s: line %d: %w", file, len(questions)+1, err)
			}
			q = strings.TrimSpace(line.Question)
		}
		if q != "" {
			questions = append(questions, q)
		}
	}
	return questions, lines.Err()
}
