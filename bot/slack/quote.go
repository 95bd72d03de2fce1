package slack

import (
	"strings"

	"github.com/slack-go/slack"

	"verbatim/answer/text"
	"verbatim/bot"
	"verbatim/bot/adapter"
)

// frame is the weight of what a block of rich text takes around its elements.
const frame = 100

// leastPiece is the weight of the smallest piece that is worth cutting off a quote.
const leastPiece = 600

// quotation draws words of an article in a bar of their own, with nothing else in it.
// Below them stand who speaks, the source, and the buttons; where the words take several
// posts, below the last of them.
func (d *drawing) quotation(q bot.Quotation) []part {
	words := inked(q)
	about := "" // there is no other quote that the buttons could be about
	if d.quotes > 1 {
		about = words.Words()
	}
	below := together(append(credit(q), d.buttons(q.Actions, about)...)...)
	pieces := weights.Cut(words, room)
	if len(below) == 1 {
		pieces = makeRoom(pieces, below[0])
	}
	texts := quoteAloud(pieces)
	var bars []part
	for i, piece := range pieces {
		bar := &slack.RichTextQuote{Type: slack.RTEQuote, Elements: elements(piece)}
		bars = append(bars, newPart(texts[i:i+1], slack.NewRichTextBlock("", bar)))
	}
	if len(bars) == 0 {
		return below
	}
	last := len(bars) - 1
	return append(bars[:last:last], together(append(bars[last:], below...)...)...)
}

// makeRoom cuts the last piece of a quote again where otherwise what stands below it
// would not fit the same post.
func makeRoom(pieces []line, below part) []line {
	last := len(pieces) - 1
	left := min(textWeight*(longestText-below.text), longestJSON-below.json) - frame
	if last < 0 || left < leastPiece || weights.Of(pieces[last]) <= left {
		return pieces
	}
	return append(pieces[:last:last], weights.Cut(pieces[last], left)...)
}

// inked returns the words of a quotation: the quote with what was looked for in bold, or
// what stands around it with the quote in bold.
func inked(q bot.Quotation) line {
	words, shown, marks := q.Quote.Article.Text, q.Quote.Span, q.Quote.Marks
	if !q.Around.Empty() {
		shown, marks = q.Around, []text.Span{q.Quote.Span}
	}
	var l line
	for _, m := range marks {
		if shown.Contains(m) && !m.Empty() {
			l = append(l, ink{Words: words[shown.Start:m.Start]})
			l = append(l, ink{Words: m.Of(words), Bold: true, Whole: q.Around.Empty()})
			shown.Start = m.End
		}
	}
	return append(l, ink{Words: shown.Of(words)})
}

// credit draws who speaks and where the words stand.
func credit(q bot.Quotation) []part {
	if len(q.Sources) == 0 {
		return sections(speaker(q))
	}
	first := q.Sources[0]
	all := sections(stacked(speaker(q), line{title(first)}))
	all = append(all, remarks(line{adapter.Say(first.Place)})...)
	var others []line
	for _, c := range q.Sources[1:] {
		others = append(others, also(c, c.Title == first.Title))
	}
	return append(all, sections(stacked(others...))...)
}

// also returns a further source. Its title need not be repeated where it is the same.
func also(c bot.Citation, sameTitle bool) line {
	place := adapter.Say(c.Place)
	if sameTitle && place.Words != "" {
		place.Link = title(c).Link
		return line{{Words: c.Lead()}, place}
	}
	if place.Words != "" {
		place.Words = ", " + place.Words
	}
	return line{{Words: c.Lead()}, title(c), place}
}

// speaker returns who speaks, with the name in bold.
func speaker(q bot.Quotation) line {
	name := adapter.Say(q.Quote.Speaker.Of(q.Quote.Article.Text))
	who := adapter.Say(q.Who)
	role, ok := strings.CutPrefix(who.Words, name.Words)
	if !ok || name.Words == "" {
		name, role = who, ""
	}
	name.Bold = true
	return line{name, {Words: role}}
}

func title(c bot.Citation) ink {
	title := adapter.Say(c.Title)
	if title.Link = webAddress(c.Link); title.Link == "" {
		title.Link = webAddress(c.URL)
	}
	return title
}
