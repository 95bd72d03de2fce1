package slack

import (
	"strings"

	"github.com/slack-go/slack"

	"verbatim/bot"
)

// A row of a list is its heading or a bullet.
type row struct {
	line
	bullet bool
}

// list draws a heading in bold with a bullet for each item.
func list(l bot.List) []part {
	heading := say(l.Heading)
	heading.bold = true
	var rows []row
	for _, piece := range cut(line{heading}, room) {
		rows = append(rows, row{piece, false})
	}
	for _, item := range l.Items {
		for _, piece := range cut(bullet(item), room) {
			rows = append(rows, row{piece, true})
		}
	}
	var all []part
	for _, some := range chunks(rows, len(rows), func(r row) int { return weigh(r.line).total() + elementWeight }) {
		all = append(all, drawRows(some))
	}
	return all
}

// bullet returns the line of an item: its name, and what there is to say of it.
func bullet(i bot.Item) line {
	name, about := say(i.Name), say(i.About)
	name.link, name.code = webAddress(i.Link), strings.HasPrefix(name.words, "/")
	if name.words != "" && about.words != "" {
		about.words = " – " + about.words
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
