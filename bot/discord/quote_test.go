package discord

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/answer/text"
	"verbatim/bot"
	"verbatim/bot/adapter/adaptertest"
)

func TestQuoteDecodes(t *testing.T) {
	for _, words := range []string{
		"Plain words.", " space around ", "\tlines\r\nand\n\ntabs\t", "\r", "a\rb\r\nc\n\rd", " ", "\n", "a\n\n", "**", "a\\", "\\\\*",
		"a\u202e\u202eb", "`U+202E` is not \u202e", "\u202e\u202c`U+202C`", "\x00\x1b[1m\x7f\u0085", "\u2028\u2029\u00a0\u3000",
		"\U000e0041\U000e007f\U0010ffff", "👩\u200d👩\u200d👧 ✔\ufe0f", "\ufeffBOM", "نمی\u200cدانم", "\ufffd",
		"1. one\n 2) two\n- three\n# four\n-# five\n> six", "snake_case_word __init__", "https://a.example/a_(b)?c=d#e", "10:30:15 :a:",
	} {
		for _, q := range []bot.Quotation{adaptertest.Quoting(words), adaptertest.Quoting(words, words)} {
			posts := drawn(t, bot.Reply{Blocks: []bot.Block{q}})
			if got := quoted(posts); got != words {
				t.Errorf("%q is shown as %q", words, got)
			}
		}
	}
}

// Marked words are bold, each line of them, and nothing else is.
func TestMarksAreBold(t *testing.T) {
	q := adaptertest.Quoting("- one two. *three*\nfour\u200b\u200bfive", "- one", " two", "*three*\nfour\u200b")
	posts := drawn(t, bot.Reply{Blocks: []bot.Block{q}})
	inside, _ := quoteOf(posts[0].Embeds[0].Description)
	if got, want := read(inside).words.String(), q.Quote.Text(); got != want {
		t.Errorf("%q is shown as %q", want, got)
	}
	if got, want := read(inside).bold.String(), "- one two*three*four"; got != want {
		t.Errorf("%q is bold in %q, want %q", got, inside, want)
	}
}

// A quote of any length is shown whole, and cut where reading stops. Who speaks and the
// title stand with its first words, the place and the buttons with its last.
func TestLongQuote(t *testing.T) {
	sentence := "This is a sentence of a long speech, and not the last one. "
	tests := []struct{ name, words, ends string }{
		{"at sentences", strings.Repeat(sentence, 340), "last one."},
		{"at paragraphs", strings.Repeat(strings.Repeat(sentence, 20)+"\n\n", 17), "last one. "},
		{"at words", strings.Repeat("word ", 4000), "word"},
		{"between characters", strings.Repeat("ab", 10000), "ab"},
		{"in Chinese", strings.Repeat("华为没有植入后门程序。", 1800), "。"},
		{"all escaped", strings.Repeat("*", 20000), "*"},
		{"all line ends", "a" + strings.Repeat("\n", 5000) + "b", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			words := strings.TrimSpace(test.words)
			q := adaptertest.Quoting(words)
			q.Who = "Ann Lee"
			q.Sources = []bot.Citation{{Title: "A title", Link: "https://a.example", Place: "The Paper"}}
			q.Actions = []bot.Action{{Label: "In context", Pressed: bot.Pressed{Name: "context", State: "c"}}}
			posts := drawn(t, bot.Reply{Blocks: []bot.Block{q}})
			if got := quoted(posts); got != words {
				t.Fatalf("the pieces put together are not the quote")
			}
			last := len(posts) - 1
			if last < 1 {
				t.Fatalf("%d posts, want several", len(posts))
			}
			for i, m := range posts {
				for _, e := range m.Embeds {
					if inside, _ := quoteOf(e.Description); i < last && !strings.HasSuffix(inside, strings.TrimSpace(test.ends)) {
						t.Errorf("post %d ends with %q", i+1, inside[max(0, len(inside)-20):])
					}
				}
				begins := m.Content != "" && m.Embeds[0].Author != nil && m.Embeds[0].Title == "A title" && m.Embeds[0].URL == "https://a.example"
				ends := m.Embeds[len(m.Embeds)-1].Footer != nil && len(m.Components) == 1
				if begins != (i == 0) || ends != (i == last) {
					t.Errorf("post %d of %d: who speaks and the title: %v; the place and the buttons: %v", i+1, len(posts), begins, ends)
				}
			}
		})
	}
}

// Each length up to the longest is shown whole.
func TestQuotesOfAnyLength(t *testing.T) {
	speech := strings.Repeat("He said: \"never_ever\" (again),\nand 1. left *quietly* at 10:30. ", 400)
	for n := 1; n <= 20000; n += 1 + n/4 {
		if got := quoted(drawn(t, bot.Reply{Blocks: []bot.Block{adaptertest.Quoting(speech[:n])}})); got != speech[:n] {
			t.Fatalf("a quote of %d characters is shown as another", n)
		}
	}
}

// A word that was looked for is not cut in two.
func TestMarksStayWhole(t *testing.T) {
	mark := "a phrase of words! It was looked for"
	words := strings.Repeat("- "+mark+" ", 300)
	q := adaptertest.Quoting(words)
	for at := 2; at < len(words); at += len(mark) + 3 {
		q.Quote.Marks = append(q.Quote.Marks, text.Span{Start: at, End: at + len(mark)})
	}
	posts := drawn(t, bot.Reply{Blocks: []bot.Block{q}})
	if len(posts) < 2 {
		t.Fatalf("%d posts, want several", len(posts))
	}
	for _, m := range posts {
		for _, e := range m.Embeds {
			if n := strings.Count(e.Description, "**"); n != 2*strings.Count(e.Description, "**"+mark+"**") {
				t.Errorf("a mark is cut in %q", e.Description)
			}
		}
	}
}

func TestTitlesOfAnyLength(t *testing.T) {
	long := strings.Repeat("A title of 20,000 characters. ", 667)
	address := "https://a.example/" + strings.Repeat("a", 2030)
	tests := []struct {
		name, title, url, want string
	}{
		{"no address", "A title", "", ""},
		{"no web address", "A title", "javascript:alert(1)", ""},
		{"no host", "A title", "https:///a", ""},
		{"hidden in it", "A title", "https://a.example/\u202e", ""},
		{"longest address", "A title", address, address},
		{"address too long", "A title", address + "a", ""},
		{"address in Cyrillic", "A title", "https://пример.рф/б?в#г", "https://xn--e1afmkfd.xn--p1ai/%D0%B1?%D0%B2#%D0%B3"},
		{"a port", "A title", "http://a_b.example:8080/", "http://a_b.example:8080/"},
		{"Cyrillic and a port", "A title", "http://пример.рф:80/", "http://xn--e1afmkfd.xn--p1ai:80/"},
		{"a host that is none", "A title", "https://\u2460\u2024\u0378/", ""},
		{"a place in the page", "A title", "https://a.example/a%2Fb#:~:text=1%2C%20%2D", "https://a.example/a%2Fb#:~:text=1%2C%20%2D"},
		{"markup in the address", "A title", "https://a.example/(a)*b*|c|_d_", "https://a.example/%28a%29%2Ab%2A%7Cc%7C_d_"},
		{"long title", long, "https://a.example", "https://a.example"},
		{"long title, longest address", long, address, address},
		{"long title that makes no link", "[a] " + long, "https://a.example", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			q := adaptertest.Quoting("Yes.")
			q.Sources = []bot.Citation{{Title: test.title, URL: test.url}}
			shown, link := "", ""
			for _, m := range drawn(t, bot.Reply{Blocks: []bot.Block{q}}) {
				for _, e := range m.Embeds {
					s := read(e.Title)
					if _, ok := quoteOf(e.Description); !ok {
						s = read(e.Title + e.Description)
					}
					shown += s.words.String()
					link += e.URL
					if len(s.links) > 0 {
						link = s.links[0]
					}
				}
			}
			if shown != strings.TrimSpace(test.title) || link != test.want {
				t.Errorf("linked to %.80q, want %.80q; %d characters shown, want %d", link, test.want, len(shown), len(test.title))
			}
		})
	}
}

// What does not fit where it belongs is shown elsewhere, and nothing of it is lost.
func TestNothingIsCut(t *testing.T) {
	for _, n := range []int{1, 30, 256, 257, 1001, 5000} {
		who, title, place := strings.Repeat("w", n), strings.Repeat("t", n), strings.Repeat("p", n)
		q := adaptertest.Quoting(strings.Repeat("q", n))
		q.Who = who
		sources := 30
		if n > 300 {
			sources = 4
		}
		for i := range sources {
			q.Sources = append(q.Sources, bot.Citation{Title: fmt.Sprint(title, i), Link: "https://a.example/" + title, Place: place})
		}
		var all strings.Builder
		for _, m := range drawn(t, bot.Reply{Blocks: []bot.Block{q}}) {
			for _, e := range m.Embeds {
				all.WriteString(read(e.Title).words.String() + read(e.Description).words.String())
				if e.Author != nil {
					all.WriteString(e.Author.Name)
				}
				if e.Footer != nil {
					all.WriteString(e.Footer.Text)
				}
				for _, f := range e.Fields {
					all.WriteString(read(f.Value).words.String())
				}
			}
		}
		for letter, want := range map[string]int{"w": n, "t": sources * n, "p": sources * n, "q": n} {
			if got := strings.Count(all.String(), letter); got != want {
				t.Errorf("%d of %d letters %q are shown", got, want, letter)
			}
		}
	}
}
