package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/bot/discord/discordtest"
)

// A set-up that serves is one with which the doctor finds nothing wrong, and once it has
// served the commands are there.
func TestDoctorFindsNothingWrongWithDiscord(t *testing.T) {
	s := newInDiscord(t)
	channel := s.guild.Channel("general")
	t.Setenv("DISCORD_TOKEN", discordtest.Token)
	args := []string{"doctor", "--discord-api", s.discord.URL(), "--discord-channel", channel, "--db", filepath.Join(t.TempDir(), "a.db")}
	for _, registered := range []string{"none is registered yet", "are registered"} {
		told := verbatim(t, "", args...)
		for line := range strings.Lines(told) {
			if !strings.HasPrefix(line, "ok ") {
				t.Errorf("it says %s", line)
			}
		}
		if n := strings.Count(told, "\n"); n != 8 || !strings.Contains(told, registered) {
			t.Errorf("it tells of %d things: %s", n, told)
		}
		if strings.Contains(told, "canary") {
			t.Errorf("it tells a token: %s", told)
		}
		if s.program == nil {
			s.start(t)
			s.stop(t)
		}
	}
	s.discord.Deny(channel, discordtest.EmbedLinks)
	var out, errs bytes.Buffer
	if status := run(t.Context(), args, nil, &out, &errs); status != failed || !strings.Contains(out.String(), "wrong    channel         in #general the bot lacks Embed Links") {
		t.Errorf("without a permission it ends with %d: %s", status, &out)
	}
}

func TestDiscordInvite(t *testing.T) {
	s := discordtest.New(t)
	t.Setenv("DISCORD_TOKEN", discordtest.Token)
	const link = "https://discord.com/oauth2/authorize?client_id=" + discordtest.App + "&scope=bot+applications.commands&permissions=309237763072"
	told := verbatim(t, "", "discord", "invite", "--discord-api", s.URL())
	if first, rest, _ := strings.Cut(told, "\n"); first != link || !strings.Contains(rest, "Send Messages in Threads") {
		t.Errorf("it prints %q", told)
	}
	if told := verbatim(t, "", "discord", "invite", "--json", "--discord-api", s.URL()); !strings.HasPrefix(told, `{"link":"`+link+`"`) || !strings.Contains(told, `"View Channels"`) {
		t.Errorf("it prints %q", told)
	}
	t.Setenv("DISCORD_TOKEN", "")
	var out, errs bytes.Buffer
	if status := run(t.Context(), []string{"discord", "invite"}, nil, &out, &errs); status != failed || !strings.Contains(errs.String(), "DISCORD_TOKEN is not set") {
		t.Errorf("without a token it ends with %d: %s", status, &errs)
	}
}
