package terminal

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"math"
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
	{Name: "/more", About: "more quotes for the last question; so with what else is offered"},
	{Name: findCommand + " WORDS", About: "the source of what somebody claims"},
	{Name: loadCommand + " FILES LINKS", About: "loads articles; so does /articles add with paths of files behind it"},
	{Name: homeCommand, About: "what the bot knows"},
	{Name: "/quit", About: "ends the chat, as does Ctrl-D"},
}}

const (
	findCommand = "/find"
	homeCommand = "/home"
	loadCommand = "/load"
)

// Chat is a conversation with the person whose lines Read returns, until that returns io.EOF.
type Chat struct {
	Bot    *bot.Bot
	Tenant string
	Screen *Screen
	Read   func(context.Context) (string, error)

	offered []offered // by the last reply
	session string    // sets its messages apart from those of other chats
	said    int       // messages so far
	errands chan told // what the bot has to say of its own accord
}

// Run holds the conversation and returns nil when the person ends it. Where nobody
// sees the lines being typed they are drawn too.
func (c *Chat) Run(ctx context.Context) error {
	c.session = sessionMark + rand.Text()
	c.errands = make(chan told)
	ctx, stop := context.WithCancel(ctx)
	defer c.attend(ctx)()
	defer stop()
	if c.Screen.Interactive() {
		if err := c.draw(bot.Reply{Blocks: []bot.Block{bot.Paragraph(greeting)}}); err != nil {
			return err
		}
	}
	for {
		if err := c.hear(ctx); err != nil {
			return err
		}
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
	r := c.reply(ctx, line)
	for r.Form != nil {
		var err error
		if r, err = c.fill(ctx, *r.Form); err != nil {
			return err
		}
	}
	return c.say(ctx, r)
}

// say shows a reply, keeps the files that come with it, and tells the bot that it is shown.
func (c *Chat) say(ctx context.Context, r bot.Reply) error {
	for _, f := range r.Files {
		r.Blocks = append(r.Blocks, bot.Paragraph(keep(ctx, f)))
	}
	if err := c.draw(r); err != nil || r.Receipt == "" {
		return err
	}
	return c.Bot.Sent(ctx, c.Tenant, r.Receipt, c.session)
}

// message returns a message of the person who sits here.
func (c *Chat) message() bot.Message {
	c.said++
	return bot.Message{
		ID: c.session + strconv.Itoa(c.said), Tenant: c.Tenant, User: person, Addressed: true,
		Forms: true, Largest: math.MaxInt64, Where: "the terminal", Place: c.session, Meanwhile: c.progress(),
	}
}

// reply takes a line for an action that the last reply offered, or else for words to the bot.
func (c *Chat) reply(ctx context.Context, line string) bot.Reply {
	m := c.message()
	m.Text, m.Files = attached(line)
	typed := strings.ToLower(line)
	for _, o := range c.offered {
		if o.isTyped(typed) {
			m.Text, m.Action = "", &o.Pressed
			return c.Bot.Handle(ctx, m)
		}
	}
	switch command, words, _ := strings.Cut(line, " "); command {
	case "/more":
		return bot.Reply{Blocks: []bot.Block{bot.Paragraph(noMore)}}
	case homeCommand:
		return c.Bot.Home(ctx, m)
	case findCommand:
		m.Text, m.Claim = words, true
	case loadCommand:
		m.Text, m.Files = attached(words)
		m.Load = true
	}
	r := c.Bot.Handle(ctx, m)
	if typed == "help" || typed == "/help" {
		r.Blocks = append(r.Blocks, ownCommands)
	}
	return r
}

// person is whoever sits at the terminal, and may do what there is to do.
var person = bot.User{ID: "you", Name: "you", Admin: func(context.Context) (bool, error) { return true, nil }}

// offered is an action and what is typed for it.
type offered struct {
	bot.Pressed
	typed string
}

// isTyped reports whether a line stands for the action, with or without the slash, and
// with the number of one that has none since it is the only one.
func (o offered) isTyped(line string) bool {
	line = "/" + strings.TrimPrefix(line, "/")
	return line == o.typed || line == o.typed+" 1"
}

// offers returns what a reply offers. An action that it has several times is typed with its number.
func offers(r bot.Reply) (all []offered) {
	actions := r.Offers()
	times, nth := map[string]int{}, map[string]int{}
	for _, a := range actions {
		times[a.Name]++
	}
	for _, a := range actions {
		o := offered{a.Pressed, "/" + a.Name}
		if nth[a.Name]++; times[a.Name] > 1 {
			o.typed += " " + strconv.Itoa(nth[a.Name])
		}
		all = append(all, o)
	}
	return all
}

// draw draws a reply with a line around it, and remembers what it offers. What offers
// nothing leaves what was offered before.
func (c *Chat) draw(r bot.Reply) error {
	if now := offers(r); len(now) > 0 {
		c.offered = now
	}
	if _, err := io.WriteString(c.Screen.out, "\n"); err != nil {
		return err
	}
	if err := c.Screen.Draw(r, c.typed); err != nil {
		return err
	}
	_, err := io.WriteString(c.Screen.out, "\n")
	return err
}

// typed returns what is typed for an action of the last reply.
func (c *Chat) typed(a bot.Action) string {
	for _, o := range c.offered {
		if o.Pressed == a.Pressed {
			return o.typed
		}
	}
	return ""
}
