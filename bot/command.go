package bot

import (
	"context"
	"fmt"
	"strings"
)

// Command is something a person can type instead of a question.
type Command struct {
	Name  string
	About string
	Slash bool // a chat registers it with a slash, for everybody to find
	// Keeper is set where only those may give it who look after the bot in their tenant.
	Keeper  bool
	Options []Option
	Subs    []Command // one of these is typed behind it; the first is meant where none is

	raw  bool   // what is typed behind it is the value of its bare option as it stands
	lead string // the word that makes a command of it behind its name, also without a slash
	run  func(t *turn, ctx context.Context, g given) (Reply, error)
}

// Commands returns the one table that typing, help, registration and permissions are read off.
func Commands() []Command {
	return []Command{
		{Name: "ask", About: "an answer for your eyes, which you can share", Slash: true, Options: askOptions, raw: true, run: askPrivately},
		quotesCommand(),
		{Name: "articles", About: "the articles I quote from: look at them, and look after them", Slash: true, Subs: articleCommands()},
		{Name: "collections", About: "articles under a name, and the channels that are answered from them", Slash: true, Subs: collectionCommands()},
		{Name: "sources", About: "the outlets I quote from", Slash: true, run: sources},
		{Name: "settings", About: "how I work here", Slash: true, Keeper: true, Subs: settingCommands()},
		{Name: "insights", About: "what was asked and not answered, what did not help, what is quoted most", Slash: true, Keeper: true, Subs: insightCommands()},
		{Name: "forget", About: "forgets what you asked me", Slash: true, Options: forgetOptions, run: forget},
		{Name: "help", About: "how to ask, and what else I do", Slash: true, run: help},
	}
}

// askOptions narrow a question down. The question itself is typed with them as it is.
var askOptions = []Option{
	{Name: "question", About: "what you want to know, in a sentence or two", Kind: Words, Bare: true, Required: true},
	{Name: "from", About: "only from this outlet", Kind: Source},
	{Name: "by", About: "only what this person said", Kind: Speaker},
	{Name: "after", About: "only from articles since then: 2019, 2019-03 or 2019-03-01", Kind: Day},
	{Name: "before", About: "only from articles before then", Kind: Day},
	{Name: "in", About: "only from this collection", Kind: ACollection},
}

// Takes returns what is typed behind the command.
func (c *Command) Takes() string {
	var takes []string
	for _, s := range c.Subs {
		takes = append(takes, s.Name)
	}
	for _, o := range c.Options {
		switch {
		case o.Bare && o.Name == c.lead:
			takes = append(takes, o.Name+":NAME")
		case o.Bare:
			takes = append(takes, strings.ToUpper(o.Name))
		}
	}
	return strings.Join(takes, " | ")
}

// Usage returns how the command is typed.
func (c *Command) Usage() string {
	usage := c.Name
	if c.Slash {
		usage = "/" + usage
	}
	return strings.TrimSpace(usage + " " + c.Takes())
}

// commandIn returns the command that a text consists of, and what is typed behind it; nil
// when it is none. Without a slash words that could be a question are one: only a command
// alone, or with one of those that go with it, is a command then.
func commandIn(text string) (*Command, given, error) {
	typed, slash := strings.CutPrefix(text, "/")
	name, rest := cutWord(typed)
	c := named(Commands(), strings.TrimRight(name, "!?."))
	if c == nil && slash {
		return nil, nil, noSuchCommand
	}
	if c == nil || !slash && !c.takes(rest) {
		return nil, nil, nil
	}
	if len(c.Subs) > 0 {
		return c.sub(rest)
	}
	return c, c.given(rest), nil
}

func named(commands []Command, name string) *Command {
	for _, c := range commands {
		if strings.EqualFold(c.Name, name) {
			return &c
		}
	}
	return nil
}

// takes reports whether words that follow the name of a command make no question of it.
func (c *Command) takes(typed string) bool {
	first, _ := cutWord(typed)
	lead, _, _ := strings.Cut(first, ":")
	return typed == "" || named(c.Subs, first) != nil || c.lead != "" && strings.EqualFold(lead, c.lead)
}

// sub returns which of its commands is typed behind a command. What only keepers may do
// with a command, they alone may do with each of these.
func (c *Command) sub(typed string) (*Command, given, error) {
	name, rest := cutWord(typed)
	if name == "" {
		name = c.Subs[0].Name
	}
	s := named(c.Subs, name)
	if s == nil {
		return nil, nil, Refusal(fmt.Sprintf(noSuchSub, c.Name, strings.ReplaceAll(c.Takes(), " | ", ", ")))
	}
	s.Keeper = s.Keeper || c.Keeper
	return s, s.given(rest), nil
}

func (c *Command) given(typed string) given {
	if !c.raw {
		return c.read(typed)
	}
	for _, o := range c.Options {
		if o.Bare {
			return given{o.Name: typed}
		}
	}
	return given{}
}

// obey runs a command, if the person may give it.
func (t *turn) obey(ctx context.Context, c *Command, g given, err error) (Reply, error) {
	if err != nil {
		return Reply{}, err
	}
	if c.Keeper {
		if err := t.mustKeep(ctx); err != nil {
			return Reply{}, err
		}
	}
	return c.run(t, ctx, g)
}

func askPrivately(t *turn, ctx context.Context, g given) (Reply, error) {
	t.Private = true
	asked := g["question"]
	if asked == "" {
		return help(t, ctx, nil)
	}
	if c, g, err := commandIn(asked); c != nil && c.Name != "ask" || err != nil {
		return t.obey(ctx, c, g, err)
	}
	return t.question(ctx, asked)
}

func help(t *turn, _ context.Context, _ given) (Reply, error) {
	return Reply{Blocks: []Block{Paragraph(whatIAm), Paragraph(howToAsk), commandList()}, Private: t.private()}, nil
}

func commandList() List {
	list := List{Heading: alsoTyped}
	for _, c := range Commands() {
		about := c.About
		if c.Keeper {
			about += keepersOnly
		}
		list.Items = append(list.Items, Item{Name: c.Usage(), About: about})
	}
	return list
}

// sources lists the outlets of the articles, those with the most first.
func sources(t *turn, ctx context.Context, _ given) (Reply, error) {
	n, err := t.library.Size(ctx)
	if err != nil {
		return Reply{}, err
	}
	outlets, err := t.library.Outlets(ctx, "", outletsShown)
	if err != nil {
		return Reply{}, err
	}
	return Reply{Blocks: saySources(n, outlets), Private: t.private()}, nil
}
