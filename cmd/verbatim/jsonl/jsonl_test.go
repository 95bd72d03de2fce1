package jsonl

import (
	"bytes"
	"encoding/json"
	"testing"
)

// What is escaped in JSON for a terminal's sake is the same to whatever reads it.
func TestJSONIsWhatWasWritten(t *testing.T) {
	const hostile = "a\x1b[31m\u009b\u202e\u200b\u2028\U000e0041<&>\x7f\"é華"
	var line bytes.Buffer
	if err := Write(&line, hostile); err != nil {
		t.Fatal(err)
	}
	var got string
	if err := json.Unmarshal(line.Bytes(), &got); err != nil || got != hostile {
		t.Errorf("%q comes back as %q, %v", hostile, got, err)
	}
	if want := `"a\u001b[31m\u009b\u202e\u200b\u2028\udb40\udc41<&>\u007f\"é華"` + "\n"; line.String() != want {
		t.Errorf("written as %s, want %s", &line, want)
	}
}
