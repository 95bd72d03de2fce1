package load

import (
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/answer/text"
)

func TestMarkdown(t *testing.T) {
	content := readFile(t, "testdata/harbour.md")
	a := one(t, "harbour.md", content)
	want := answer.Article{
		ID: "harbour.md", Title: "Harbour master resigns: the lost crane", Author: "Jane Doe, Joe van Bloggs",
		URL: "https://coast.example/crane", Published: "2019-03-03", Lang: text.English, Text: content,
	}
	if !equalFields(*a, want) {
		t.Errorf("got %+v", a)
	}
	m := marked(a)
	if len(m) != 3 || !strings.HasPrefix(m[0], "---/title") || !strings.HasSuffix(m[0], "-->") || m[1] != "![The crane](crane.png)" || m[2] != "[1]: https://coast.example/cranes" {
		t.Errorf("marked %q", m)
	}
}

func TestMarkdownTitle(t *testing.T) {
	for _, test := range []struct{ content, want string }{
		{"# The *lost* crane\n\nIt is gone.", "The lost crane"},
		{"The lost\ncrane\n=====\n\nIt is gone.", "The lost crane"},
		{"Some words.\n\n## Later\n\n# Last", "Later"},
		{"---\ntitle: From the front\n---\n# Heading\n\nIt is gone.", "From the front"},
		{"---\nauthor: Jane Doe\n---\n# Heading\n\nIt is gone.", "Heading"},
		{"It is gone.", ""},
		{"```\n# no heading\n```\n\nIt is gone.", ""},
	} {
		if a := one(t, "a.md", test.content); a.Title != test.want {
			t.Errorf("%q: title %q, want %q", test.content, a.Title, test.want)
		}
	}
}

func TestMarkdownFurniture(t *testing.T) {
	for _, test := range []struct{ content, want string }{
		{"<!-- a\nnote -->\n\nIt is gone.", "<!-- a/note -->"},
		{"<div class=\"x\">\n</div>\n\nIt is gone.", `<div class="x">/</div>`},
		{"<p>A word in raw HTML.</p>\n\nIt is gone.", ""},
		{"![a](b.png)\n[![a](b.png)](c) ![d](e.png)\n\nIt is gone.", "![a](b.png)/[![a](b.png)](c) ![d](e.png)"},
		{"See ![a](b.png) here.\n\nIt is gone.", ""},
		{"It is [gone].\n\n[gone]: http://a.example \"title\"", `[gone]: http://a.example "title"`},
		{"It is gone.\n\n    code --here\n\n| a | b |\n|---|---|\n| c | d |", ""},
		{"It is gone.\n\n---\n\nIt is back.", "---"},
	} {
		if got := strings.Join(marked(one(t, "a.md", test.content)), "|"); got != test.want {
			t.Errorf("%q: marked %q, want %q", test.content, got, test.want)
		}
	}
}

func TestMarkdownNestedBeyondReason(t *testing.T) {
	content := "# Title\n\n" + strings.Repeat("> ", 1<<19) + "It is gone."
	if a := one(t, "a.md", content); a.Text != content {
		t.Error("the text changed")
	}
}
