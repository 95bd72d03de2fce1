package terminal

import (
	"io"
	"strings"

	"github.com/rivo/uniseg"

	"verbatim/answer"
	"verbatim/answer/text"
	"verbatim/bot"
)

// indent is the margin of what stands below a quote: as wide as the bar beside it.
const indent = "  "

// Draw shows a reply. How an action of it is done here, how tells: "/more", say;
// what it gives no way to do is not shown.
func (s *Screen) Draw(r bot.Reply, how func(bot.Action) string) error {
	p := page{look: s.look, width: s.width(), how: how}
	for i, block := range r.Blocks {
		if i > 0 {
			p.WriteByte('\n')
		}
		p.block(block)
	}
	if ways := waysOf(r.Actions, how); ways != "" {
		p.WriteByte('\n')
		p.line("", p.faint, ways)
	}
	_, err := io.WriteString(s.out, p.String())
	return err
}

// A page is a reply being drawn.
type page struct {
	strings.Builder
	look
	width int
	how   func(bot.Action) string
}

// waysOf tells how actions are done, in one line; empty where none can be.
func waysOf(actions []bot.Action, how func(bot.Action) string) string {
	var ways []string
	for _, a := range actions {
		if way := how(a); way != "" {
			ways = append(ways, a.Label+": "+way)
		}
	}
	return strings.Join(ways, "   ")
}

// A run is a range of a text to be drawn in a style.
type run struct {
	text.Span
	style string
}

func (p *page) block(b bot.Block) {
	switch b := b.(type) {
	case bot.Paragraph:
		p.line("", "", string(b))
	case bot.Quotation:
		p.quotation(b)
	case bot.List:
		p.line("", p.strong, b.Heading)
		names := p.column(b.Items)
		for _, item := range b.Items {
			p.item(item, names)
		}
	}
}

func (p *page) quotation(q bot.Quotation) {
	words, marks := p.marked(q.Quote)
	before, after := q.Beside()
	p.line(indent, p.faint, before.Of(q.Quote.Article.Text))
	p.lines(p.bar, words, marks)
	p.line(indent, p.faint, after.Of(q.Quote.Article.Text))
	p.line(indent, p.strong, q.Who)
	for i, source := range q.Sources {
		lead := ""
		if i > 0 {
			lead = source.Lead()
		}
		p.source(lead, source)
	}
	p.line(indent, p.faint, waysOf(q.Actions, p.how))
}

// source draws a citation. An address is never broken: it would not be one any more.
func (p *page) source(lead string, c bot.Citation) {
	p.line(indent, "", lead+c.Title)
	place := c.Place
	if c.Article != c.Title {
		place += ", " + c.Article
	}
	p.line(indent, p.faint, place)
	if c.URL != "" {
		p.WriteString(indent + p.in(p.faint, bot.Visible(c.URL)) + "\n")
	}
}

// widestName is the most columns that the names of a list may take for what is said
// of them to stand in a column of its own.
const widestName = 16

// column returns the columns that the names of a list take; 0 where they are too long for that.
func (p *page) column(items []bot.Item) int {
	widest := 0
	for _, i := range items {
		widest = max(widest, uniseg.StringWidth(bot.Visible(i.Name)))
	}
	if widest > widestName {
		return 0
	}
	return widest
}

// item draws a name and what is said of it: beside it in a column of its own, or else below.
func (p *page) item(i bot.Item, names int) {
	name, about := bot.Visible(i.Name), bot.Visible(i.About)
	if names == 0 || about == "" {
		p.line("- ", "", name)
		p.line(indent, p.faint, about)
		p.line(indent, p.faint, waysOf(i.Actions, p.how))
		return
	}
	gap := strings.Repeat(" ", names-uniseg.StringWidth(name)+len(indent))
	p.line(indent+name+gap, p.faint, about)
	p.line(indent, p.faint, waysOf(i.Actions, p.how))
}

// marked returns the words of a quote as they are seen, and the runs in them that are marked.
func (p *page) marked(q answer.Quote) (string, []run) {
	var b strings.Builder
	var marks []run
	article, at := q.Article.Text, q.Start
	for _, m := range q.Marks {
		if m.Start < at || m.End > q.End {
			continue
		}
		b.WriteString(bot.Visible(article[at:m.Start]))
		start := b.Len()
		b.WriteString(bot.Visible(m.Of(article)))
		marks = append(marks, run{text.Span{Start: start, End: b.Len()}, p.marks})
		at = m.End
	}
	b.WriteString(bot.Visible(article[at:q.End]))
	return b.String(), marks
}

// line draws a text in one style; an empty one is not drawn.
func (p *page) line(margin, style, t string) {
	if t = bot.Visible(t); t != "" {
		p.lines(margin, t, []run{{text.Span{End: len(t)}, style}})
	}
}

// lines draws words that are visible, wrapped, with runs of them in their styles. The
// bar stands beside each line, any other margin beside the first one.
func (p *page) lines(margin, words string, runs []run) {
	room, beside := p.width, uniseg.StringWidth(margin)
	if room > 0 {
		room = max(room-beside, 1)
	}
	for i, line := range wrap(words, room) {
		switch {
		case margin == p.bar:
			p.WriteString(p.in(p.beside, margin))
		case i == 0:
			p.WriteString(margin)
		default:
			p.WriteString(strings.Repeat(" ", beside))
		}
		for _, r := range runs {
			if start, end := max(r.Start, line.Start), min(r.End, line.End); start < end {
				p.WriteString(words[line.Start:start] + p.in(r.style, words[start:end]))
				line.Start = end
			}
		}
		p.WriteString(line.Of(words) + "\n")
	}
}
