package discord

import (
	"context"
	"fmt"
	"slices"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/adapter"
)

// examineChannel looks at what the bot may do in a channel.
func (l looker) examineChannel(ctx context.Context, bot, id string) adapter.Finding {
	const name = "channel"
	ch, err := l.channel(ctx, id)
	if err != nil {
		return adapter.Found(name, adapter.Wrong, fmt.Sprintf("%s: %v; the bot may not see it, or there is none with that id", id, err))
	}
	var g discordgo.Guild
	var m discordgo.Member
	if err := l.get(ctx, "/guilds/"+ch.GuildID, &g); err != nil {
		return adapter.Found(name, adapter.Wrong, err.Error())
	}
	if err := l.get(ctx, "/guilds/"+ch.GuildID+"/members/"+bot, &m); err != nil {
		return adapter.Found(name, adapter.Wrong, err.Error())
	}
	if lacks := missing(granted(&g, ch, bot, m.Roles)); lacks != "" {
		return adapter.Found(name, adapter.Wrong, fmt.Sprintf("in #%s the bot lacks %s: grant it to the bot in the channel's settings under Permissions", ch.Name, lacks))
	}
	return adapter.Found(name, adapter.OK, fmt.Sprintf("the bot may do in #%s all that it needs", ch.Name))
}

// channel returns a channel of a server, and of a thread the channel that it is in, which
// says who may do what.
func (l looker) channel(ctx context.Context, id string) (*discordgo.Channel, error) {
	ch := &discordgo.Channel{}
	err := l.get(ctx, "/channels/"+id, ch)
	if err == nil && ch.IsThread() {
		id, ch = ch.ParentID, &discordgo.Channel{}
		err = l.get(ctx, "/channels/"+id, ch)
	}
	if err == nil && ch.GuildID == "" {
		err = fmt.Errorf("it is in no server")
	}
	return ch, err
}

// granted returns what somebody with these roles may do in a channel: what the roles
// allow, then what the channel says of everybody, of the roles and of that one, each over
// what comes before.
func granted(g *discordgo.Guild, ch *discordgo.Channel, user string, roles []string) int64 {
	has := func(role string) bool { return role == g.ID || slices.Contains(roles, role) }
	var may int64
	for _, r := range g.Roles {
		if has(r.ID) {
			may |= r.Permissions
		}
	}
	if may&discordgo.PermissionAdministrator != 0 || g.OwnerID == user {
		return may | discordgo.PermissionAdministrator
	}
	var everybody, ofRoles, own discordgo.PermissionOverwrite
	for _, o := range ch.PermissionOverwrites {
		switch {
		case o.ID == g.ID:
			everybody = *o
		case o.Type == discordgo.PermissionOverwriteTypeRole && has(o.ID):
			ofRoles.Allow |= o.Allow
			ofRoles.Deny |= o.Deny
		case o.ID == user:
			own = *o
		}
	}
	for _, o := range []discordgo.PermissionOverwrite{everybody, ofRoles, own} {
		may = may&^o.Deny | o.Allow
	}
	return may
}
