package terminal

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"

	"github.com/peterh/liner"

	"verbatim/bot"
)

// Editor reads lines from a person who can edit them and go back to earlier ones.
// Standard input and output must be a terminal; Close gives it back as it was.
type Editor struct {
	line    *liner.State
	history string
}

// NewEditor starts with the lines of a history file, which need not exist yet.
func NewEditor(history string) *Editor {
	e := &Editor{liner.NewLiner(), history}
	e.line.SetCtrlCAborts(true)
	e.line.SetCompleter(complete)
	if past, err := os.ReadFile(history); err == nil {
		_, _ = e.line.ReadHistory(bytes.NewReader(past)) // what can be read of it is better than none
	}
	return e
}

// Read returns the next line; Ctrl-C drops what is typed and returns an empty one,
// Ctrl-D is io.EOF. It returns early when ctx ends.
func (e *Editor) Read(ctx context.Context) (string, error) {
	type read struct {
		line string
		err  error
	}
	done := make(chan read, 1)
	go func() {
		line, err := e.line.Prompt(prompt)
		done <- read{line, err}
	}()
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case r := <-done:
		if errors.Is(r.err, liner.ErrPromptAborted) {
			return "", nil
		}
		if strings.TrimSpace(r.line) != "" {
			e.line.AppendHistory(r.line)
		}
		return r.line, r.err
	}
}

// Close keeps the history, for the eyes of its owner alone.
func (e *Editor) Close() error {
	var lines bytes.Buffer
	_, err := e.line.WriteHistory(&lines)
	return errors.Join(e.line.Close(), err, os.WriteFile(e.history, lines.Bytes(), 0o600))
}

func complete(line string) []string {
	var names []string
	for _, c := range bot.Commands() {
		names = append(names, "/"+c.Name)
	}
	for _, c := range ownCommands.Items {
		name, _, _ := strings.Cut(c.Name, " ")
		names = append(names, name)
	}
	var matches []string
	for _, name := range names {
		if strings.HasPrefix(name, line) && line != "" {
			matches = append(matches, name)
		}
	}
	return matches
}
