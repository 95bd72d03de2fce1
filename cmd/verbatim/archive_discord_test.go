package main

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
)

// discordArchive is a conversation in a server of its own.
type discordArchive struct {
	listening[discordtest.Call]
	*inDiscord
	guild  *discordtest.Guild
	home   string // a channel of the server
	public bool   // all is said there, and not to the bot alone
	who    *discordtest.Person
	people map[string]*discordtest.Person
	alone  []string // the channels in which the people write to the bot alone
}

func TestArchivesInDiscord(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	s.args = []string{"--seeds", noSeeds, "--allow-host", siteHost}
	s.start(t)
	s.guild.Leave()
	var held []*discordArchive
	for _, a := range archives(t) {
		c := &discordArchive{inDiscord: s, guild: s.discord.Join(a.name), public: a.channel, people: map[string]*discordtest.Person{}}
		t.Run(a.name, func(t *testing.T) {
			held = append(held, c)
			c.begins(t)
			a.hold(t, c)
		})
		c.guild.Leave()
	}
	s.stop(t)
	for _, c := range held {
		c.T = t
		c.settles()
	}
}

func (c *discordArchive) begins(t *testing.T) {
	c.T = t
	c.chat = chatOf[discordtest.Call]{
		await: c.discord.Await, calls: c.discord.Calls, says: c.saysHere,
		read:    func(s discordtest.Call) string { return asRead(s.Shown()) },
		unasked: func(s discordtest.Call) bool { return s.Route == "post" || s.Route == "edit" },
		alone:   func(s discordtest.Call) bool { return s.Ephemeral || slices.Contains(c.alone, s.Channel) },
		offers:  offersOf,
	}
	c.home = c.guild.Channel("news")
	c.speaks("Ada")
	c.guild.SetAdmin(c.who, true)
}

// offersOf returns the labels of the buttons of what was sent, and of its menus.
func offersOf(s discordtest.Call) (labels []string) {
	for _, b := range discordtest.Buttons(s) {
		labels = append(labels, b.Label)
	}
	return append(labels, menusOf(s)...)
}

// menusOf returns what stands on the menus of what was sent.
func menusOf(s discordtest.Call) (labels []string) {
	for _, row := range s.Components {
		row, _ := row.(map[string]any)
		inside, _ := row["components"].([]any)
		for _, menu := range inside {
			if menu, _ := menu.(map[string]any); menu["type"] == 3.0 {
				labels = append(labels, menu["placeholder"].(string))
			}
		}
	}
	return labels
}

func (c *discordArchive) saysHere(s discordtest.Call) bool {
	return s.Says() && (s.Guild == c.guild.ID || slices.Contains(c.alone, s.Channel))
}

func (c *discordArchive) speaks(name string) { c.who = c.person(name) }

// person is a member of the server, from the first time that the name is called.
func (c *discordArchive) person(name string) *discordtest.Person {
	if c.people[name] == nil {
		c.people[name] = c.guild.Person(name)
		c.alone = append(c.alone, c.discord.Direct(c.people[name]))
	}
	return c.people[name]
}

// channel is where the person writes.
func (c *discordArchive) channel() string {
	if c.public {
		return c.home
	}
	return c.discord.Direct(c.who)
}

func (c *discordArchive) types(text string, files ...txtar.File) {
	c.Helper()
	c.does()
	switch {
	case strings.HasPrefix(text, "/"):
		c.discord.Tell(c.gives(text[1:]))
	case c.public:
		c.discord.Tell(c.discord.MessageWith(c.who, c.home, "<@"+discordtest.Bot+"> "+text, attachedIn(files)...).
			With("mentions", []any{map[string]any{"id": discordtest.Bot, "username": "verbatim"}}))
	default:
		c.discord.Tell(c.discord.MessageWith(c.who, c.channel(), text, attachedIn(files)...))
	}
}

func attachedIn(files []txtar.File) (all []discordtest.File) {
	for _, f := range files {
		all = append(all, discordtest.File{Name: f.Name, Content: f.Data})
	}
	return all
}

// gives gives a command as a person picks it: from those that are there, with what is
// typed as the values of its options.
func (c *discordArchive) gives(typed string) discordtest.Event {
	c.Helper()
	name, rest, _ := strings.Cut(typed, " ")
	command := commandNamed(bot.Commands(), name)
	where := c.channel()
	if command.Keeper { // which Discord offers in servers alone
		where = c.home
	}
	if len(command.Subs) > 0 {
		var sub string
		sub, rest, _ = strings.Cut(rest, " ")
		name += " " + sub
		command = commandNamed(command.Subs, sub)
	}
	return c.discord.Command(c.who, where, name, c.options(command, rest)...)
}

// commandNamed is the command of a name, which there has to be.
func commandNamed(commands []bot.Command, name string) bot.Command {
	return commands[slices.IndexFunc(commands, func(c bot.Command) bool { return c.Name == name })]
}

// options are those of a command as Discord sends them.
func (c *discordArchive) options(of bot.Command, typed string) (given []discordtest.Option) {
	c.Helper()
	var bare []string
	for typed != "" {
		var name, value string
		if name, value, typed = cutOption(typed); name == "" {
			bare = append(bare, value)
			continue
		}
		given = append(given, discordtest.Option{Name: name, Value: c.value(of, name, value)})
	}
	for _, o := range of.Options {
		if o.Bare && len(bare) > 0 {
			given = append(given, discordtest.Option{Name: o.Name, Value: c.value(of, o.Name, strings.Join(bare, " "))})
		}
	}
	return given
}

// cutOption cuts NAME:VALUE, NAME:"SEVERAL WORDS" or a word alone off what is typed.
func cutOption(typed string) (name, value, rest string) {
	word, rest, _ := strings.Cut(typed, " ")
	name, value, found := strings.Cut(word, ":")
	if !found || strings.HasPrefix(value, "//") {
		return "", word, rest
	}
	if _, quoted, is := strings.Cut(typed, `:"`); is && strings.HasPrefix(value, `"`) {
		value, rest, _ = strings.Cut(quoted, `"`)
	}
	return name, value, strings.TrimSpace(rest)
}

// value is what a person chooses or enters for an option, of those values that there are.
func (c *discordArchive) value(of bot.Command, name, typed string) any {
	c.Helper()
	at := slices.IndexFunc(of.Options, func(o bot.Option) bool { return o.Name == name })
	if at < 0 {
		c.Fatalf("%s has no option %q", of.Name, name)
	}
	switch o := of.Options[at]; {
	case o.Kind == bot.Number:
		n, err := strconv.Atoi(typed)
		if err != nil {
			c.Fatal(err)
		}
		return n
	case o.Kind == bot.Someone:
		return c.person(strings.TrimPrefix(typed, "@"))
	case len(o.Choices) > 0 && !slices.Contains(o.Choices, typed):
		c.Fatalf("%s offers %q, and not %q", name, o.Choices, typed)
	}
	return typed
}

func (c *discordArchive) presses(label string) {
	c.Helper()
	offer := c.offering(label)
	c.does()
	if menus := menusOf(offer); slices.Contains(menus, label) {
		c.discord.Tell(c.discord.Choose(c.who, offer, discordtest.Menu(offer)[0].CustomID))
		return
	}
	c.discord.Tell(c.discord.Press(c.who, offer, label))
}

func (c *discordArchive) fills(fields map[string]string, files ...txtar.File) {
	c.Helper()
	form := c.discord.Await(c.T, func(s discordtest.Call) bool { return s.Kind == 9 && s.User == c.who.ID })
	c.discord.Tell(c.discord.Submit(c.who, form, fields, attachedIn(files)...))
}

// receives returns the file that came with the last reply.
func (c *discordArchive) receives(name string) txtar.File {
	c.Helper()
	files := c.reply().Files
	if len(files) != 1 {
		c.Fatalf("%d files came", len(files))
	}
	return txtar.File{Name: name, Data: files[0].Content}
}
