package discord

import (
	"cmp"
	"unicode"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// The commands in the menu of a message.
const (
	findSource = "Find the source"
	loadThis   = "Load this"
)

// ask is the command whose answer is for everybody, unless optPrivate is true.
const (
	ask        = "ask"
	optPrivate = "private"
)

const (
	longestAbout    = 100  // Discord's limit for a description
	longestQuestion = 1200 // the bot refuses a longer one
	mostOptions     = 25   // Discord's limit for a command, and for one under another
	mostUploads     = 10   // files that a command takes
)

// commands returns what Discord is to offer, read off the table of the bot: everything,
// since people look for a command behind a slash. What only keepers may do as a whole is
// shown in servers only, to who may manage them.
func commands() []*discordgo.ApplicationCommand {
	var all []*discordgo.ApplicationCommand
	for _, c := range bot.Commands() {
		all = append(all, command(c))
	}
	for _, name := range []string{findSource, loadThis} {
		menu := offered(name, "", discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM)
		menu.Type = discordgo.MessageApplicationCommand
		all = append(all, menu)
	}
	return all
}

func command(c bot.Command) *discordgo.ApplicationCommand {
	made := offered(c.Name, c.About, discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM)
	if c.Keeper {
		permission := int64(discordgo.PermissionManageGuild)
		made.DefaultMemberPermissions = &permission
		made.Contexts = &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild}
	}
	for _, s := range c.Subs {
		sub := worded(c.Name+" "+s.Name, s.About, discordgo.ApplicationCommandOptionSubCommand)
		sub.Options = optionsOf(c.Name+" "+s.Name, s.Options)
		made.Options = append(made.Options, sub)
	}
	if len(c.Subs) == 0 {
		made.Options = optionsOf(c.Name, c.Options)
	}
	if c.Name == ask {
		made.Options = append(made.Options, worded(ask+" "+optPrivate, "", discordgo.ApplicationCommandOptionBoolean))
	}
	return made
}

// offered returns a command with its words in every language.
func offered(name, about string, contexts ...discordgo.InteractionContextType) *discordgo.ApplicationCommand {
	names, abouts := localized(name)
	return &discordgo.ApplicationCommand{
		Type: discordgo.ChatApplicationCommand, Name: name, NameLocalizations: &names,
		Description: sentence(cmp.Or(wordings[name][discordgo.EnglishUS].about, about)), DescriptionLocalizations: &abouts,
		Contexts:         &contexts,
		IntegrationTypes: &[]discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall},
	}
}

// sentence begins with a capital letter, as descriptions do in Discord.
func sentence(about string) string {
	first, size := utf8.DecodeRuneInString(about)
	if size == 0 {
		return ""
	}
	return adapter.Clip(string(unicode.ToUpper(first))+about[size:], longestAbout)
}

// A registration is a command as Discord's API wants it. discordgo would write the
// permissions as text, where the published schema wants a number.
type registration struct {
	*discordgo.ApplicationCommand
	Permissions *int64 `json:"default_member_permissions"`
}

// registrations returns commands as they are sent to Discord.
func registrations(commands []*discordgo.ApplicationCommand) []registration {
	var all []registration
	for _, c := range commands {
		all = append(all, registration{c, c.DefaultMemberPermissions})
	}
	return all
}
