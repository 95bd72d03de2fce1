package terminal

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	"verbatim/bot"
)

// prompt stands before what the person types, and greeting before the first one.
const (
	prompt   = "verbatim> "
	greeting = "Ask a question, or type /help. Ctrl-D or /quit ends the chat."
	noMore   = "The last answer offers no more quotes."
)

// ownCommands are what can be typed here beyond the bot's commands.
var ownCommands = bot.List{Heading: "And in this terminal", Items: []bot.Item{
	{Name: "/more", About: "more quotes for the last question"},
	{Name: "/quit", About: "ends the chat, as does Ctrl-D"},
}}

// Chat is a conversation with the person whose lines Read returns, until that returns io.EOF.
type Chat struct {
	Bot    *bot.Bot
	Tenant string
	Screen *Screen
	Read   func(context.Context) (string, error)

	offered []bot.Action // by the last reply
	said    int          // messages so far
}

// Run holds the conversation and returns nil when the person ends it. Where nobody
// sees the lines being typed they are drawn too.
func (c *Chat) Run(ctx context.Context) error {
	if c.Screen.Interactive() {
		if err := c.draw(bot.Reply{Blocks: []bot.Block{bot.Paragraph(greeting)}}); err != nil {
			return err
		}
	}
	for {
		line, err := c.Read(ctx)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch line = strings.TrimSpace(line); line {
		case "":
			continue
		case "/quit", "/exit":
			return nil
		}
		if err := c.turn(ctx, line); err != nil {
			return err
		}
	}
}

func (c *Chat) turn(ctx context.Context, line string) error {
	if !c.Screen.Interactive() {
		if _, err := io.WriteString(c.Screen.out, prompt+bot.Visible(line)+"\n"); err != nil {
			return err
		}
	}
	return c.draw(c.reply(ctx, line))
}

// reply takes a line for an action that the last reply offered, or else for words to the bot.
func (c *Chat) reply(ctx context.Context, line string) bot.Reply {
	c.said++
	m := bot.Message{ID: strconv.Itoa(c.said), Tenant: c.Tenant, Text: line, Addressed: true}
	typed := strings.TrimPrefix(strings.ToLower(line), "/")
	for _, a := range c.offered {
		if typed == a.Name {
			m.Text, m.Action = "", &a.Pressed
		}
	}
	if m.Action == nil && typed == "more" {
		return bot.Reply{Blocks: []bot.Block{bot.Paragraph(noMore)}}
	}
	r := c.Bot.Handle(ctx, m)
	if typed == "help" {
		r.Blocks = append(r.Blocks, ownCommands)
	}
	return r
}

// draw draws a reply with a line around it, and remembers what it offers.
func (c *Chat) draw(r bot.Reply) error {
	c.offered = r.Actions
	if _, err := io.WriteString(c.Screen.out, "\n"); err != nil {
		return err
	}
	if err := c.Screen.Draw(r, func(a bot.Action) string { return "/" + a.Name }); err != nil {
		return err
	}
	_, err := io.WriteString(c.Screen.out, "\n")
	return err
}
