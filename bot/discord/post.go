package discord

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

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
}

// messages returns the messages that show a reply.
func messages(r bot.Reply, custom func(bot.Pressed) string) []message {
	var all []message
	for _, p := range draw(r, custom) {
		nobody := discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}
		all = append(all, message{Content: p.Content, Embeds: p.Embeds, Components: p.Components, Mentions: nobody})
	}
	return all
}

// send sends a reply to where it belongs, in as many messages as it takes; guild is the
// server whose articles answer. The error is unsent only where no part of the reply went out.
func (c *chat) send(ctx context.Context, in *incoming, guild string, r bot.Reply) error {
	if in.answer != nil {
		return c.answerCall(ctx, in, guild, r)
	}
	if len(r.Blocks) == 0 {
		return nil
	}
	switch {
	case r.Private && !in.at.direct:
		return c.aside(ctx, in, r)
	case in.at.opens:
		return c.inThread(ctx, in, messages(r, c.shelve(in, guild, r)))
	}
	return c.post(ctx, in, in.at.channel, messages(r, c.shelve(in, guild, r)))
}

// answerCall answers an interaction. A command cannot be answered with nothing.
func (c *chat) answerCall(ctx context.Context, in *incoming, guild string, r bot.Reply) error {
	if len(r.Blocks) == 0 && in.at.call.pressed {
		return in.answer.nothing(ctx)
	}
	if len(r.Blocks) == 0 {
		r = bot.Busy.Reply()
	}
	return in.answer.say(ctx, messages(r, c.shelve(in, guild, r)), r.Private)
}

// each sends messages in order, up to one that fails.
func each(all []message, send func(int, message) error) error {
	for i, m := range all {
		err := send(i, m)
		if i > 0 && errors.As(err, new(unsent)) {
			return errors.New("only the first part of an answer is sent: " + err.Error())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// post posts messages in a channel. Sent again they are the same to Discord, by a nonce.
func (c *chat) post(ctx context.Context, in *incoming, channel string, all []message) error {
	return each(all, func(i int, m message) error {
		if i == 0 && channel == in.at.channel && in.message.Thread == "" && !in.at.direct {
			m.Answers = in.reference()
		}
		m.Nonce, m.OnlyOnce = m.nonce(in.id, i), true
		return c.api.do(ctx, request{method: http.MethodPost, path: "/channels/" + channel + "/messages", body: m}, nil)
	})
}

// reference has a message shown as a reply, where the one it replies to is still there.
func (in *incoming) reference() *discordgo.MessageReference {
	may := false
	return &discordgo.MessageReference{MessageID: in.at.message, ChannelID: in.at.channel, GuildID: in.guild, FailIfNotExists: &may}
}

// longestNonce is in characters.
const longestNonce = 25

// nonce returns the same for the same part of what is said to the same message.
func (m message) nonce(id string, i int) string {
	said, _ := json.Marshal(m) // what is drawn always has a JSON form
	sum := sha256.Sum256(fmt.Appendf(said, "/%s/%d", id, i))
	return base64.RawURLEncoding.EncodeToString(sum[:])[:longestNonce]
}

// A thread is named by the question, and leaves the list of the channel after a day.
const (
	longestName = 100     // characters
	threadLives = 24 * 60 // minutes
)

// inThread posts messages in a thread that is opened at the question; in the channel where
// the bot may open none.
func (c *chat) inThread(ctx context.Context, in *incoming, all []message) error {
	path := "/channels/" + in.at.channel + "/messages/" + in.at.message + "/threads"
	thread := map[string]any{"name": threadName(in.message.Text), "auto_archive_duration": threadLives}
	err := c.api.do(ctx, request{method: http.MethodPost, path: path, body: thread}, nil)
	switch {
	case err == nil || refusedWith(err, threadIsThere):
		return c.post(ctx, in, in.message.Thread, all)
	case errors.As(err, new(refused)):
		in.message.Thread = ""
		return c.post(ctx, in, in.at.channel, all)
	}
	return err
}

func threadName(asked string) string {
	return shortened(strings.Join(strings.Fields(bot.Visible(asked)), " "), longestName)
}

// aside tells a person alone what is not for everybody in the channel. Who takes no direct
// messages is not told.
func (c *chat) aside(ctx context.Context, in *incoming, r bot.Reply) error {
	err := c.write(ctx, in, r)
	if errors.As(err, new(refused)) {
		c.log.Info("a person takes no direct message", "tenant", in.tenant(), "message", in.id, "error", err)
		return nil
	}
	return err
}

// write writes to a person in a direct message, which has no buttons.
func (c *chat) write(ctx context.Context, in *incoming, r bot.Reply) error {
	var direct struct {
		ID string `json:"id"`
	}
	body := map[string]any{"recipient_id": in.at.user}
	if err := c.api.do(ctx, request{method: http.MethodPost, path: "/users/@me/channels", body: body}, &direct); err != nil {
		return err
	}
	return c.post(ctx, in, direct.ID, messages(r, func(bot.Pressed) string { return "" }))
}

// shelve puts the states of a reply's actions on the shelf, and returns what finds what a
// button sends back. Without a shelf there are no buttons. What is said to a person alone
// is answered from the server that goes with the state.
func (c *chat) shelve(in *incoming, guild string, r bot.Reply) func(bot.Pressed) string {
	states := statesOf(r)
	shelved := make([]string, len(states))
	for i, s := range states {
		if shelved[i] = s; in.guild == "" {
			shelved[i] = guild + " " + s
		}
	}
	names := map[string]string{}
	if len(states) > 0 {
		found, err := c.bot.Shelve(in.tenant(), shelved...)
		if err != nil {
			c.log.Error("an answer goes without buttons", "tenant", in.tenant(), "message", in.id, "error", err)
			found = nil
		}
		for i, name := range found {
			names[states[i]] = name
		}
	}
	return func(p bot.Pressed) string {
		if names[p.State] == "" {
			return ""
		}
		return p.Name + ":" + names[p.State]
	}
}

func statesOf(r bot.Reply) (states []string) {
	actions := r.Actions[:len(r.Actions):len(r.Actions)]
	for _, b := range r.Blocks {
		if q, ok := b.(bot.Quotation); ok {
			actions = append(actions, q.Actions...)
		}
	}
	for _, a := range actions {
		states = append(states, a.State)
	}
	return states
}
