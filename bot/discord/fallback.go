package discord

import (
	"cmp"
	"strings"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// What an alert has room for, so that it is one line on a wide screen, and two on a phone.
const (
	longestLead  = 40
	longestWords = 60
)

// alert returns the line that a notification shows of a quotation, where nothing of an
// embed is seen: who speaks, or else the title, and how the words begin. It is short,
// since whoever sees the post, or has it read aloud, has the words in the embed below.
func alert(q bot.Quotation) string {
	title := ""
	if len(q.Sources) > 0 {
		title = q.Sources[0].Title
	}
	words := adapter.Clip(strings.Join(strings.Fields(visible(q.Quote.Text())), " "), longestWords)
	if words != "" && !strings.ContainsAny(words, "\"“”„«»") {
		words = "“" + words + "”"
	}
	lead := adapter.Clip(cmp.Or(visible(q.Who), visible(title)), longestLead)
	if lead != "" && words != "" {
		lead += ": "
	}
	return markdown(line{{Words: lead + words}}, "")
}
