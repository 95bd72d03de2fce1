package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"strconv"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"

	"verbatim/bot/adapter"
)

// Examine looks at everything that Discord needs from an operator and, unless that is
// empty, at what the bot may do in a channel, by its id. It tells of each thing as soon as
// it is known. It changes nothing, and no token is in what it tells.
func Examine(ctx context.Context, c Config, channel string) iter.Seq[adapter.Finding] {
	return func(yield func(adapter.Finding) bool) {
		l := newLooker(c)
		var me discordgo.User
		f := l.examineToken(ctx, &me)
		if !yield(f) {
			return
		}
		if f.Status == adapter.Wrong {
			yield(adapter.Found("discord", adapter.Skipped, "the rest, without an answer to the token"))
			return
		}
		app, err := l.application(ctx)
		for _, look := range []func() adapter.Finding{
			func() adapter.Finding { return examineApplication(app, err) },
			func() adapter.Finding { return examineIntents(app, err) },
			func() adapter.Finding { return l.examineGateway(ctx) },
			func() adapter.Finding { return l.examineCommands(ctx, app, err) },
			func() adapter.Finding { return l.examineServers(ctx, app) },
		} {
			if !yield(look()) {
				return
			}
		}
		if channel != "" {
			yield(l.examineChannel(ctx, me.ID, channel))
		}
	}
}

func (l looker) examineToken(ctx context.Context, me *discordgo.User) adapter.Finding {
	const name = "discord token"
	if problem := problemOfToken(l.api.token); problem != "" {
		return adapter.Found(name, adapter.Wrong, problem)
	}
	if err := l.get(ctx, "/users/@me", me); err != nil {
		return adapter.Found(name, adapter.Wrong, err.Error())
	}
	if !me.Bot {
		return adapter.Found(name, adapter.Wrong, "DISCORD_TOKEN is a person's, and Discord forbids bots with one: take the token under Bot in the application's settings")
	}
	return adapter.Found(name, adapter.OK, fmt.Sprintf("the bot is %s (%s)", me.Username, me.ID))
}

// examineApplication looks for settings that keep what people do from the bot.
func examineApplication(app application, err error) adapter.Finding {
	const name = "application"
	switch {
	case err != nil:
		return adapter.Found(name, adapter.Wrong, err.Error())
	case app.EndpointURL != "":
		return adapter.Found(name, adapter.Wrong, "commands and buttons go to an Interactions Endpoint URL and not to the bot: empty that field under General Information")
	case app.NeedsGrant:
		return adapter.Found(name, adapter.Wrong, "nobody can add the bot by a link: switch Requires OAuth2 Code Grant off under Bot")
	}
	return adapter.Found(name, adapter.OK, fmt.Sprintf("it is %s (%s); verbatim discord invite prints the link that adds it to a server", app.Name, app.ID))
}

// mayReadContent are the flags of an application that has the message-content intent, in
// many servers and in few.
const mayReadContent = 1<<18 | 1<<19

func examineIntents(app application, err error) adapter.Finding {
	const name = "intents"
	switch {
	case err != nil:
		return adapter.Found(name, adapter.Skipped, "without an answer about the application")
	case app.Flags&mayReadContent == 0:
		return adapter.Found(name, adapter.OK, "without Message Content Intent the bot reads in servers only what mentions it, and follow-ups and new posts want a mention; it is switched on under Bot")
	}
	return adapter.Found(name, adapter.OK, "with Message Content Intent the bot answers follow-ups and new posts without a mention")
}

// examineGateway opens a connection up to Discord's greeting.
func (l looker) examineGateway(ctx context.Context) adapter.Finding {
	const name = "gateway"
	var e entrance
	if err := l.get(ctx, "/gateway/bot", &e); err != nil {
		return adapter.Found(name, adapter.Wrong, err.Error())
	}
	if e.Starts.Remaining == 0 && e.Starts.ResetAfter > 0 {
		return adapter.Found(name, adapter.Wrong, "Discord takes no more new sessions today: something starts the bot again and again")
	}
	if err := greeted(ctx, e.URL); err != nil {
		return adapter.Found(name, adapter.Wrong, fmt.Sprintf("the token is taken, but the gateway does not open: %v; a proxy or firewall may keep WebSockets out", adapter.Bare(err)))
	}
	return adapter.Found(name, adapter.OK, fmt.Sprintf("it opens, and Discord says hello; it recommends shards: %d", max(e.Shards, 1)))
}

// greeted returns nil once Discord says hello on a connection.
func greeted(ctx context.Context, address string) error {
	ctx, cancel := context.WithTimeout(ctx, lookingTime)
	defer cancel()
	dialer := websocket.Dialer{Proxy: http.ProxyFromEnvironment}
	conn, resp, err := dialer.DialContext(ctx, address+"?v="+discordgo.APIVersion+"&encoding=json", nil)
	if err != nil {
		if resp != nil {
			return errors.New("it answers " + resp.Status)
		}
		return err
	}
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { conn.Close() })()
	var said gatewayMessage
	if err := conn.ReadJSON(&said); err != nil {
		return errors.Join(ctx.Err(), err)
	}
	if said.Op != opHello {
		return fmt.Errorf("it begins with op %d", said.Op)
	}
	return nil
}

// examineCommands compares what Discord offers with what the bot would have it offer.
func (l looker) examineCommands(ctx context.Context, app application, err error) adapter.Finding {
	const name = "commands"
	if err != nil {
		return adapter.Found(name, adapter.Skipped, "without an answer about the application")
	}
	var answer json.RawMessage
	if err := l.get(ctx, "/applications/"+app.ID+"/commands?with_localizations=true", &answer); err != nil {
		return adapter.Found(name, adapter.Wrong, err.Error())
	}
	var has []*discordgo.ApplicationCommand
	switch known := json.Unmarshal(answer, &has) == nil; {
	case known && len(has) == 0:
		return adapter.Found(name, adapter.OK, "none is registered yet: that is done when verbatim serve starts")
	case !known || !sameCommands(has, commands()):
		return adapter.Found(name, adapter.OK, "others are registered than the bot has now: that is mended when verbatim serve starts")
	}
	return adapter.Found(name, adapter.OK, fmt.Sprint("all ", len(has), " are registered"))
}

// examineServers looks at what the bot's roles allow in each server.
func (l looker) examineServers(ctx context.Context, app application) adapter.Finding {
	const name = "servers"
	var all []struct {
		Name        string `json:"name"`
		Permissions string `json:"permissions"`
	}
	if err := l.get(ctx, "/users/@me/guilds", &all); err != nil {
		return adapter.Found(name, adapter.Wrong, err.Error())
	}
	if len(all) == 0 {
		return adapter.Found(name, adapter.Wrong, "the bot is in none: open "+inviteLink(app.ID))
	}
	for _, g := range all {
		granted, _ := strconv.ParseInt(g.Permissions, 10, 64) // none, where there are none to be read
		if lacks := missing(granted); lacks != "" {
			return adapter.Found(name, adapter.Wrong, fmt.Sprintf("in %s the bot lacks %s: grant it to the bot's role under Server Settings, Roles", g.Name, lacks))
		}
	}
	return adapter.Found(name, adapter.OK, fmt.Sprintf("the bot has all that it needs; servers: %d", len(all)))
}
