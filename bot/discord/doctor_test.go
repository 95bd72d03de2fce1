package discord

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/adapter"
	"verbatim/bot/discord/discordtest"
)

// examined returns what is found, by what was looked at.
func examined(t *testing.T, c Config, channel string) map[string]adapter.Finding {
	t.Helper()
	found := map[string]adapter.Finding{}
	for f := range Examine(t.Context(), c, channel) {
		found[f.Check] = f
		if strings.Contains(f.Detail, "canary") {
			t.Errorf("%s: it tells a secret: %s", f.Check, f.Detail)
		}
	}
	return found
}

func TestExamineTellsWhatIsWrong(t *testing.T) {
	type discordIs func(s *discordtest.Server, g *discordtest.Guild, channel string)
	setting := func(name string, value any) discordIs {
		return func(s *discordtest.Server, _ *discordtest.Guild, _ string) {
			s.SetApplication(map[string]any{name: value})
		}
	}
	fails := func(route string, f discordtest.Fault) discordIs {
		return func(s *discordtest.Server, _ *discordtest.Guild, _ string) { s.Fail(route, 1, f) }
	}
	denies := func(permissions uint64) discordIs {
		return func(s *discordtest.Server, _ *discordtest.Guild, channel string) { s.Deny(channel, permissions) }
	}
	for _, test := range []struct {
		name    string
		token   string // empty for the right one
		discord discordIs
		check   string
		status  string
		says    string
	}{
		{"all is well", "", nil, "discord token", adapter.OK, "the bot is verbatim"},
		{"all is well", "", nil, "application", adapter.OK, "verbatim discord invite"},
		{"all is well", "", nil, "intents", adapter.OK, "with Message Content Intent"},
		{"all is well", "", nil, "gateway", adapter.OK, "hello"},
		{"all is well", "", nil, "commands", adapter.OK, "none is registered yet"},
		{"all is well", "", nil, "servers", adapter.OK, "all that it needs"},
		{"all is well", "", nil, "channel", adapter.OK, "#general"},
		{"no token", " ", nil, "discord token", adapter.Wrong, "is not set"},
		{"a token of Slack's", "xoxb-canary", nil, "discord token", adapter.Wrong, "of Slack's"},
		{"a secret of another kind", "canary", nil, "discord token", adapter.Wrong, "three parts"},
		{"an old token", "a.b.canary", nil, "discord token", adapter.Wrong, "reset it under Bot"},
		{"an old token", "a.b.canary", nil, "discord", adapter.Skipped, ""},
		{"an endpoint is set", "", setting("interactions_endpoint_url", "https://canary.example"), "application", adapter.Wrong, "Interactions Endpoint URL"},
		{"a code grant is wanted", "", setting("bot_require_code_grant", true), "application", adapter.Wrong, "Requires OAuth2 Code Grant"},
		{"it refuses", "", fails("application", discordtest.Fault{Status: http.StatusForbidden}), "application", adapter.Wrong, "403"},
		{"it refuses", "", fails("application", discordtest.Fault{Status: http.StatusForbidden}), "intents", adapter.Skipped, ""},
		{"no content", "", func(s *discordtest.Server, _ *discordtest.Guild, _ string) { s.AllowContent(false) }, "intents", adapter.OK, "switched on under Bot"},
		{"WebSockets are kept out", "", fails("socket", discordtest.Fault{Status: http.StatusForbidden}), "gateway", adapter.Wrong, "firewall"},
		{"it greets otherwise", "", func(s *discordtest.Server, _ *discordtest.Guild, _ string) {
			s.At(discordtest.Hello, 1, (*discordtest.Socket).Reconnect)
		}, "gateway", adapter.Wrong, "op 7"},
		{"the bot is in no server", "", func(_ *discordtest.Server, g *discordtest.Guild, _ string) { g.Leave() }, "servers", adapter.Wrong, "https://discord.com/oauth2/authorize"},
		{"a role allows too little", "", func(_ *discordtest.Server, g *discordtest.Guild, _ string) { g.Grant(discordtest.ViewChannel) }, "servers", adapter.Wrong, "in Home the bot lacks Send Messages, Embed Links"},
		{"a channel allows too little", "", denies(discordtest.EmbedLinks | discordtest.CreateThreads), "channel", adapter.Wrong, "in #general the bot lacks Embed Links, Create Public Threads"},
		{"a channel is hidden", "", denies(discordtest.ViewChannel), "channel", adapter.Wrong, "may not see it"},
	} {
		t.Run(test.name+"/"+test.check, func(t *testing.T) {
			s := discordtest.New(t)
			g := s.Join("Home")
			channel := g.Channel("general")
			if test.discord != nil {
				test.discord(s, g, channel)
			}
			c := Config{API: s.URL(), Token: discordtest.Token}
			if test.token != "" {
				c.Token = test.token
			}
			f := examined(t, c, channel)[test.check]
			if f.Status != test.status || !strings.Contains(f.Detail, test.says) {
				t.Errorf("it says %q, %q; want %q, with %q", f.Status, f.Detail, test.status, test.says)
			}
		})
	}
}

// What a channel says of everybody comes first, then what it says of roles, then of one.
func TestWhatIsGrantedInAChannel(t *testing.T) {
	const view, send = discordgo.PermissionViewChannel, discordgo.PermissionSendMessages
	guild := &discordgo.Guild{ID: "g", OwnerID: "owner", Roles: []*discordgo.Role{
		{ID: "g", Permissions: view}, {ID: "r", Permissions: send}, {ID: "admins", Permissions: discordgo.PermissionAdministrator},
	}}
	over := func(id string, kind discordgo.PermissionOverwriteType, allow, deny int64) *discordgo.PermissionOverwrite {
		return &discordgo.PermissionOverwrite{ID: id, Type: kind, Allow: allow, Deny: deny}
	}
	const role, member = discordgo.PermissionOverwriteTypeRole, discordgo.PermissionOverwriteTypeMember
	for _, test := range []struct {
		name  string
		user  string
		roles []string
		overs []*discordgo.PermissionOverwrite
		want  int64
	}{
		{"everybody", "u", nil, nil, view},
		{"a role", "u", []string{"r"}, nil, view | send},
		{"the channel is closed", "u", []string{"r"}, []*discordgo.PermissionOverwrite{over("g", role, 0, view)}, send},
		{"the role is let in", "u", []string{"r"}, []*discordgo.PermissionOverwrite{over("r", role, view, 0), over("g", role, 0, view)}, view | send},
		{"another role is let in", "u", nil, []*discordgo.PermissionOverwrite{over("g", role, 0, view), over("r", role, view, 0)}, 0},
		{"one is kept out", "u", []string{"r"}, []*discordgo.PermissionOverwrite{over("u", member, 0, view), over("r", role, view, 0)}, send},
	} {
		if got := granted(guild, &discordgo.Channel{PermissionOverwrites: test.overs}, test.user, test.roles); got != test.want {
			t.Errorf("%s: %b, want %b", test.name, got, test.want)
		}
	}
	closed := &discordgo.Channel{PermissionOverwrites: []*discordgo.PermissionOverwrite{over("g", role, 0, view)}}
	if missing(granted(guild, closed, "u", []string{"admins"})) != "" || missing(granted(guild, closed, "owner", nil)) != "" {
		t.Error("something is kept from who may do all")
	}
}

func TestInvite(t *testing.T) {
	s := discordtest.New(t)
	i, err := Invite(t.Context(), Config{API: s.URL(), Token: "Bot " + discordtest.Token})
	if want := "https://discord.com/oauth2/authorize?client_id=" + discordtest.App + "&scope=bot+applications.commands&permissions=309237763072"; err != nil || i.Link != want {
		t.Errorf("the link is %q, %v; want %q", i.Link, err, want)
	}
	if len(i.Permissions) != 7 {
		t.Errorf("it asks for %q", i.Permissions)
	}
	for token, says := range map[string]string{"": "is not set", "a.b.canary": "reset it", "canary": "three parts"} {
		if _, err := Invite(t.Context(), Config{API: s.URL(), Token: token}); err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "canary") {
			t.Errorf("with the token %q it says %v", token, err)
		}
	}
	page := httptest.NewServer(http.NotFoundHandler())
	defer page.Close()
	if _, err := Invite(t.Context(), Config{API: page.URL, Token: discordtest.Token}); err == nil || !strings.Contains(err.Error(), "--discord-api") {
		t.Errorf("where there is no Discord it says %v", err)
	}
}
