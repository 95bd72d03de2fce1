package faults

import "verbatim/bot/slack/slacktest"

// serve starts the program as it answers in a Slack of the trial's, from the library that
// every command works on, and returns it when it takes commands.
func (p *program) serve(slack *slacktest.Server, team *slacktest.Workspace) *process {
	p.Helper()
	c := p.command("serve", "--library", "local", "--slack-api", slack.API())
	c.Env = append(c.Env, "SLACK_BOT_TOKEN="+team.Token, "SLACK_APP_TOKEN="+slacktest.AppToken)
	r := p.started(c)
	p.Cleanup(r.kill)
	slack.Socket(p)
	return r
}
