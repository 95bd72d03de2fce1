package discord

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"
)

// A permission is something that the bot has to be allowed in a server.
type permission struct {
	bit  int64
	name string // as Discord's settings call it
}

// permissions are all that the bot needs, and what it needs them for.
var permissions = []permission{
	{discordgo.PermissionViewChannel, "View Channels"},                      // to hear what is asked
	{discordgo.PermissionSendMessages, "Send Messages"},                     // to answer
	{discordgo.PermissionEmbedLinks, "Embed Links"},                         // to show quotes
	{discordgo.PermissionAttachFiles, "Attach Files"},                       // to show what is longer than a message
	{discordgo.PermissionReadMessageHistory, "Read Message History"},        // to reply to a message
	{discordgo.PermissionCreatePublicThreads, "Create Public Threads"},      // to answer beside the channel
	{discordgo.PermissionSendMessagesInThreads, "Send Messages in Threads"}, // and to go on there
}

// needed are the permissions as Discord writes several together.
func needed() (bits int64) {
	for _, p := range permissions {
		bits |= p.bit
	}
	return bits
}

// missing names the permissions that are not among those granted.
func missing(granted int64) string {
	var names []string
	for _, p := range permissions {
		if granted&p.bit == 0 && granted&discordgo.PermissionAdministrator == 0 {
			names = append(names, p.name)
		}
	}
	return strings.Join(names, ", ")
}

// Invitation is a link by which those who may manage a server add the bot to it.
type Invitation struct {
	Link        string
	Permissions []string // that are asked for there, as Discord's settings call them
}

// lookingTime is how long one look at Discord may take.
const lookingTime = 10 * time.Second

// Invite returns the link that asks for just what the bot needs. It asks Discord whose
// token it is; an error is one line that says what mends it.
func Invite(ctx context.Context, c Config) (Invitation, error) {
	l := newLooker(c)
	if problem := problemOfToken(l.api.token); problem != "" {
		return Invitation{}, fmt.Errorf("%s", problem)
	}
	app, err := l.application(ctx)
	if err != nil {
		return Invitation{}, err
	}
	i := Invitation{Link: inviteLink(app.ID)}
	for _, p := range permissions {
		i.Permissions = append(i.Permissions, p.name)
	}
	return i, nil
}

// inviteLink is Discord's page to add an application to a server.
func inviteLink(app string) string {
	return "https://discord.com/oauth2/authorize?client_id=" + url.QueryEscape(app) +
		"&scope=bot+applications.commands&permissions=" + strconv.FormatInt(needed(), 10)
}

// looker asks Discord a few things, and does not wait long for them.
type looker struct{ api *api }

func newLooker(c Config) looker {
	c.Token = bareToken(c.Token)
	a := newAPI(c)
	a.total = lookingTime / 2
	return looker{a}
}

func bareToken(token string) string {
	return strings.TrimPrefix(strings.TrimSpace(token), "Bot ")
}

// get asks for something. The error says what mends it, if that is known.
func (l looker) get(ctx context.Context, path string, out any) error {
	ctx, cancel := context.WithTimeout(ctx, lookingTime)
	defer cancel()
	err := l.api.do(ctx, request{method: http.MethodGet, path: path}, out)
	if final := explain(err); final != nil {
		return final
	}
	return err
}

// application is what the settings of the application say.
type application struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Flags       int64  `json:"flags"`
	NeedsGrant  bool   `json:"bot_require_code_grant"`
	EndpointURL string `json:"interactions_endpoint_url"`
}

func (l looker) application(ctx context.Context) (a application, err error) {
	err = l.get(ctx, "/applications/@me", &a)
	return a, err
}

// problemOfToken returns what is wrong with a token before Discord is asked; empty for nothing.
func problemOfToken(token string) string {
	const take = "take the token under Bot in the application's settings at discord.com/developers"
	switch {
	case token == "":
		return "DISCORD_TOKEN is not set: " + take
	case strings.HasPrefix(token, "xox"), strings.HasPrefix(token, "xapp-"):
		return "DISCORD_TOKEN is a token of Slack's: " + take
	case strings.Count(token, ".") != 2:
		return "DISCORD_TOKEN is no bot's token, which has three parts with dots between them: " + take
	}
	return ""
}
