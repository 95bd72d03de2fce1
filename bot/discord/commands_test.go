package discord

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
)

// spoken are the languages that the bot reads, but for English.
var spoken = []discordgo.Locale{
	discordgo.French, discordgo.SpanishES, discordgo.Swedish, discordgo.Norwegian, discordgo.Russian, discordgo.Hungarian,
}

// commandName is what Discord lets a command behind a slash be called, and its options.
var commandName = regexp.MustCompile(`^[-_'\p{L}\p{N}]{1,32}$`)

func TestCommandsAreTheTable(t *testing.T) {
	var got, want []string
	for _, c := range commands() {
		got = append(got, c.Name)
	}
	for _, c := range bot.Commands() {
		want = append(want, c.Name)
	}
	if want = append(want, findSource); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestCommandsOfKeepers(t *testing.T) {
	for i, c := range bot.Commands() {
		got := commands()[i]
		if keeps := got.DefaultMemberPermissions != nil && *got.DefaultMemberPermissions == discordgo.PermissionManageGuild; keeps != c.Keeper {
			t.Errorf("%s: for those who manage the server: %v, want %v", c.Name, keeps, c.Keeper)
		}
		if direct := slices.Contains(*got.Contexts, discordgo.InteractionContextBotDM); direct == c.Keeper {
			t.Errorf("%s: in direct messages: %v", c.Name, direct)
		}
	}
}

func TestAskOptions(t *testing.T) {
	ask := commands()[0]
	var got []string
	for _, o := range ask.Options {
		is := o.Name
		if o.Required {
			is += " required"
		}
		if o.Autocomplete {
			is += " suggested"
		}
		got = append(got, is)
	}
	if want := []string{"question required", "from suggested", "by suggested", "after", "private"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if ask.Options[0].MaxLength != 1200 || ask.Options[4].Type != discordgo.ApplicationCommandOptionBoolean {
		t.Errorf("question takes %d characters, private is of kind %v", ask.Options[0].MaxLength, ask.Options[4].Type)
	}
}

// worded is a command or an option, as far as Discord has rules for its words.
type worded struct {
	kind          discordgo.ApplicationCommandType
	name, about   string
	names, abouts map[discordgo.Locale]string
}

func things() (all []worded) {
	for _, c := range commands() {
		all = append(all, worded{c.Type, c.Name, c.Description, *c.NameLocalizations, *c.DescriptionLocalizations})
		for _, o := range c.Options {
			all = append(all, worded{discordgo.ChatApplicationCommand, o.Name, o.Description, o.NameLocalizations, o.DescriptionLocalizations})
		}
	}
	return all
}

// Every command and option is named and described in every language, as Discord allows.
func TestLocales(t *testing.T) {
	for _, c := range things() {
		names, abouts := []string{c.name}, []string{c.about}
		for _, l := range spoken {
			names, abouts = append(names, c.names[l]), append(abouts, c.abouts[l])
		}
		for _, name := range names {
			slash := commandName.MatchString(name) && name == strings.ToLower(name)
			menu := name != "" && utf8.RuneCountInString(name) <= 32
			if c.kind == discordgo.ChatApplicationCommand && !slash || !menu {
				t.Errorf("%s: the name %q", c.name, name)
			}
		}
		for _, about := range abouts {
			if n := utf8.RuneCountInString(about); n > 100 || n == 0 != (c.kind == discordgo.MessageApplicationCommand) {
				t.Errorf("%s: the description %q of %d characters", c.name, about, n)
			}
		}
	}
}

// No two commands have the same name in a language, and no two options of a command.
func TestNamesDiffer(t *testing.T) {
	for _, l := range spoken {
		seen := map[string]bool{}
		for _, c := range commands() {
			name := (*c.NameLocalizations)[l]
			if seen[name] {
				t.Errorf("%s: two commands are %q", l, name)
			}
			seen[name] = true
			options := map[string]bool{}
			for _, o := range c.Options {
				if name := o.NameLocalizations[l]; options[name] {
					t.Errorf("%s: two options of %s are %q", l, c.Name, name)
				}
				options[o.NameLocalizations[l]] = true
			}
		}
	}
}

// A command has at most 8,000 characters in all its names and descriptions.
func TestLongestCommand(t *testing.T) {
	for _, c := range commands() {
		sum := 0
		count := func(words string, other map[discordgo.Locale]string) {
			sum += utf8.RuneCountInString(words)
			for _, w := range other {
				sum += utf8.RuneCountInString(w)
			}
		}
		count(c.Name, *c.NameLocalizations)
		count(c.Description, *c.DescriptionLocalizations)
		for _, o := range c.Options {
			count(o.Name, o.NameLocalizations)
			count(o.Description, o.DescriptionLocalizations)
		}
		if sum > 8000 || len(c.Options) > 25 {
			t.Errorf("%s: %d characters, %d options", c.Name, sum, len(c.Options))
		}
	}
}

// returned is what Discord has of commands, as it answers who asks: with ids, and with what
// it takes for granted.
func returned(t *testing.T, sent []*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand {
	t.Helper()
	encoded, err := json.Marshal(registrations(sent))
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]any
	if err := json.Unmarshal(encoded, &all); err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		c["id"], c["application_id"], c["version"] = "1", "2", "3"
		c["nsfw"], c["dm_permission"] = false, true
		if p, ok := c["default_member_permissions"].(float64); ok {
			c["default_member_permissions"] = map[float64]string{32: "32"}[p]
		}
		if c["options"] == nil {
			delete(c, "options")
		}
		if c["description"] == nil {
			c["description"] = ""
		}
		if l, _ := c["description_localizations"].(map[string]any); len(l) == 0 {
			c["description_localizations"] = nil
		}
		slices.Reverse(c["contexts"].([]any))
	}
	slices.Reverse(all)
	if encoded, err = json.Marshal(all); err != nil {
		t.Fatal(err)
	}
	var has []*discordgo.ApplicationCommand
	if err := json.Unmarshal(encoded, &has); err != nil {
		t.Fatal(err)
	}
	return has
}

// Commands are registered again only where something of them has changed.
func TestSameCommands(t *testing.T) {
	if !sameCommands(returned(t, commands()), commands()) {
		t.Error("what Discord returns is taken for something else")
	}
	manage := int64(discordgo.PermissionManageMessages)
	changes := map[string]func(all []*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand{
		"none":       func([]*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand { return nil },
		"one less":   func(all []*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand { return all[1:] },
		"one twice":  func(all []*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand { return append(all, all[0]) },
		"name":       change(func(c *discordgo.ApplicationCommand) { c.Name = "asks" }),
		"about":      change(func(c *discordgo.ApplicationCommand) { c.Description += "!" }),
		"kind":       change(func(c *discordgo.ApplicationCommand) { c.Type = discordgo.UserApplicationCommand }),
		"permission": change(func(c *discordgo.ApplicationCommand) { c.DefaultMemberPermissions = &manage }),
		"contexts":   change(func(c *discordgo.ApplicationCommand) { c.Contexts = nil }),
		"installs":   change(func(c *discordgo.ApplicationCommand) { c.IntegrationTypes = nil }),
		"language":   change(func(c *discordgo.ApplicationCommand) { delete(*c.NameLocalizations, discordgo.French) }),
		"no option":  change(func(c *discordgo.ApplicationCommand) { c.Options = nil }),
		"required":   change(func(c *discordgo.ApplicationCommand) { c.Options[0].Required = false }),
		"longest":    change(func(c *discordgo.ApplicationCommand) { c.Options[0].MaxLength = 100 }),
		"suggested":  change(func(c *discordgo.ApplicationCommand) { c.Options[1].Autocomplete = false }),
		"order":      change(func(c *discordgo.ApplicationCommand) { slices.Reverse(c.Options) }),
		"option's language": change(func(c *discordgo.ApplicationCommand) {
			c.Options[0].DescriptionLocalizations[discordgo.Swedish] = "vad"
		}),
	}
	for name, change := range changes {
		if sameCommands(change(returned(t, commands())), commands()) {
			t.Errorf("%s: the change is not seen", name)
		}
	}
}

// change returns what changes /ask among commands.
func change(how func(*discordgo.ApplicationCommand)) func([]*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand {
	return func(all []*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand {
		for _, c := range all {
			if c.Name == "ask" {
				how(c)
			}
		}
		return all
	}
}

// Discord's schema wants the permissions as a number.
func TestRegistrations(t *testing.T) {
	permission := int64(32)
	encoded := inJSON(t, registrations([]*discordgo.ApplicationCommand{{Name: "a", DefaultMemberPermissions: &permission}, {Name: "b"}}))
	if !strings.Contains(encoded, `"default_member_permissions":32}`) || !strings.Contains(encoded, `"default_member_permissions":null}`) {
		t.Error(encoded)
	}
}
