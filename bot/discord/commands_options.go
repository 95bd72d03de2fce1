package discord

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
)

// optionKinds say as what Discord takes a value of each kind; the others are words.
var optionKinds = map[bot.Kind]discordgo.ApplicationCommandOptionType{
	bot.Number:  discordgo.ApplicationCommandOptionInteger,
	bot.Someone: discordgo.ApplicationCommandOptionMentionable,
	bot.Upload:  discordgo.ApplicationCommandOptionAttachment,
}

// suggestedKinds are the kinds whose values are suggested while they are typed.
var suggestedKinds = []bot.Kind{bot.Source, bot.Speaker, bot.Outlet, bot.AnArticle, bot.ACollection}

// optionsOf returns what the options of a command are to Discord: as many as it takes, and
// first those that have to be given, as it wants them.
func optionsOf(command string, options []bot.Option) (all []*discordgo.ApplicationCommandOption) {
	for _, o := range options {
		all = append(all, optionOf(command, o)...)
	}
	slices.SortStableFunc(all, func(a, b *discordgo.ApplicationCommandOption) int {
		switch {
		case a.Required == b.Required:
			return 0
		case a.Required:
			return -1
		}
		return 1
	})
	return all[:min(len(all), mostOptions)]
}

// optionOf returns an option. Discord takes one file for each, so that there are several
// for files.
func optionOf(command string, o bot.Option) []*discordgo.ApplicationCommandOption {
	made := worded(command+" "+o.Name, o.About, cmp.Or(optionKinds[o.Kind], discordgo.ApplicationCommandOptionString))
	made.Required = o.Required
	switch {
	case o.Kind == bot.Upload:
		return uploads(made)
	case len(o.Choices) > 0 && len(o.Choices) <= mostChoices:
		for _, c := range o.Choices {
			made.Choices = append(made.Choices, &discordgo.ApplicationCommandOptionChoice{Name: c, Value: c})
		}
	case slices.Contains(suggestedKinds, o.Kind):
		made.Autocomplete = true
	case command == ask && o.Bare:
		made.MaxLength = longestQuestion
	}
	return []*discordgo.ApplicationCommandOption{made}
}

// uploads returns the options that take the files of one: file, file2 and so on.
func uploads(first *discordgo.ApplicationCommandOption) []*discordgo.ApplicationCommandOption {
	all := []*discordgo.ApplicationCommandOption{first}
	for n := 2; n <= mostUploads; n++ {
		further := *first
		further.Name, further.Required, further.NameLocalizations = first.Name+strconv.Itoa(n), false, nil
		all = append(all, &further)
	}
	return all
}

// worded returns an option of a kind with its words in every language. It is named by the
// last word of its path, which begins with its command.
func worded(path, about string, kind discordgo.ApplicationCommandOptionType) *discordgo.ApplicationCommandOption {
	names, abouts := localized(path)
	return &discordgo.ApplicationCommandOption{
		Type: kind, Name: path[strings.LastIndexByte(path, ' ')+1:], NameLocalizations: names,
		Description: sentence(cmp.Or(wordings[path][discordgo.EnglishUS].about, about)), DescriptionLocalizations: abouts,
	}
}

// optionNamed returns an option of the table, by the names that Discord has for its
// command, for the one under that, if any, and for the option.
func optionNamed(command, sub, name string) (bot.Option, bool) {
	for _, o := range tableOptions(command, sub) {
		if o.Name == name {
			return o, true
		}
	}
	return bot.Option{}, false
}

func tableOptions(command, sub string) []bot.Option {
	named := func(name string) func(bot.Command) bool {
		return func(c bot.Command) bool { return c.Name == name }
	}
	all := bot.Commands()
	i := slices.IndexFunc(all, named(command))
	if i < 0 || sub == "" {
		return optionsAt(all, i)
	}
	return optionsAt(all[i].Subs, slices.IndexFunc(all[i].Subs, named(sub)))
}

func optionsAt(commands []bot.Command, i int) []bot.Option {
	if i < 0 {
		return nil
	}
	return commands[i].Options
}
