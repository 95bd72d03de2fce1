package discord

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/adapter/adaptertest"
)

func TestCommandsAreTheTable(t *testing.T) {
	var got, want []string
	for _, c := range commands() {
		got = append(got, c.Name)
	}
	for _, c := range bot.Commands() {
		want = append(want, c.Name)
	}
	if want = append(want, findSource, loadThis); !slices.Equal(got, want) {
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
	if want := []string{"question required", "from suggested", "by suggested", "after", "before", "in suggested", "private"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if private := ask.Options[len(got)-1]; ask.Options[0].MaxLength != 1200 || private.Type != discordgo.ApplicationCommandOptionBoolean {
		t.Errorf("question takes %d characters, private is of kind %v", ask.Options[0].MaxLength, private.Type)
	}
}

// The options of the table become what Discord has for their kinds, the required ones first.
func TestOptions(t *testing.T) {
	got := adaptertest.JSON(t, optionsOf("do", []bot.Option{
		{Name: "file", About: "files", Kind: bot.Upload},
		{Name: "words", About: "words", Kind: bot.Words, Choices: []string{"on", "off"}},
		{Name: "number", About: "how many", Kind: bot.Number},
		{Name: "who", About: "a person", Kind: bot.Someone},
		{Name: "day", About: "a day", Kind: bot.Day},
		{Name: "article", About: "an article", Kind: bot.AnArticle, Required: true},
	}))
	var options []struct {
		Type                   int
		Name, Description      string
		Required, Autocomplete bool
		Choices                []struct{ Name, Value string }
	}
	if err := json.Unmarshal([]byte(got), &options); err != nil {
		t.Fatal(err)
	}
	var seen []string
	for _, o := range options {
		seen = append(seen, fmt.Sprint(o.Type, o.Name, o.Required, o.Autocomplete, o.Choices))
	}
	want := []string{"3articletrue true []", "11filefalse false []"}
	for n := 2; n <= 10; n++ {
		want = append(want, fmt.Sprintf("11file%dfalse false []", n))
	}
	want = append(want, "3wordsfalse false [{on on} {off off}]", "4numberfalse false []", "9whofalse false []", "3dayfalse false []")
	if !slices.Equal(seen, want) {
		t.Errorf("they are\n%q\nwant\n%q", seen, want)
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
		"below":      changeSub(func(o *discordgo.ApplicationCommandOption) { o.Description += "!" }),
		"choices":    changeSub(func(o *discordgo.ApplicationCommandOption) { o.Options[0].Choices = nil }),
		"below that": changeSub(func(o *discordgo.ApplicationCommandOption) { o.Options = nil }),
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

// changeSub returns what changes /settings follow-ups among commands.
func changeSub(how func(*discordgo.ApplicationCommandOption)) func([]*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand {
	return changeOf("settings", func(c *discordgo.ApplicationCommand) {
		for _, o := range c.Options {
			if o.Name == "follow-ups" {
				how(o)
			}
		}
	})
}

// change returns what changes /ask among commands.
func change(how func(*discordgo.ApplicationCommand)) func([]*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand {
	return changeOf(ask, how)
}

func changeOf(name string, how func(*discordgo.ApplicationCommand)) func([]*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand {
	return func(all []*discordgo.ApplicationCommand) []*discordgo.ApplicationCommand {
		for _, c := range all {
			if c.Name == name {
				how(c)
			}
		}
		return all
	}
}

// Discord's schema wants the permissions as a number.
func TestRegistrations(t *testing.T) {
	permission := int64(32)
	encoded := adaptertest.JSON(t, registrations([]*discordgo.ApplicationCommand{{Name: "a", DefaultMemberPermissions: &permission}, {Name: "b"}}))
	if !strings.Contains(encoded, `"default_member_permissions":32}`) || !strings.Contains(encoded, `"default_member_permissions":null}`) {
		t.Error(encoded)
	}
}
