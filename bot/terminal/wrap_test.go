package terminal

import (
	"slices"
	"strings"
	"testing"
	"verbatim/bot"

	"github.com/rivo/uniseg"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      int
		want       []string
	}{
		{"fits", "one two", 7, []string{"one two"}},
		{"breaks between words", "one two three", 7, []string{"one two", "three"}},
		{"keeps the white space within a line", "a  b c", 4, []string{"a  b", "c"}},
		{"drops it at the end of a line", "one   two", 4, []string{"one", "two"}},
		{"breaks after a hyphen", "back-door", 6, []string{"back-", "door"}},
		{"keeps a quotation mark with its word", "he said “yes”", 10, []string{"he said", "“yes”"}},
		{"breaks a word that is wider than a line", "abcdefgh i", 3, []string{"abc", "def", "gh", "i"}},
		{"counts wide characters twice", "华为公司否认", 4, []string{"华为", "公司", "否认"}},
		{"keeps a combining mark with its letter", "e\u0301e\u0301e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
		{"a character wider than the line", "华为", 1, []string{"华", "为"}},
		{"no width", "one two three", 0, []string{"one two three"}},
		{"empty", "", 5, []string{""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, line := range wrap(c.text, c.width) {
				got = append(got, line.Of(c.text))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("wrap(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
			}
		})
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("one two-three 华为公司 👩‍👩‍👧 e\u0301", 5)
	f.Fuzz(func(t *testing.T, text string, width int) {
		if width < 2 || width > 1000 {
			return
		}
		text = bot.Visible(strings.ToValidUTF8(text, "\ufffd"))
		at := 0
		for _, line := range wrap(text, width) {
			if gap := text[at:line.Start]; strings.Trim(gap, " ") != "" {
				t.Fatalf("wrap(%q, %d) left out %q", text, width, gap)
			}
			shown := line.Of(text)
			if w := uniseg.StringWidth(shown); w > width && uniseg.GraphemeClusterCount(shown) > 1 {
				t.Fatalf("wrap(%q, %d) has a line of %d columns: %q", text, width, w, shown)
			}
			at = line.End
		}
		if rest := text[at:]; strings.Trim(rest, " ") != "" {
			t.Fatalf("wrap(%q, %d) left out %q at the end", text, width, rest)
		}
	})
}
