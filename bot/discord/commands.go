package discord

import "github.com/bwmarrin/discordgo"

// findSource is the name of the command in the menu of a message.
const findSource = "Find the source"

// commands returns what Discord is to offer, read off the table of the bot.
func commands() []*discordgo.ApplicationCommand { return nil }

// sameCommands reports whether what Discord has is what is wanted.
func sameCommands(has, wanted []*discordgo.ApplicationCommand) bool { return false }
