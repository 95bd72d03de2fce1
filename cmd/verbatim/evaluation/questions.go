package evaluation

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode/utf8"
)

// Expected is a question with what its answer should be. Nothing expected means that
// silence is: no article answers it.
type Expected struct {
	ID       string // empty where the file gives none
	Line     int    // where it stands in the file, from 1
	Question string
	Gold     []string // the ids of articles that answer, or their titles
	Answers  []string // words of which one answers
	Speaker  string   // who says them
}

// answerable reports whether an answer is expected.
func (e *Expected) answerable() bool { return len(e.Gold)+len(e.Answers) > 0 || e.Speaker != "" }

// columns are what a question may have, by the names that people give it: the keys of a
// line of JSON, or the headings of a table. What has another name is left alone.
var columns = map[string]func(*Expected, []string) error{
	"id":       func(e *Expected, v []string) error { return one(&e.ID, v) },
	"question": func(e *Expected, v []string) error { return one(&e.Question, v) },
	"speaker":  func(e *Expected, v []string) error { return one(&e.Speaker, v) },
	"gold":     (*Expected).addGold,
	"article":  (*Expected).addGold,
	"articles": (*Expected).addGold,
	"answer":   (*Expected).addAnswers,
	"answers":  (*Expected).addAnswers,
}

func (e *Expected) addGold(v []string) error    { e.Gold = append(e.Gold, v...); return nil }
func (e *Expected) addAnswers(v []string) error { e.Answers = append(e.Answers, v...); return nil }

func one(to *string, values []string) error {
	if len(values) > 1 {
		return errors.New("must be one")
	}
	*to = strings.Join(values, "")
	return nil
}

// ReadExpected returns the questions of a file: one a line in JSON, or a table.
func ReadExpected(path string) ([]Expected, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: there is no such file", path)
	}
	if err != nil {
		return nil, err
	}
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%s: is not UTF-8 text: save it as UTF-8", path)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	read := expectedInTable
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		read = expectedInJSON
	}
	all, line, err := read(string(data))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s:%d: %w", path, line, err)
	case len(all) == 0:
		return nil, fmt.Errorf("%s: there is no question in it", path)
	}
	return all, nil
}

// expectedInJSON reads an object a line. With an error it returns the line that it is about.
func expectedInJSON(data string) (all []Expected, line int, err error) {
	for text := range strings.Lines(data) {
		line++
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		e := Expected{Line: line}
		if err := e.parse(text); err != nil {
			return nil, line, err
		}
		all = append(all, e)
	}
	return all, line, nil
}

func (e *Expected) parse(line string) error {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal([]byte(line), &fields); err != nil {
		return fmt.Errorf(`the line is not {"question": ...} in JSON: %w`, err)
	}
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		set, known := columns[strings.ToLower(key)]
		if !known {
			continue
		}
		values, err := texts(fields[key])
		if err == nil {
			err = set(e, values)
		}
		if err != nil {
			return fmt.Errorf("%q %w", key, err)
		}
	}
	return e.complete()
}

// complete returns an error for what asks nothing.
func (e *Expected) complete() error {
	if strings.TrimSpace(e.Question) == "" {
		return errors.New("there is no question")
	}
	return nil
}

// texts returns the strings of a JSON string or number, or of a list of them.
func texts(raw json.RawMessage) ([]string, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	list, isList := v.([]any)
	if !isList && v != nil {
		list = []any{v}
	}
	var all []string
	for _, v := range list {
		switch v := v.(type) {
		case string:
			all = append(all, v)
		case json.Number:
			all = append(all, v.String())
		default:
			return nil, errors.New("must be a string, or a list of strings")
		}
	}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" }), nil
}
