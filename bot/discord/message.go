package discord

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
)

// message is what is sent: nothing in it pings anybody.
type message struct {
	Content    string                           `json:"content,omitempty"`
	Embeds     []*discordgo.MessageEmbed        `json:"embeds,omitempty"`
	Components []discordgo.MessageComponent     `json:"components,omitempty"`
	Mentions   discordgo.MessageAllowedMentions `json:"allowed_mentions"`
	Flags      discordgo.MessageFlags           `json:"flags,omitempty"`
	Nonce      string                           `json:"nonce,omitempty"`
	OnlyOnce   bool                             `json:"enforce_nonce,omitempty"`
	Answers    *discordgo.MessageReference      `json:"message_reference,omitempty"`
	Attached   []attached                       `json:"attachments,omitempty"`
	Files      []bot.Attachment                 `json:"-"` // those that are attached
}

// edit is a message that takes the place of another: what it does not hold goes.
type edit struct {
	Content    string                           `json:"content"`
	Embeds     []*discordgo.MessageEmbed        `json:"embeds"`
	Components []discordgo.MessageComponent     `json:"components"`
	Mentions   discordgo.MessageAllowedMentions `json:"allowed_mentions"`
	Attached   []attached                       `json:"attachments"`
}

func (m message) edit() edit {
	return edit{
		m.Content, append([]*discordgo.MessageEmbed{}, m.Embeds...), append([]discordgo.MessageComponent{}, m.Components...),
		m.Mentions, append([]attached{}, m.Attached...),
	}
}

// nobody is who is pinged.
var nobody = discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}

// messages returns the messages that show a reply.
func messages(r bot.Reply, custom func(bot.Pressed) string) []message {
	var all []message
	for _, p := range draw(r, custom) {
		all = append(all, message{Content: p.Content, Embeds: p.Embeds, Components: p.Components, Mentions: nobody})
	}
	return withFiles(all, r.Files)
}

// longestNonce is in characters.
const longestNonce = 25

// nonce returns the same for the same part of what is said to the same message.
func (m message) nonce(id string, i int) string {
	said, _ := json.Marshal(m) // what is drawn always has a JSON form
	return nonce(fmt.Sprintf("%s/%s/%d", said, id, i))
}

// nonce returns the same for the same text.
func nonce(of string) string {
	sum := sha256.Sum256([]byte(of))
	return base64.RawURLEncoding.EncodeToString(sum[:])[:longestNonce]
}
