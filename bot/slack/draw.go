package slack

import (
	"cmp"
	"encoding/json"
	"strings"

	"github.com/slack-go/slack"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// post is a message as it is sent.
type post struct {
	Text   string // what is read where blocks are not: a notification, a screen reader. It is mrkdwn, and escaped
	Blocks []slack.Block
}

// Slack's limits for a post. It takes longer texts, but cuts some of them without a
// word; of blocks it refused about 13,200 characters of JSON together.
const (
	longestText = 4000
	longestJSON = 12900
	mostBlocks  = 50
)

// draw returns the posts that show a reply, in order, each within Slack's limits.
func draw(r bot.Reply) []post {
	var posts []post
	var p part
	for _, next := range new(drawing).parts(r) {
		if both := p.and(next); both.fits() {
			p = both
			continue
		}
		posts = append(posts, p.post())
		p = next
	}
	if len(p.blocks) > 0 {
		posts = append(posts, p.post())
	}
	return posts
}

// A part of a reply stands in one post, if need be in one of its own.
type part struct {
	lines  []string // what is read of it where blocks are not
	blocks []slack.Block
	apart  bool // is set off from what stands above it in its post

	text, json int // the lengths of lines and blocks
}

func newPart(lines []string, blocks ...slack.Block) part {
	p := part{lines: lines, blocks: blocks}
	for _, l := range lines {
		p.text += adapter.Length(l) + len("\n")
	}
	for _, b := range blocks {
		encoded, _ := json.Marshal(b) // blocks made here always have a JSON form
		p.json += adapter.Length(string(encoded)) + len(",")
	}
	return p
}

// and returns p with q below it.
func (p part) and(q part) part {
	if len(p.blocks) == 0 {
		return q
	}
	if q.apart {
		q.apart = false
		return p.and(newPart([]string{""}, slack.NewDividerBlock())).and(q)
	}
	return part{
		apart:  p.apart,
		lines:  append(p.lines[:len(p.lines):len(p.lines)], q.lines...),
		blocks: append(p.blocks[:len(p.blocks):len(p.blocks)], q.blocks...),
		text:   p.text + q.text,
		json:   p.json + q.json,
	}
}

func (p part) fits() bool {
	return p.text <= longestText && p.json <= longestJSON && len(p.blocks) <= mostBlocks
}

// post returns p as it is sent. Slack wants a text, also where nothing is to be read: of
// buttons alone, or of white space in a long quote.
func (p part) post() post {
	text := strings.TrimSpace(strings.Join(p.lines, "\n"))
	return post{cmp.Or(text, adapter.Ellipsis), p.blocks}
}

// A drawing is a reply being drawn.
type drawing struct {
	page   bool // not for a message but a page, which has headers
	quotes int  // how many the reply holds
	ids    int  // how many buttons are drawn already
}

// parts returns a reply in parts that each fit a post.
func (d *drawing) parts(r bot.Reply) []part {
	d.quotes = adapter.Quotations(r)
	actions := r.Actions
	var all []part
	for i, b := range r.Blocks {
		switch b := b.(type) {
		case bot.Paragraph:
			all = append(all, sections(line{adapter.Say(string(b))})...)
		case bot.List:
			all = append(all, d.list(b)...)
		case bot.Quotation:
			if d.quotes == 1 && i == len(r.Blocks)-1 {
				b.Actions, actions = append(b.Actions[:len(b.Actions):len(b.Actions)], actions...), nil
			}
			all = append(all, apart(d.quotation(b), i > 0 && adapter.IsQuotation(r.Blocks[i-1]))...)
		}
	}
	return append(all, apart(d.buttons(actions, ""), d.quotes > 1)...)
}

// apart returns the parts of what is set off from what stands above it, if it is to be.
func apart(parts []part, is bool) []part {
	if len(parts) > 0 {
		parts[0].apart = is
	}
	return parts
}

// together returns parts as one where that fits a post.
func together(parts ...part) []part {
	var one part
	for _, p := range parts {
		one = one.and(p)
	}
	if len(parts) > 0 && one.fits() {
		return []part{one}
	}
	return parts
}
