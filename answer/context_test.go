package answer

import (
	"errors"
	"strings"
	"testing"

	"verbatim/answer/text"
)

const ferries = "Ferries of Skye\n\nThe ferry is old. It sails at noon.\n\n“It is é safe,” said captain Anna Berg.\n\n" +
	"Subscribe now!\n\nNobody swims."

// spanOf returns where some words of a text stand.
func spanOf(t *testing.T, body, words string) text.Span {
	t.Helper()
	start := strings.Index(body, words)
	if start < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return text.Span{Start: start, End: start + len(words)}
}

func TestInContext(t *testing.T) {
	l := openLibrary(t)
	load(t, l, &Article{ID: "a", Title: "Ferries of Skye", Text: ferries, Lang: text.English,
		Furniture: []text.Span{spanOf(t, ferries, "Subscribe now!")}})
	for _, c := range []struct {
		name, quote, around, speaker string
		paragraph                    int
	}{
		{"stops at the headline", "It sails at noon.", "The ferry is old. It sails at noon.\n\n“It is é safe,” said captain Anna Berg.", "", 1},
		{"stops at furniture", "It is é safe", "The ferry is old. It sails at noon.\n\n“It is é safe,” said captain Anna Berg.", "Anna Berg", 2},
		{"the last paragraph", "Nobody swims.", "Nobody swims.", "", 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, around, err := l.InContext(ctx, "a", spanOf(t, ferries, c.quote))
			if err != nil {
				t.Fatal(err)
			}
			checkQuote(t, l, q)
			if q.Text() != c.quote || q.Speaker.Of(ferries) != c.speaker || q.Paragraph != c.paragraph {
				t.Errorf("the quote is %q by %q in paragraph %d", q.Text(), q.Speaker.Of(ferries), q.Paragraph)
			}
			if got := around.Of(ferries); got != c.around {
				t.Errorf("around it is %q", got)
			}
		})
	}
}

// A text without line breaks is one paragraph, and not shown as a whole.
func TestInContextOfALongParagraphIsWholeSentences(t *testing.T) {
	const one, quote = "The ferry sails at noon. ", "Nobody swims here."
	body := strings.Repeat(one, 200) + quote + " " + strings.Repeat(one, 200)
	l := openLibrary(t)
	load(t, l, english("a", body))
	_, around, err := l.InContext(ctx, "a", spanOf(t, body, quote))
	if err != nil {
		t.Fatal(err)
	}
	n := maxBeside / len(one)
	if want := strings.Repeat(one, n) + quote + " " + strings.TrimSpace(strings.Repeat(one, n)); around.Of(body) != want {
		t.Errorf("around it are %d bytes, want %d: %q", around.Len(), len(want), around.Of(body))
	}
}

func TestInContextAgreesWithTheAnswer(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("a", ferries))
	asked := ask(t, l, "What did Anna Berg say about safe?").Quotes
	if len(asked) == 0 {
		t.Fatal("nothing is quoted")
	}
	got, _, err := l.InContext(ctx, "a", asked[0].Span)
	if err != nil || got.Speaker != asked[0].Speaker || got.Role != asked[0].Role || got.Paragraph != asked[0].Paragraph {
		t.Errorf("got %+v, %v, want %+v", got, err, asked[0])
	}
}

func TestInContextLeavesOutFurnitureWithinTheParagraph(t *testing.T) {
	l := openLibrary(t)
	body := "Share this The ferry is old. It sails at noon. Photo: Berg"
	a := english("a", body)
	a.Furniture = []text.Span{spanOf(t, body, "Share this"), spanOf(t, body, "Photo: Berg")}
	load(t, l, a)
	_, around, err := l.InContext(ctx, "a", spanOf(t, body, "sails"))
	if got := around.Of(body); err != nil || got != "The ferry is old. It sails at noon." {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestInContextRefusesWhatIsNoQuote(t *testing.T) {
	l := openLibrary(t)
	a := english("a", ferries)
	a.Furniture = []text.Span{spanOf(t, ferries, "Subscribe now!")}
	load(t, l, a)
	e := strings.Index(ferries, "é")
	for name, s := range map[string]text.Span{
		"behind the end":     {Start: 5, End: len(ferries) + 1},
		"before the start":   {Start: -1, End: 5},
		"backwards":          {Start: 9, End: 5},
		"empty":              {Start: 5, End: 5},
		"from within a rune": {Start: e + 1, End: e + 4},
		"to within a rune":   {Start: e - 2, End: e + 1},
		"two paragraphs":     spanOf(t, ferries, "noon.\n\n“It"),
		"furniture":          spanOf(t, ferries, "Subscribe"),
	} {
		if q, _, err := l.InContext(ctx, "a", s); !errors.Is(err, ErrNotFound) {
			t.Errorf("%s: got %+v, %v", name, q.Span, err)
		}
	}
	if _, _, err := l.InContext(ctx, "b", text.Span{Start: 0, End: 5}); !errors.Is(err, ErrNotFound) {
		t.Errorf("an article that is gone: %v", err)
	}
}
