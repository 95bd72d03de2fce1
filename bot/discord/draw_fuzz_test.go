package discord

import (
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/answer"
	"verbatim/answer/text"
	"verbatim/bot"
)

// Whatever an article holds, each post is within Discord's limits, nothing in it acts, and
// the pieces of the quote put together are the quote.
func FuzzDraw(f *testing.F) {
	f.Add("Before. He said @everyone \u202enever\u200b, 华为公司 👩‍👩‍👧.\n\nAfter.", "A title", "Ann Lee", 8, 31, 16, 20, 1, false)
	f.Add("word and another. ", "*", "&", 0, 9, 2, 5, 700, true)
	f.Add("**", "<@1>", "\u202e", 0, 2, 0, 1, 3500, false)
	f.Add("\u202e", "e\u0301", "", 0, 3, 0, 3, 1500, true)
	f.Add(" ", "[", "\u202e", 0, 1, 0, 1, 3500, true)
	f.Add("\n1. a:b: ", "]", "#", 0, 9, 0, 4, 1500, false)
	f.Add("word\x00\x00.", "", "", 0, 7, 0, 5, 2, false)
	f.Add("\n", "a", "b", 0, 1, 0, 1, 5000, true)
	f.Fuzz(func(t *testing.T, words, title, who string, start, end, from, to, times int, around bool) {
		words = strings.ToValidUTF8(words, "?")
		quote, mark := text.Span{Start: start, End: end}, text.Span{Start: from, End: to}
		if !isSpan(words, quote) || !isSpan(words, mark) || times < 1 || times > 10000 || times*(len(words)+len(title)) > 1<<14 {
			return
		}
		q := repeated(words, quote, mark, times)
		q.Who = who
		place := strings.Repeat(title, times)
		q.Sources = []bot.Citation{{Title: place, URL: "https://a.example/" + title, Place: who}, {Title: place, Place: place}}
		want := q.Quote.Text()
		if around {
			q.Around = text.Span{End: len(q.Quote.Article.Text)}
			want = q.Quote.Article.Text
		}
		action := bot.Action{Label: title, Pressed: bot.Pressed{Name: "more", State: "m"}}
		q.Actions = []bot.Action{action, action}
		posts := drawn(t, bot.Reply{Blocks: []bot.Block{bot.Paragraph(place), q, bot.List{Heading: title, Items: []bot.Item{offering(place, who, title, "a"), offering(who, place, title, "b")}}, q}})
		for _, m := range posts {
			for _, found := range actingIn(m) {
				t.Errorf("%s acts", found)
			}
		}
		if got := quoted(posts); got != want+want {
			t.Errorf("%.200q… is quoted twice as %.400q…", want, got)
		}
	})
}

// offering is an item with something to be done with it.
func offering(name, about, label, state string) bot.Item {
	return bot.Item{Name: name, About: about, Actions: []bot.Action{{Label: label, Pressed: bot.Pressed{Name: "show", State: state}}}}
}

// repeated returns a quotation of words that are written several times, a mark in each.
// The quote goes from where it starts in the first to where it ends in the last.
func repeated(words string, quote, mark text.Span, times int) bot.Quotation {
	last := (times - 1) * len(words)
	q := answer.Quote{Article: &answer.Article{Text: strings.Repeat(words, times)}, Span: text.Span{Start: quote.Start, End: last + quote.End}}
	for at := 0; at <= last; at += max(len(words), 1) {
		if m := (text.Span{Start: at + mark.Start, End: at + mark.End}); q.Contains(m) {
			q.Marks = append(q.Marks, m)
		}
	}
	return bot.Quotation{Quote: q}
}

// isSpan reports whether a range of words starts and ends between characters of it.
func isSpan(words string, s text.Span) bool {
	return 0 <= s.Start && s.Start <= s.End && s.End <= len(words) &&
		utf8.ValidString(words[:s.Start]) && utf8.ValidString(s.Of(words))
}
