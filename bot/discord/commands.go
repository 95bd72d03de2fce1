package discord

import (
	"cmp"
	"unicode"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
)

// findSource is the name of the command in the menu of a message.
const findSource = "Find the source"

// The options of /ask; a setting takes one of its own.
const (
	optQuestion = "question"
	optFrom     = string(bot.Source)  // suggested while it is typed
	optBy       = string(bot.Speaker) // suggested too
	optAfter    = "after"
	optPrivate  = "private"
	optSetting  = "setting"
)

const (
	longestAbout    = 100  // Discord's limit for a description
	longestQuestion = 1200 // the bot refuses a longer one
)

// commands returns what Discord is to offer, read off the table of the bot: everything,
// since people look for a command behind a slash. Those that change something are shown
// in servers only, to who may manage them.
func commands() []*discordgo.ApplicationCommand {
	var all []*discordgo.ApplicationCommand
	for _, c := range bot.Commands() {
		all = append(all, command(c))
	}
	menu := offered(findSource, "", discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM)
	menu.Type = discordgo.MessageApplicationCommand
	return append(all, menu)
}

func command(c bot.Command) *discordgo.ApplicationCommand {
	if c.Keeper {
		keeper := offered(c.Name, c.About, discordgo.InteractionContextGuild)
		permission := int64(discordgo.PermissionManageGuild)
		keeper.DefaultMemberPermissions = &permission
		keeper.Options = []*discordgo.ApplicationCommandOption{takes(optSetting)}
		return keeper
	}
	given := offered(c.Name, c.About, discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM)
	if c.Name == "ask" {
		given.Options = askOptions()
	}
	return given
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
	return clip(string(unicode.ToUpper(first))+about[size:], longestAbout)
}

func askOptions() []*discordgo.ApplicationCommandOption {
	question, from, by, private := takes(optQuestion), takes(optFrom), takes(optBy), takes(optPrivate)
	question.Required, question.MaxLength = true, longestQuestion
	from.Autocomplete, by.Autocomplete = true, true
	private.Type = discordgo.ApplicationCommandOptionBoolean
	return []*discordgo.ApplicationCommandOption{question, from, by, takes(optAfter), private}
}

// takes returns an option that takes words.
func takes(name string) *discordgo.ApplicationCommandOption {
	names, abouts := localized(name)
	return &discordgo.ApplicationCommandOption{
		Type: discordgo.ApplicationCommandOptionString, Name: name, NameLocalizations: names,
		Description: wordings[name][discordgo.EnglishUS].about, DescriptionLocalizations: abouts,
	}
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
