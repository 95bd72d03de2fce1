package terminal

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	"verbatim/bot"
)

// greeting and ownCommands are what a terminal has to say beyond the bot.
const greeting = "Ask a question, or type /help. Ctrl-D or /quit ends the chat."

var ownCommands = bot.List{Heading: "And in this terminal", Items: []bot.Item{
	{Name: "/more", About: "whatever the last answer offers to go on with, as it says"},
	{Name: "/quit", About: "ends the chat, as does Ctrl-D"},
}}

// Chat talks with the person whose lines Read returns, until that returns io.EOF.
type Chat struct {
	Bot    *bot.Bot
	Tenant string
	Screen *Screen
	Read   func(context.Context) (string, error)

	offered []bot.Action // by the last reply
	said    int
}

// Run holds the conversation. It returns nil when the person ends it.
func (c *Chat) Run(ctx context.Context) error {
	if c.Screen.Interactive() {
		if err := c.draw(bot.Reply{Blocks: []bot.Block{bot.Paragraph(greeting)}}); err != nil {
			return err
		}
	}
	for ctx.Err() == nil {
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
		case "/quit", "/exit", "/q":
			return nil
		}
		if err := c.draw(c.reply(ctx, line)); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// reply takes a line for an action that the last reply offered, or else for words to the bot.
func (c *Chat) reply(ctx context.Context, line string) bot.Reply {
	c.said++
	m := bot.Message{ID: strconv.Itoa(c.said), Tenant: c.Tenant, Text: line, Addressed: true}
	for _, a := range c.offered {
		if strings.TrimPrefix(line, "/") == a.Name {
			m.Text, m.Action = "", &a.Pressed
		}
	}
	r := c.Bot.Handle(ctx, m)
	if line == "/help" || line == "help" {
		r.Blocks = append(r.Blocks, ownCommands)
	}
	return r
}

func (c *Chat) draw(r bot.Reply) error {
	c.offered = r.Actions
	if _, err := io.WriteString(c.Screen.out, "\n"); err != nil {
		return err
	}
	err := c.Screen.Draw(r, func(a bot.Action) string { return "/" + a.Name })
	if err != nil {
		return err
	}
	_, err = io.WriteString(c.Screen.out, "\n")
	return err
}
