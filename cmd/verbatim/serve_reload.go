package main

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"sync/atomic"

	"verbatim/answer/load/web"
	"verbatim/bot/discord"
	"verbatim/bot/slack"
	"verbatim/cmd/verbatim/attendance"
	"verbatim/cmd/verbatim/config"
	"verbatim/cmd/verbatim/logs"
)

// service is serve while it runs.
type service struct {
	*app    // under the configuration with which it was started
	last    []config.Setting
	log     *slog.Logger
	style   logs.Style
	secret  *logs.Redactor
	rules   atomic.Pointer[web.Rules]
	slack   *attendance.Attendance[slack.Config]
	discord *attendance.Attendance[discord.Config]
}

// changeable are the settings that can change while serve runs. The others wait for its next start.
var changeable = []string{
	"allow-host", "debug", "deny-host", "log-format", "only-host",
	"slack-api", "slack-http", "slack-bot-token", "slack-app-token", "slack-signing-secret",
	"discord-api", "discord-shards", "discord-token",
}

// reloadWhenTold reads the configuration again at each hangup, until ctx ends.
func (s *service) reloadWhenTold(ctx context.Context) {
	for {
		select {
		case <-s.hangups:
			s.reload(ctx)
		case <-ctx.Done():
			return
		}
	}
}

// reload reads the configuration again and has take effect what can. A wrong one changes nothing.
func (s *service) reload(ctx context.Context) {
	next, err := s.again()
	if err != nil {
		s.log.Error("the configuration is wrong, and the one before stays", "error", err)
		return
	}
	s.secret.Learn(next.chats.secrets())
	s.style.Set(next.log)
	s.hold(next.held)
	s.rules.Store(&next.web)
	s.slack.Change(ctx, next.chats.slack)
	s.discord.Change(ctx, next.chats.discord)
}

// hold notes what the settings hold now, and logs the names of those that have changed, and
// of those whose change takes no effect yet.
func (s *service) hold(now []config.Setting) {
	s.log.Info("configuration reloaded", "changed", strings.Join(config.Changed(s.last, now), ", "))
	waiting := slices.DeleteFunc(config.Changed(s.held, now), func(name string) bool { return slices.Contains(changeable, name) })
	if len(waiting) > 0 {
		s.log.Warn("some settings wait for the next start", "settings", strings.Join(waiting, ", "))
	}
	s.last = now
}

// again reads the configuration again, for the same arguments.
func (a *app) again() (*app, error) {
	next := &app{in: a.in, out: a.out, errs: a.errs, args: a.args}
	c, flags, err := next.root().Find(a.args)
	if err != nil {
		return nil, err
	}
	if err := c.ParseFlags(flags); err != nil {
		return nil, err
	}
	if err := next.configure(c); err != nil {
		return nil, err
	}
	return next, next.chats.check()
}
