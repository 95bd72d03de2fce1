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
	w.Scopes = w.Scopes[1:]
	var out, errs bytes.Buffer
	if status := run(t.Context(), []string{"doctor", "--slack-api", s.API(), "--db", db}, nil, &out, &errs); status != failed || !strings.Contains(out.String(), "wrong    scopes") {
		t.Errorf("without a scope it ends with %d: %s", status, &out)
	}
}
