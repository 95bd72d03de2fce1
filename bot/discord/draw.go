package discord

import (
	"cmp"
	"slices"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// post is a message as it is sent. What stands in its embeds is not repeated in its
// content, but for a line by which a notification tells what came.
type post struct {
	Content    string
	Embeds     []*discordgo.MessageEmbed
	Components []discordgo.MessageComponent
}

// Discord's limits for a post.
const (
	longestContent = 2000
	longestEmbeds  = 6000 // the texts of all its embeds together
	mostEmbeds     = 10
	mostRows       = 5
	mostInARow     = 5
)

// draw returns the posts that show a reply, in order, each within Discord's limits. custom
// gives what a button sends back when it is pressed; where that is empty there is no button.
func draw(r bot.Reply, custom func(bot.Pressed) (id string)) []post {
	var posts []post
	var p part
	d := &drawing{custom: custom, quotes: adapter.Quotations(r)}
	for i, next := range d.parts(r) {
		if i > 0 && !p.takes(next) {
			posts = append(posts, p.post())
			p = part{}
		}
		p = p.and(next)
	}
	if !p.empty() {
		posts = append(posts, p.post())
	}
	return posts
}

// A part of a reply stands in one post, if need be in one of its own.
type part struct {
	content string
	embeds  []*discordgo.MessageEmbed
	quotes  []discordgo.Button     // are about quotes
	menus   []discordgo.SelectMenu // are about items of lists
	reply   []discordgo.Button     // are about the whole reply
}

// and returns p with q below it.
func (p part) and(q part) part {
	both := p
	if both.content += q.content; p.content != "" && q.content != "" {
		both.content = p.content + "\n" + q.content
	}
	both.embeds = append(p.embeds[:len(p.embeds):len(p.embeds)], q.embeds...)
	both.quotes = append(p.quotes[:len(p.quotes):len(p.quotes)], q.quotes...)
	both.menus = append(p.menus[:len(p.menus):len(p.menus)], q.menus...)
	both.reply = append(p.reply[:len(p.reply):len(p.reply)], q.reply...)
	return both
}

// takes reports whether q can stand below p in one post. Discord shows the content of a
// post above all else.
func (p part) takes(q part) bool {
	if q.content != "" && (len(p.embeds) > 0 || p.acts()) {
		return false
	}
	both := p.and(q)
	sum := 0
	for _, e := range both.embeds {
		sum += embedLength(e)
	}
	return adapter.Length(both.content) <= longestContent && len(both.embeds) <= mostEmbeds &&
		sum <= longestEmbeds && len(both.rows()) <= mostRows
}

func (p part) empty() bool {
	return p.content == "" && len(p.embeds) == 0 && !p.acts()
}

// acts reports whether p holds anything that can be pressed.
func (p part) acts() bool { return len(p.quotes)+len(p.menus)+len(p.reply) > 0 }

// post returns p as it is sent. Discord refuses one of buttons alone.
func (p part) post() post {
	if len(p.embeds) == 0 {
		p.content = cmp.Or(p.content, adapter.Ellipsis)
	}
	return post{p.content, p.embeds, p.rows()}
}

// A drawing is a reply being drawn.
type drawing struct {
	custom func(bot.Pressed) string
	quotes int // how many the reply holds
	drawn  int // how many of them are drawn already
}

// parts returns a reply in parts that each fit a post.
func (d *drawing) parts(r bot.Reply) []part {
	actions := r.Actions
	var all []part
	for i, b := range r.Blocks {
		switch b := b.(type) {
		case bot.Paragraph:
			all = append(all, paragraphBelow(b, all)...)
		case bot.List:
			if i == 0 { // or a notification would tell nothing
				all, b.Heading = paragraph(bot.Paragraph(b.Heading)), ""
			}
			all = append(append(all, list(b)...), d.choices(b.Items)...)
		case bot.Quotation:
			if d.quotes == 1 && i == len(r.Blocks)-1 {
				b.Actions, actions = append(b.Actions[:len(b.Actions):len(b.Actions)], actions...), nil
			}
			all = append(all, d.quotation(b)...)
		}
	}
	for _, b := range d.buttons(actions, 0) {
		all = append(all, part{reply: []discordgo.Button{b}})
	}
	return all
}

// paragraph draws a sentence of the bot's own as the content of a post.
func paragraph(p bot.Paragraph) []part {
	var all []part
	for _, piece := range weights.Cut(line{adapter.Say(string(p))}, longestContent) {
		all = append(all, part{content: markdown(piece, "")})
	}
	return all
}

// paragraphBelow draws a sentence below other parts. Below an embed it is one too, since
// the content of a post stands above all embeds, and a post of its own might end up far from
// these, where it is added to an answer later.
func paragraphBelow(p bot.Paragraph, above []part) []part {
	if !slices.ContainsFunc(above, func(p part) bool { return len(p.embeds) > 0 }) {
		return paragraph(p)
	}
	return apart(described(line{adapter.Say(string(p))}))
}
