package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/bot/adapter"
	"verbatim/bot/slack/slacktest"
	"verbatim/store"
)

// A set-up that serves is one with which the doctor finds nothing wrong.
func TestDoctorFindsNothingWrong(t *testing.T) {
	s := slacktest.New(t)
	w := s.Install("T1")
	t.Setenv("SLACK_BOT_TOKEN", w.Token)
	t.Setenv("SLACK_APP_TOKEN", slacktest.AppToken)
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

// An index of an earlier version is made anew when its library is opened; the doctor opens none.
func TestDoctorChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	verbatim(t, "", "list", "--db", path)
	err := new(app).withDatabase(path, func(db *store.DB) error {
		return db.Tenant("local").Update(func(tx *store.Tx) error {
			return tx.Put([]byte("v"), []byte("an earlier one"))
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f := (&app{database: path}).examineDatabase(t.Context())
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) || f.Status != adapter.OK || !strings.Contains(f.Detail, "1 library") {
		t.Errorf("it says %q, and the file is changed: %t, %v", f.Detail, !bytes.Equal(before, after), err)
	}
	verbatim(t, "", "list", "--db", path)
	if after, err = os.ReadFile(path); err != nil || bytes.Equal(before, after) {
		t.Errorf("the index was none of an earlier version: %v", err)
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
		t.Setenv("SLACK_BOT_TOKEN", test.bot)
		t.Setenv("SLACK_APP_TOKEN", test.app)
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
