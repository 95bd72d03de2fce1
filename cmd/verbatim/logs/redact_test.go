package logs

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"testing"
)

func TestTheRedactorLeavesNothingSecret(t *testing.T) {
	secrets := []string{"xoxb-1-canary", "xapp-1-A1-2-canary", "8f742231canary"}
	for _, secret := range append(secrets,
		"xoxp-12-34-canary", "xoxe.xoxb-1-canary", "xoxc-canary", "xapp-9-canary",
		"wss://wss-primary.slack.com/link/?ticket=canary&app_id=canary", "ws://127.0.0.1:9/link/?ticket=canary",
		"https://hooks.slack.com/commands/T1/2/canary", "https://hooks.slack-gov.com/actions/T1/2/canary",
	) {
		var out bytes.Buffer
		log := slog.New(slog.NewTextHandler(NewRedactor(&out, append(secrets, "")), &slog.HandlerOptions{Level: slog.LevelDebug}))
		for _, level := range []slog.Level{slog.LevelDebug, slog.LevelInfo, slog.LevelWarn, slog.LevelError} {
			err := fmt.Errorf("no answer: %w", &url.Error{Op: "Post", URL: secret, Err: errors.New("reset")})
			log.Log(context.Background(), level, "sent "+secret, "token", secret, "error", err, slog.Group("in", "header", "Bearer "+secret))
			log.With("token", secret).WithGroup("g").Log(context.Background(), level, "again", "all", []string{secret}, "any", map[string]string{secret: secret})
		}
		if strings.Contains(out.String(), "canary") {
			t.Errorf("%s is seen: %s", secret, out.String())
		}
		if !strings.Contains(out.String(), redacted) || !strings.Contains(out.String(), "reset") || strings.Count(out.String(), "\n") != 8 {
			t.Errorf("more than %s is lost: %s", secret, out.String())
		}
	}
}

func TestTheRedactorLeavesTheRest(t *testing.T) {
	const said = "level=INFO msg=\"answering in Slack\" workspaces=\"xoxo fans, Box-app\" see=https://api.slack.com/apps?new=1\n"
	var out bytes.Buffer
	if n, err := NewRedactor(&out, nil).Write([]byte(said)); n != len(said) || err != nil || out.String() != said {
		t.Errorf("wrote %d, %v: %s", n, err, out.String())
	}
}
