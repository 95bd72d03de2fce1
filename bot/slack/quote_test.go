package slack

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"verbatim/answer/text"
	"verbatim/bot"
	"verbatim/bot/adapter/adaptertest"
)

// objects yields the typed objects in the JSON of a message or a view, outermost first.
func objects(t *testing.T, wire []byte) []map[string]any {
	t.Helper()
	var sent any
	if err := json.Unmarshal(wire, &sent); err != nil {
		t.Fatal(err)
	}
	var all []map[string]any
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				walk(item)
			}
		case map[string]any:
			if v["type"] != nil {
				all = append(all, v)
			}
			walk(v["blocks"])
			walk(v["elements"])
			walk(v["text"])
		}
	}
	walk(sent)
	return all
}

var number = regexp.MustCompile(`<U\+([0-9A-F]+)>`)

// decode returns what an element of a quote stands for: itself, or in code the characters
// of these numbers.
func decode(t *testing.T, element map[string]any) string {
	t.Helper()
	words := element["text"].(string)
	style, _ := element["style"].(map[string]any)
	if style["code"] != true {
		return words
	}
	return number.ReplaceAllStringFunc(words, func(shown string) string {
		r, err := strconv.ParseUint(number.FindStringSubmatch(shown)[1], 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		return string(rune(r))
	})
}

// decoded returns the words of an article that posts quote, put together.
func decoded(t *testing.T, posts []post) string {
	t.Helper()
	var words strings.Builder
	for _, m := range posts {
		for _, o := range objects(t, m.wire(t)) {
			if o["type"] == "rich_text_quote" {
				for _, element := range o["elements"].([]any) {
					words.WriteString(decode(t, element.(map[string]any)))
				}
			}
		}
	}
	return words.String()
}

func TestQuoteDecodes(t *testing.T) {
	for _, words := range []string{
		"Plain words.", " space around ", "\tlines\r\nand\n\ntabs\t", "\r", "a\rb\r\nc\n\rd",
		"<U+202E> is not \u202e", "\u202e\u202c<U+202C>", "&lt;&amp;", "\x00\x1b[1m\x7f\u0085", "\u2028\u2029\u00a0\u3000",
		"\U000e0041\U000e007f\U0010ffff", "👩\u200d👩\u200d👧 ✔\ufe0f", "\ufeffBOM", "نمی\u200cدانم", "\ufffd",
	} {
		if got := decoded(t, drawn(t, bot.Reply{Blocks: []bot.Block{adaptertest.Quoting(words)}})); got != words {
			t.Errorf("%q is shown as %q", words, got)
		}
	}
}

// A quote is cut where reading stops. What it is about stands with its last words.
func TestLongQuote(t *testing.T) {
	sentence := "This is a sentence of a long speech, and not the last one. "
	tests := []struct {
		name, words string
		title       string
		ends        string // how the pieces end but for the last
	}{
		{"at sentences", strings.Repeat(sentence, 200), "A title", "last one. "},
		{"at paragraphs", strings.Repeat(strings.Repeat(sentence, 20)+"\n\n", 10), "A title", "\n\n"},
		{"at words", strings.Repeat("word ", 2000), "A title", "word "},
		{"between characters", strings.Repeat("e\u0301\u0302", 4000), "A title", "e\u0301\u0302"},
		{"inside what is no character any more", "e" + strings.Repeat("\u0301", 9000), "A title", "\u0301"},
		{"with a title that leaves little room", strings.Repeat(sentence, 50), strings.Repeat("A title ", 300), "last one. "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			q := adaptertest.Quoting(test.words)
			q.Who = "Ann Lee"
			q.Sources = []bot.Citation{{Title: test.title, Place: "The Paper"}}
			q.Actions = []bot.Action{{Label: "In context", Pressed: bot.Pressed{Name: "context", State: "c"}}}
			posts := drawn(t, bot.Reply{Blocks: []bot.Block{q}})
			if got := decoded(t, posts); got != test.words {
				t.Fatalf("the pieces put together are not the quote")
			}
			last := len(posts) - 1
			if last < 1 {
				t.Fatalf("%d posts, want several", len(posts))
			}
			for i, m := range posts {
				words := decoded(t, posts[i:i+1])
				if words == "" {
					t.Errorf("post %d of %d quotes nothing", i+1, len(posts))
				}
				if i < last && !strings.HasSuffix(words, test.ends) {
					t.Errorf("post %d ends with %q", i+1, words[max(0, len(words)-20):])
				}
				if about := strings.Contains(m.Text, "Ann Lee") && strings.Contains(string(m.wire(t)), "context:1"); about != (i == last) {
					t.Errorf("post %d of %d: who speaks and the buttons: %v", i+1, len(posts), about)
				}
			}
		})
	}
}

// A word that was looked for is not cut in two.
func TestMarksStayWhole(t *testing.T) {
	mark := "a phrase of words. It was looked for"
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
		for _, o := range objects(t, m.wire(t)) {
			if o["style"] != nil && o["text"] != mark {
				t.Errorf("%q is marked, want %q", o["text"], mark)
			}
		}
	}
}

func TestTitlesOfAnyLength(t *testing.T) {
	long := strings.Repeat("A title of 20,000 characters. ", 667)
	address := "https://a.example/" + strings.Repeat("a", 2982)
	tests := []struct {
		name, title, url string
		linked           bool
	}{
		{"no address", "A title", "", false},
		{"no web address", "A title", "javascript:alert(1)", false},
		{"no host", "A title", "https:///a", false},
		{"hidden in it", "A title", "https://a.example/\u202e", false},
		{"longest address", "A title", address, true},
		{"address too long", "A title", address + "a", false},
		{"address that is wide in JSON", "A title", "https://a.example/?" + strings.Repeat("&", 2900), false},
		{"long title", long, "https://a.example", true},
		{"long title, longest address", long, address, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			q := adaptertest.Quoting("Yes.")
			q.Sources = []bot.Citation{{Title: test.title, URL: test.url}}
			shown, linked := "", false
			for _, m := range drawn(t, bot.Reply{Blocks: []bot.Block{q}}) {
				for _, o := range objects(t, m.wire(t)) {
					if o["type"] == "text" && o["text"] != "Yes." || o["type"] == "link" {
						shown += fmt.Sprint(o["text"])
						linked = o["url"] == test.url
					}
				}
			}
			if shown != strings.TrimSpace(test.title) || linked != test.linked {
				t.Errorf("linked %v, want %v; %d characters shown, want %d", linked, test.linked, len(shown), len(test.title))
			}
		})
	}
}
