package discord

import (
	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
)

// post is a message as it is sent.
type post struct {
	Content    string
	Embeds     []*discordgo.MessageEmbed
	Components []discordgo.MessageComponent
}

// draw returns the posts that show a reply, in order, each within Discord's limits. custom
// gives what a button sends back when it is pressed; where that is empty there is no button.
func draw(r bot.Reply, custom func(bot.Pressed) (id string)) []post { return nil }
