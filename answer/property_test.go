package answer

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/answer/text"
)

// scraps are what random texts are made of: words, names, speech, marks and white space of several kinds.
var scraps = strings.Split("the|a harbour|ferries|Ferry|sails|Anna Berg|Berg|said|“|”|\"|'|«|»|,|, said Berg|.|. |! |?|\n|\n\n|\r\n"+
	"|No. 10|U.S.|47,000|1987|back doors|backdoors|cyber-security|cybersecurity|Ελλάδα|порт|é|é|\u202e|\u200b|日本|🙂|—|- |* |# ", "|")

func randomText(rng *rand.Rand, most int) string {
	var b strings.Builder
	for range 1 + rng.IntN(most) {
		b.WriteString(scraps[rng.IntN(len(scraps))])
		if rng.IntN(4) > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// randomFurniture marks a line of a text now and then.
func randomFurniture(rng *rand.Rand, t string) []text.Span {
	end := strings.IndexByte(t, '\n')
	if end <= 0 || rng.IntN(3) > 0 {
		return nil
	}
	return []text.Span{{Start: 0, End: end}}
}

func TestEveryQuoteIsARangeOfItsArticle(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 11))
	quoted := 0
	for round := range 40 {
		l := openLibrary(t)
		for n := range 1 + rng.IntN(6) {
			body := randomText(rng, 120)
			load(t, l, &Article{ID: fmt.Sprint(n), Text: body + " end", Lang: text.Detect(body), Furniture: randomFurniture(rng, body)})
		}
		for range 15 {
			found, err := l.Ask(ctx, Question{Text: randomText(rng, 8) + "?", Nearest: rng.IntN(2) == 0})
			if err != nil {
				t.Fatal(err)
			}
			for _, q := range found.Quotes {
				checkQuote(t, l, q)
				checkContext(t, l, q)
				quoted++
			}
		}
		if t.Failed() {
			t.Fatalf("in round %d", round)
		}
	}
	if quoted == 0 {
		t.Error("not one random question was answered: the test shows nothing")
	}
}

// checkQuote holds a quote to what is promised of every quote.
func checkQuote(t *testing.T, l *Library, q Quote) {
	t.Helper()
	stored, _, err := l.Article(ctx, q.Article.ID)
	if err != nil {
		t.Fatal(err)
	}
	whole := func(q Quote) text.Span { return text.Span{End: len(q.Article.Text)} }
	if !whole(q).Contains(q.Span) || q.Empty() || q.Text() != q.Of(stored.Text) || !utf8.ValidString(q.Text()) {
		t.Errorf("%+v is no range of its article", q.Span)
	}
	if overlapsAny(stored.Furniture, q.Span) {
		t.Errorf("furniture is quoted: %q", q.Text())
	}
	for _, mark := range q.Marks {
		if !q.Contains(mark) {
			t.Errorf("mark %v lies outside the quote %v", mark, q.Span)
		}
	}
	for _, who := range []text.Span{q.Speaker, q.Role} {
		if !who.Empty() && !whole(q).Contains(who) {
			t.Errorf("speaker or role %v is no range of the article", who)
		}
	}
	if q.Score < 0 || q.Score > 1 || q.Paragraph < 1 {
		t.Errorf("score %v, paragraph %d", q.Score, q.Paragraph)
	}
	for _, other := range q.Also {
		if other.Article.ID == q.Article.ID || !whole(other).Contains(other.Span) || overlapsAny(other.Article.Furniture, other.Span) {
			t.Errorf("%+v is no other source of %q", other.Span, q.Text())
		}
	}
}

// checkContext holds what InContext says of a quote to what is promised.
func checkContext(t *testing.T, l *Library, q Quote) {
	t.Helper()
	again, around, err := l.InContext(ctx, q.Article.ID, q.Span)
	if err != nil {
		t.Fatal(err)
	}
	if again.Span != q.Span || again.Speaker != q.Speaker || again.Role != q.Role || again.Paragraph != q.Paragraph {
		t.Errorf("the quote %+v comes back as %+v", q, again)
	}
	if !around.Contains(q.Span) || !utf8.ValidString(around.Of(q.Article.Text)) || overlapsAny(q.Article.Furniture, around) {
		t.Errorf("%v is shown around %v", around, q.Span)
	}
}

func TestTheFirstQuotesDoNotDependOnHowManyAreWanted(t *testing.T) {
	l := openLibrary(t)
	for n := range 8 {
		load(t, l, english(fmt.Sprint(n), fmt.Sprintf("The ferry to island %d sails at noon.\n\nNobody knows the captain of ferry %d.", n, n)))
	}
	var last []Quote
	for limit := 1; limit < 8; limit++ {
		found, err := l.Ask(ctx, Question{Text: "When does the ferry sail?", Limit: limit})
		if err != nil || len(found.Quotes) > limit || len(found.Quotes) < len(last) {
			t.Fatalf("limit %d: %d quotes, %v", limit, len(found.Quotes), err)
		}
		for i, q := range last {
			if found.Quotes[i].Text() != q.Text() {
				t.Errorf("limit %d, quote %d: %q, not %q", limit, i, found.Quotes[i].Text(), q.Text())
			}
		}
		last = found.Quotes
	}
}

func FuzzAsk(f *testing.F) {
	f.Add("“The ferry sails at noon,” said Anna Berg.\n\nBerg left.", "When does the ferry sail?")
	f.Add("– Ja, sier Berg.", "hva sa Berg?")
	f.Fuzz(func(t *testing.T, body, question string) {
		l := openLibrary(t)
		added, err := l.Add(ctx, &Article{ID: "a", Text: body, Lang: text.Detect(body)})
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range ask(t, l, question).Quotes {
			if added[0].Status == Refused {
				t.Fatal("a refused article is quoted")
			}
			checkQuote(t, l, q)
		}
	})
}
