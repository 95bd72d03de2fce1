package discord

import (
	"regexp"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// list draws a heading with a line for each item. Where a command is among the items, they
// are what a person types.
func list(l bot.List) []part {
	typed := slices.ContainsFunc(l.Items, func(i bot.Item) bool { return strings.HasPrefix(i.Name, "/") })
	title, embeds := heading(adapter.Say(l.Heading), "")
	var lines []string
	for _, item := range l.Items {
		lines = append(lines, bullet(item, typed)...)
	}
	for _, some := range chunks(lines, longestDescription) {
		embeds = append(embeds, &discordgo.MessageEmbed{Color: accent, Description: some})
	}
	return apart(titled(embeds, title, ""))
}

// heading returns what is the title of an embed, or, where Discord takes no title so long,
// embeds with the same words.
func heading(words ink, link string) (string, []*discordgo.MessageEmbed) {
	if title := markdown(line{words}, ""); adapter.Length(title) <= longestTitle {
		return title, nil
	}
	if linkable(words.Words) {
		words.Link = link
	}
	return "", described(line{words})
}

// titled returns embeds of which the first has a title.
func titled(embeds []*discordgo.MessageEmbed, title, link string) []*discordgo.MessageEmbed {
	if title == "" {
		return embeds
	}
	if len(embeds) == 0 {
		embeds = []*discordgo.MessageEmbed{{Color: accent}}
	}
	embeds[0].Title, embeds[0].URL = title, link
	return embeds
}

// described returns embeds that show a line.
func described(l line) []*discordgo.MessageEmbed {
	var embeds []*discordgo.MessageEmbed
	for _, piece := range weights.Cut(l, longestDescription) {
		embeds = append(embeds, &discordgo.MessageEmbed{Color: accent, Description: markdown(piece, "")})
	}
	return embeds
}

// apart returns embeds as parts of a reply.
func apart(embeds []*discordgo.MessageEmbed) []part {
	var all []part
	for _, e := range embeds {
		if embedLength(e) > 0 { // Discord refuses an empty one
			all = append(all, part{embeds: []*discordgo.MessageEmbed{e}})
		}
	}
	return all
}

// bullet returns an item as a line, or as several where it is long: its name, which may be
// what a person types, and what there is to say of it.
func bullet(i bot.Item, typed bool) []string {
	name, about := adapter.Say(i.Name), adapter.Say(i.About)
	name.Code = typed && usage.MatchString(name.Words)
	l := cite(name, about, webAddress(i.Link), " – ")
	var lines []string
	for _, piece := range weights.Cut(l, longestDescription-len("- ")) {
		lines = append(lines, "- "+markdown(piece, ""))
	}
	return lines
}

// usage is what a command is typed with. Nothing in it acts: in code nothing can be escaped.
var usage = regexp.MustCompile(`^[\w/ :@-]+( \| [\w/ :@-]+)*$`)

// cite returns a name with what there is to say of it. The link is on the name, or on the
// rest where Discord makes none of the name.
func cite(name, about ink, link, between string) line {
	switch {
	case !name.Code && linkable(name.Words):
		name.Link = link
	case linkable(about.Words):
		about.Link = link
	}
	if name.Words == "" || about.Words == "" {
		return line{name, about}
	}
	return line{name, {Words: between}, about}
}

// chunks puts lines below each other, as many as fit.
func chunks(lines []string, most int) []string {
	var all []string
	for _, l := range lines {
		if last := len(all) - 1; last >= 0 && adapter.Length(all[last])+len("\n")+adapter.Length(l) <= most {
			all[last] += "\n" + l
			continue
		}
		all = append(all, l)
	}
	return all
}
