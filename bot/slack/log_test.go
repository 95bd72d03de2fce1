package slack

import (
	"strings"
	"testing"
)

// Whose workspaces they are is nobody's business who reads the log.
func TestTheLogHasTheIdsOfWorkspacesAndNoNames(t *testing.T) {
	r := hurry(t)
	r.slack.Socket(t).Deliver(t, r.home.Message("U1", "D1", "", "help"))
	log := r.Log.String()
	_, line, said := strings.Cut(log, "answering in Slack")
	line, _, _ = strings.Cut(line, "\n")
	if !said || !strings.Contains(line, "workspaces="+r.home.Team) || strings.Contains(log, r.home.Name) {
		t.Errorf("the log says %q", log)
	}
}
