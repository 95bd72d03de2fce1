package discord

import (
	"fmt"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/answer/text"
	"verbatim/bot"
	"verbatim/bot/adapter"
)

// Discord's limits for an embed, but for the footer, which may have 2,048 characters:
// with fewer, all that stands around the longest piece of a quote fits beside it.
const (
	longestDescription = 4096
	longestTitle       = 256
	longestAuthor      = 256
	longestFooter      = 1000
	mostFields         = 25
	longestField       = 1024
	widestLink         = 512 // of a field, so that it has room for words
)

// accent is the colour of the bar beside an embed.
const accent = 0x3b82f6

// quotation draws words of an article in an embed: who speaks, the title, the words and
// nothing else as its description, the place as its footer. Where the words take several
// embeds, the first has who and what, the last has where, and the buttons are below it.
func (d *drawing) quotation(q bot.Quotation) []part {
	d.drawn++
	embeds := d.credited(q)
	for _, f := range alsoIn(q) {
		last := embeds[len(embeds)-1]
		if len(last.Fields) == mostFields || embedLength(last)+adapter.Length(f.Name)+adapter.Length(f.Value) > longestEmbeds {
			last = &discordgo.MessageEmbed{Color: accent}
			embeds = append(embeds, last)
		}
		last.Fields = append(last.Fields, f)
	}
	all := apart(embeds)
	if d.drawn == 1 && len(all) > 0 {
		all[0].content = alert(q)
	}
	for _, b := range d.buttons(q.Actions, d.number()) {
		all = append(all, part{quotes: []discordgo.Button{b}})
	}
	return all
}

// number is that of the quote being drawn; 0 where it is alone.
func (d *drawing) number() int {
	if d.quotes == 1 {
		return 0
	}
	return d.drawn
}

// credited returns the words of a quotation with who speaks, the title and the place. What
// is too long for where it belongs stands in embeds of its own.
func (d *drawing) credited(q bot.Quotation) []*discordgo.MessageEmbed {
	who, title, link, place := d.credit(q)
	bars := bars(q)
	shown, all := heading(title, link)
	titled(bars, shown, link)
	all = append(all, bars...)
	switch {
	case adapter.Length(who) > longestAuthor:
		all = append(described(line{adapter.Say(who)}), all...)
	case who != "":
		all[0].Author = &discordgo.MessageEmbedAuthor{Name: who}
	}
	switch {
	case adapter.Length(place) > longestFooter:
		all = append(all, described(line{adapter.Say(place)})...)
	case place != "":
		all[len(all)-1].Footer = &discordgo.MessageEmbedFooter{Text: place}
	}
	return all
}

// credit returns what there is to say of a quotation. Where there are several, what is
// read first bears the number of this one.
func (d *drawing) credit(q bot.Quotation) (who string, title ink, link, place string) {
	number := ""
	if d.number() > 0 {
		number = fmt.Sprintf("%d. ", d.number())
	}
	who = visible(q.Who)
	if who != "" || len(q.Sources) == 0 {
		who, number = strings.TrimSpace(number+who), ""
	}
	if len(q.Sources) > 0 {
		c := q.Sources[0]
		title, link, place = adapter.Say(number+c.Title), linkTo(c, longestLink), visible(c.Place)
	}
	return who, title, link, place
}

// bars draws the words of a quotation.
func bars(q bot.Quotation) []*discordgo.MessageEmbed {
	var bars []*discordgo.MessageEmbed
	for _, piece := range weights.Cut(inked(q), longestDescription) {
		bars = append(bars, &discordgo.MessageEmbed{Color: accent, Description: markdown(piece, "> ")})
	}
	if len(bars) == 0 {
		bars = append(bars, &discordgo.MessageEmbed{Color: accent})
	}
	return bars
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
		if !shown.Contains(m) || m.Empty() {
			continue
		}
		if last := len(l) - 1; last > 0 && m.Start == shown.Start {
			l[last].Words += m.Of(words) // the marks of two would not be told apart
		} else {
			l = append(l, ink{Words: words[shown.Start:m.Start]})
			l = append(l, ink{Words: m.Of(words), Bold: true, Whole: q.Around.Empty()})
		}
		shown.Start = m.End
	}
	return append(l, ink{Words: shown.Of(words)})
}

// alsoIn returns fields with the further sources of a quotation.
func alsoIn(q bot.Quotation) (fields []*discordgo.MessageEmbedField) {
	for _, nearly := range []bool{false, true} {
		for _, some := range chunks(sourceLines(q, nearly), longestField) {
			lead := bot.Citation{Nearly: nearly}.Lead()
			fields = append(fields, &discordgo.MessageEmbedField{Name: strings.TrimSpace(lead), Value: some})
		}
	}
	return fields
}

// sourceLines draws the further sources that hold the words of a quotation, or nearly those.
func sourceLines(q bot.Quotation, nearly bool) (lines []string) {
	for i, c := range q.Sources {
		if i == 0 || c.Nearly != nearly {
			continue
		}
		title, place := adapter.Say(c.Title), adapter.Say(c.Place)
		if c.Title == q.Sources[0].Title && place.Words != "" {
			title = ink{} // it need not be repeated
		}
		for _, piece := range weights.Cut(cite(title, place, linkTo(c, widestLink), ", "), longestField) {
			lines = append(lines, markdown(piece, ""))
		}
	}
	return lines
}

// linkTo returns the address of a source, if it has one that is not too long.
func linkTo(c bot.Citation, most int) string {
	for _, s := range []string{c.Link, c.URL} {
		if link := webAddress(s); link != "" && len(link) <= most {
			return link
		}
	}
	return ""
}
