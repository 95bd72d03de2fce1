package evaluation

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"verbatim/cmd/verbatim/jsonl"
)

// runFormat tells a file of a run from others, and from those of another form.
const runFormat = 1

// Run is all that was asked once, and of what.
type Run struct {
	settings  settings
	articles  []articleSum
	results   []result
	questions []judged  // of each result, and
	mistakes  []mistake // in them: both only of a run that was not read from a file
}

// settings are what the answers of a run depend on beside the articles, and when it was.
type settings struct {
	Format    int       `json:"eval"`
	Version   string    `json:"version"` // of the program, empty where it was built without one
	At        time.Time `json:"at"`
	Library   string    `json:"library,omitempty"`
	Loaded    string    `json:"loaded,omitempty"` // where the articles were loaded from for the time being
	Quotes    int       `json:"quotes"`           // the most of an answer
	Articles  int       `json:"articles"`
	Questions int       `json:"questions"`
}

// Write writes a run: its settings, a line for each article, a line for each question.
func (r *Run) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	first := struct {
		settings
		Measured measure `json:"measured"`
	}{r.settings, measureOf(r.results)}
	if err := jsonl.Write(b, first); err != nil {
		return err
	}
	for _, a := range r.articles {
		if err := jsonl.Write(b, a); err != nil {
			return err
		}
	}
	for _, q := range r.results {
		if err := jsonl.Write(b, q); err != nil {
			return err
		}
	}
	return b.Flush()
}

// ReadRun reads what Write wrote.
func ReadRun(path string) (*Run, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: there is no such file: name one that eval --save wrote", path)
	}
	if err != nil {
		return nil, err
	}
	var r Run
	number := 0
	for line := range bytes.Lines(data) {
		if number++; r.line(number, line) != nil {
			return nil, fmt.Errorf("%s:%d: is no line of what eval --save writes", path, number)
		}
	}
	if r.settings.Format != runFormat || len(r.results) < r.settings.Questions {
		return nil, fmt.Errorf("%s: is not what eval --save writes, or not all of it", path)
	}
	return &r, nil
}

// line takes a line for what it is by what it has.
func (r *Run) line(number int, line []byte) error {
	if number == 1 {
		return json.Unmarshal(line, &r.settings)
	}
	var is struct {
		articleSum
		result
	}
	if err := json.Unmarshal(line, &is); err != nil {
		return err
	}
	switch {
	case is.articleSum.ID != "":
		r.articles = append(r.articles, is.articleSum)
	case is.Question != "":
		r.results = append(r.results, is.result)
	default:
		return errors.New("it is neither an article nor a question")
	}
	return nil
}

// byKey returns the results by what they are known by in each run: the id, or the question
// where it has none. From the second on, the same has a number.
func (r *Run) byKey() map[string]*result {
	all, times := map[string]*result{}, map[string]int{}
	for i := range r.results {
		q := &r.results[i]
		key := cmp.Or(q.ID, q.Question)
		if times[key]++; times[key] > 1 {
			key = fmt.Sprintf("%s #%d", key, times[key])
		}
		all[key] = q
	}
	return all
}
