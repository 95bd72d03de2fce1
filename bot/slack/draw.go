package slack

import (
	"encoding/json"
	"strings"

	"github.com/slack-go/slack"

	"verbatim/bot"
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
	for _, next := range parts(r) {
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
	labels []string // what is read of it where there is nothing else: those of its buttons
	blocks []slack.Block

	text, json int // the lengths of lines and blocks
}

func newPart(lines []string, blocks ...slack.Block) part {
	p := part{lines: lines, blocks: blocks}
	for _, l := range lines {
		p.text += length(l) + len("\n")
	}
	for _, b := range blocks {
		encoded, _ := json.Marshal(b) // blocks made here always have a JSON form
		p.json += length(string(encoded)) + len(",")
	}
	return p
}

// and returns p with q below it.
func (p part) and(q part) part {
	return part{
		lines:  append(p.lines[:len(p.lines):len(p.lines)], q.lines...),
		labels: append(p.labels[:len(p.labels):len(p.labels)], q.labels...),
		blocks: append(p.blocks[:len(p.blocks):len(p.blocks)], q.blocks...),
		text:   p.text + q.text,
		json:   p.json + q.json,
	}
}

func (p part) fits() bool {
	return p.text <= longestText && p.json <= longestJSON && len(p.blocks) <= mostBlocks
}

func (p part) post() post {
	lines := p.lines
	if len(lines) == 0 {
		lines = p.labels
	}
	return post{strings.Join(lines, "\n"), p.blocks}
}

// parts returns a reply in parts that each fit a post.
func parts(r bot.Reply) []part {
	d := drawing{quotes: quotations(r)}
	actions := r.Actions
	var all []part
	for i, b := range r.Blocks {
		switch b := b.(type) {
		case bot.Paragraph:
			all = append(all, sections(line{say(string(b))})...)
		case bot.List:
			all = append(all, list(b)...)
		case bot.Quotation:
			if d.quotes == 1 && i == len(r.Blocks)-1 {
				b.Actions, actions = append(b.Actions[:len(b.Actions):len(b.Actions)], actions...), nil
			}
			all = append(all, d.quotation(b)...)
		}
	}
	return append(all, d.row(actions, "")...)
}

// together returns parts as one where that fits a post.
func together(parts ...part) []part {
	var one part
	for _, p := range parts {
		one = one.and(p)
	}
	if one.fits() {
		return []part{one}
	}
	return parts
}

func quotations(r bot.Reply) int {
	n := 0
	for _, b := range r.Blocks {
		if _, ok := b.(bot.Quotation); ok {
			n++
		}
	}
	return n
}

// A drawing is a reply being drawn.
type drawing struct {
	quotes  int // how many the reply holds
	buttons int // how many are drawn already
}
