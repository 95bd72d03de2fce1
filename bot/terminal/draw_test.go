package terminal

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"verbatim/answer"
	"verbatim/answer/text"
	"verbatim/bot"
)

// drawn returns a reply as a screen of a width and a look shows it.
func drawn(t *testing.T, r bot.Reply, width int, l look) string {
	t.Helper()
	var out bytes.Buffer
	s := Screen{&out, func() int { return width }, l}
	if err := s.Draw(r, func(a bot.Action) string { return "/" + a.Name }); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// quoting returns a reply that quotes all of words, with the given ones marked.
func quoting(words string, marked ...string) bot.Reply {
	q := answer.Quote{Article: &answer.Article{Text: words}, Span: text.Span{End: len(words)}}
	for _, m := range marked {
		at := strings.Index(words, m)
		q.Marks = append(q.Marks, text.Span{Start: at, End: at + len(m)})
	}
	return bot.Reply{Blocks: []bot.Block{bot.Quotation{
		Quote: q,
		Who:   "Ann Lee, the mayor",
		Sources: []bot.Citation{
			{Article: "a.txt", Title: "A title", URL: "https://paper.example/a/very/long/address", Place: "1 March 2019, paragraph 2"},
			{Article: "b.txt", Title: "b.txt", Place: "paragraph 1"},
		},
	}}}
}

func TestDrawPlain(t *testing.T) {
	r := quoting("One two\nthree.", "two")
	r.Actions = []bot.Action{{Label: "More quotes", Pressed: bot.Pressed{Name: "more"}}}
	const want = `> One two three.
  Ann Lee, the mayor
  A title
  1 March 2019, paragraph 2, a.txt
  https://paper.example/a/very/long/address
  Also in b.txt
  paragraph 1

More quotes: /more
`
	if got := drawn(t, r, 0, plain); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDrawNarrow(t *testing.T) {
	const want = `> One two
> three.
  Ann Lee,
  the mayor
  A title
  1 March
  2019,
  paragraph
  2, a.txt
  https://paper.example/a/very/long/address
  Also in
  b.txt
  paragraph
  1
`
	if got := drawn(t, quoting("One two three."), 11, plain); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDrawMarks(t *testing.T) {
	got := drawn(t, quoting("one two-three four", "one", "two-three"), 10, coloured)
	const want = "\x1b[36m▌ \x1b[0m\x1b[1;4mone\x1b[0m \x1b[1;4mtwo-\x1b[0m\n" +
		"\x1b[36m▌ \x1b[0m\x1b[1;4mthree\x1b[0m\n" +
		"\x1b[36m▌ \x1b[0mfour\n"
	if !strings.HasPrefix(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestDrawList(t *testing.T) {
	r := bot.Reply{Blocks: []bot.Block{
		bot.List{Heading: "Commands", Items: []bot.Item{{Name: "/a", About: "the first of them"}, {Name: "/long", About: "two"}}},
		bot.List{Heading: "Articles", Items: []bot.Item{{Name: "A title of many words", About: "The Paper, 2019"}, {Name: "B"}}},
	}}
	const want = `Commands
  /a     the first
         of them
  /long  two

Articles
- A title of many
  words
  The Paper, 2019
- B
`
	if got := drawn(t, r, 20, plain); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Whatever an article holds, only the screen's own sequences reach the terminal, no
// line is wider than it, and the words are all there.
func FuzzDraw(f *testing.F) {
	f.Add("He said \x1b[2J \u202eno\u202c, \u200bnever 华为公司 👩‍👩‍👧.", 3, 9, 20)
	f.Fuzz(func(t *testing.T, words string, start, end, width int) {
		words = strings.ToValidUTF8(words, "?")
		if width < 20 || width > 200 || start < 0 || end < start || end > len(words) ||
			!isBoundary(words, start) || !isBoundary(words, end) {
			return
		}
		r := quoting(words, words[start:end])
		for _, c := range coloured.sequences() {
			words = strings.ReplaceAll(words, c, "")
		}
		shown := drawn(t, r, width, coloured)
		for _, c := range coloured.sequences() {
			shown = strings.ReplaceAll(shown, c, "")
		}
		quoted := ""
		for line := range strings.Lines(shown) {
			line = strings.TrimSuffix(line, "\n")
			if strings.ContainsFunc(line, bot.Hidden) {
				t.Fatalf("hidden characters reach the terminal: %q", line)
			}
			if uniseg.StringWidth(line) > width && !strings.Contains(line, "://") {
				t.Fatalf("wider than %d columns: %q", width, line)
			}
			if words, ok := strings.CutPrefix(line, coloured.bar); ok {
				quoted += words
			}
		}
		if bare(quoted) != bare(bot.Visible(words)) {
			t.Fatalf("%q is shown as %q", words, quoted)
		}
	})
}

func (l look) sequences() []string { return []string{l.beside, l.marks, l.strong, l.faint, l.end} }

func bare(s string) string { return strings.ReplaceAll(s, " ", "") }

func isBoundary(s string, at int) bool {
	return at == len(s) || s[at]&0xc0 != 0x80
}

func TestScreenIsPlainUnlessATerminal(t *testing.T) {
	f, err := os.CreateTemp(t.TempDir(), "out")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := NewScreen(f, func(string) string { return "" })
	if s.Interactive() || s.look != plain {
		t.Errorf("a file is drawn on as a terminal")
	}
}
