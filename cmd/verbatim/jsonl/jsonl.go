// Package jsonl has what commands print for programs: JSON, one object a line. It says the
// form of what the library holds and answers; what one command alone tells stands there.
package jsonl

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"verbatim/bot"
)

// Write writes v as one line. Characters that would act on a terminal stand
// escaped in it, and mean the same to whatever parses it.
func Write(w io.Writer, v any) error {
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, escapeHidden(strings.TrimSuffix(line.String(), "\n"))+"\n")
	return err
}

func escapeHidden(line string) string {
	if !strings.ContainsFunc(line, bot.Hidden) {
		return line
	}
	var b strings.Builder
	for _, r := range line {
		if !bot.Hidden(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.String()
}
