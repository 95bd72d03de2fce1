package slack

import (
	"slices"
	"strings"

	"github.com/slack-go/slack"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// A row of a list is its heading or a bullet.
type row struct {
	line
	bullet bool
}

// longestHeader is Slack's limit.
const longestHeader = 150

// list draws a heading with a bullet for each item, and below that the item's buttons. Where
// a command is among the items, they are what a person types.
func (d *drawing) list(l bot.List) []part {
	typed := slices.ContainsFunc(l.Items, func(i bot.Item) bool { return strings.HasPrefix(i.Name, "/") })
	all, rows := d.heading(l.Heading)
	for _, item := range l.Items {
		for _, piece := range weights.Cut(bullet(item, typed), room) {
			rows = append(rows, row{piece, true})
		}
		if buttons := d.buttons(item.Actions, item.Name); len(buttons) > 0 {
			all = append(all, stack(drawAll(rows), buttons)...)
			rows = nil
		}
	}
	return append(all, drawAll(rows)...)
}

// stack returns parts with others below them, that begin in the post in which these end
// where there is room for that.
func stack(above, below []part) []part {
	last := len(above) - 1
	if last < 0 {
		return below
	}
	return append(append(above[:last:last], together(above[last], below[0])...), below[1:]...)
}

// drawAll draws rows in as many parts as they take.
func drawAll(rows []row) (all []part) {
	for _, some := range chunks(rows, len(rows), row.weight) {
		all = append(all, drawRows(some))
	}
	return all
}

// heading returns a heading as a block of its own on a page, and in bold elsewhere.
func (d *drawing) heading(words string) ([]part, []row) {
	heading := adapter.Say(words)
	heading.Bold = true
	l := line{heading}
	if seen := bot.Visible(heading.Words); d.page && seen != "" && adapter.Length(seen) <= longestHeader {
		return []part{newPart(aloud(l), slack.NewHeaderBlock(plainText(seen)))}, nil
	}
	var rows []row
	for _, piece := range weights.Cut(l, room) {
		rows = append(rows, row{piece, false})
	}
	return nil, rows
}

func (r row) weight() int { return weights.Of(r.line) + elementWeight }

// bullet returns the line of an item: its name, which may be what a person types, and
// what there is to say of it.
func bullet(i bot.Item, typed bool) line {
	name, about := adapter.Say(i.Name), adapter.Say(i.About)
	name.Link, name.Code = webAddress(i.Link), typed
	if name.Words != "" && about.Words != "" {
		about.Words = " – " + about.Words
	}
	return line{name, about}
}

// drawRows draws headings, then bullets.
func drawRows(rows []row) part {
	var lines []string
	var headings, bullets []slack.RichTextElement
	for _, r := range rows {
		section := slack.NewRichTextSection(elements(r.line)...)
		if r.bullet {
			bullets = append(bullets, section)
		} else {
			headings = append(headings, section)
		}
		lines = append(lines, aloud(r.line)...)
	}
	if bullets != nil {
		headings = append(headings, slack.NewRichTextList(slack.RTEListBullet, 0, bullets...))
	}
	return newPart(lines, slack.NewRichTextBlock("", headings...))
}

// chunks puts items together in order, no more than n at a time, and no heavier than
// room but where one alone is.
func chunks[T any](items []T, n int, weight func(T) int) [][]T {
	var all [][]T
	sum := 0
	for _, item := range items {
		w := weight(item)
		if last := len(all) - 1; last >= 0 && len(all[last]) < n && sum+w <= room {
			all[last], sum = append(all[last], item), sum+w
			continue
		}
		all, sum = append(all, []T{item}), w
	}
	return all
}
