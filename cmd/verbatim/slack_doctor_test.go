package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/bot/slack/slacktest"
)

// A set-up that serves is one with which the doctor finds nothing wrong.
func TestDoctorFindsNothingWrong(t *testing.T) {
	s := slacktest.New(t)
	w := s.Install("T1")
	t.Setenv(slackBotToken, w.Token)
	t.Setenv(slackAppToken, slacktest.AppToken)
	db := filepath.Join(t.TempDir(), "a.db")
	told := verbatim(t, "", "doctor", "--slack-api", s.API(), "--db", db)
	for line := range strings.Lines(told) {
		if !strings.HasPrefix(line, "ok ") {
			t.Errorf("it says %s", line)
		}
	}
	if n := strings.Count(told, "\n"); n != 5 {
		t.Errorf("it tells of %d things: %s", n, told)
	}
	if strings.Contains(told, "canary") {
		t.Errorf("it tells a token: %s", told)
	}
	w.Change(func(w *slacktest.Workspace) { w.Scopes = w.Scopes[1:] })
	var out, errs bytes.Buffer
	if status := run(t.Context(), []string{"doctor", "--slack-api", s.API(), "--db", db}, nil, &out, &errs); status != failed || !strings.Contains(out.String(), "wrong    scopes") {
		t.Errorf("without a scope it ends with %d: %s", status, &out)
	}
}

func TestServeEndsWithWhatSlackRefuses(t *testing.T) {
	s := slacktest.New(t)
	w := s.Install("T1")
	for _, test := range []struct{ bot, app, says string }{
		{"xoxb-canary", slacktest.AppToken, "SLACK_BOT_TOKEN: Slack says invalid_auth"},
		{w.Token + ",xoxb-canary", slacktest.AppToken, "SLACK_BOT_TOKEN (number 2): Slack says invalid_auth"},
		{w.Token, "xapp-canary", "SLACK_APP_TOKEN: Slack says invalid_auth"},
		{w.Token, "xoxb-canary", "SLACK_APP_TOKEN: Slack says not_allowed_token_type"},
		{w.Token, "", "SLACK_APP_TOKEN is missing"},
		{"", slacktest.AppToken, "SLACK_BOT_TOKEN is missing"},
	} {
		t.Setenv(slackBotToken, test.bot)
		t.Setenv(slackAppToken, test.app)
		var out, errs bytes.Buffer
		status := run(t.Context(), []string{"serve", "--slack-api", s.API(), "--db", filepath.Join(t.TempDir(), "a.db")}, nil, &out, &errs)
		said := errs.String()
		if last := said[strings.LastIndex(strings.TrimSuffix(said, "\n"), "\n")+1:]; status != failed || !strings.HasPrefix(last, "verbatim: "+test.says) {
			t.Errorf("it ends with %d and %q, want %q", status, last, test.says)
		}
		if strings.Contains(said, "canary") {
			t.Errorf("it tells a token: %s", said)
		}
	}
}
