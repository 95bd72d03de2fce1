package bot

import (
	"net/url"
	"strings"
	"testing"
)

func TestLinkTo(t *testing.T) {
	long := strings.Repeat("word ", 30) + "and, so-called & last “end”."
	for _, c := range []struct{ name, address, quoted, want string }{
		{"a short quote", "https://paper.example/a", "No, never.", "https://paper.example/a#:~:text=No%2C%20never%2E"},
		{"a long quote", "https://paper.example/a", long,
			"https://paper.example/a#:~:text=word%20word%20word%20word%20word%20word,word%20and%2C%20so%2Dcalled%20%26%20last%20%E2%80%9Cend%E2%80%9D%2E"},
		{"with a fragment", "https://paper.example/a?b=c#d", "No", "https://paper.example/a?b=c#d:~:text=No"},
		{"lines of a paragraph", "http://paper.example", "one\n two", "http://paper.example#:~:text=one%20two"},
		{"a language without spaces", "https://paper.example/a", strings.Repeat("月", 99),
			"https://paper.example/a#:~:text=" + strings.Repeat("%E6%9C%88", 20) + "," + strings.Repeat("%E6%9C%88", 20)},
		{"with a text fragment of its own", "https://paper.example/a#:~:text=Yes", "No", "https://paper.example/a#:~:text=No"},
		{"no quote", "https://paper.example/a", "", "https://paper.example/a"},
		{"with a password", "https://me:secret@paper.example/a", "No", ""},
		{"no address", "", "No", ""},
		{"a script", "javascript:alert(1)", "No", ""},
		{"a file", "file:///etc/passwd", "No", ""},
		{"no host", "https:///a", "No", ""},
		{"no URL", "https://a b\x7f", "No", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := linkTo(c.address, c.quoted)
			if got != c.want {
				t.Errorf("linkTo(%q, %q) = %q, want %q", c.address, c.quoted, got, c.want)
			}
			if _, err := url.Parse(got); err != nil {
				t.Error(err)
			}
		})
	}
}
