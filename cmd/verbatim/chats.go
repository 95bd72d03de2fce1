package main

import (
	"errors"

	"verbatim/bot/discord"
	"verbatim/bot/slack"
)

// chats are the chats to answer in.
type chats struct {
	slack   slack.Config
	discord discord.Config
}

// check refuses chats of which there is none, or to which something is missing.
func (c chats) check() error {
	switch {
	case isInSlack(c.slack):
		return c.slack.Check()
	case !isInDiscord(c.discord):
		return errors.New("there is no chat to answer in: set DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN; see verbatim serve --help")
	}
	return nil
}

// secrets returns what no log may hold.
func (c chats) secrets() []string {
	return append([]string{c.slack.AppToken, c.slack.SigningSecret, c.discord.Token}, c.slack.BotTokens...)
}

// isInSlack and isInDiscord report whether a chat is to be answered in.
func isInSlack(c slack.Config) bool {
	return len(c.BotTokens) > 0 || c.AppToken != "" || c.SigningSecret != ""
}

func isInDiscord(c discord.Config) bool { return c.Token != "" }
