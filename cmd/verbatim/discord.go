package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/bot/discord"
)

func (a *app) discordCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "discord",
		Short:   "Set up Discord",
		Example: "  verbatim discord invite",
		Args:    exactly(0, "one of its commands"),
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(a.inviteCommand())
	return c
}

func (a *app) inviteCommand() *cobra.Command {
	var config chats
	c := &cobra.Command{
		Use:   "invite",
		Short: "Print the link that adds the bot to a server",
		Long: `Prints the link by which those who may manage a server add the bot to it, and below that
the permissions for which it asks: just those that the bot needs. It asks Discord whose
token DISCORD_TOKEN is.`,
		Example: "  DISCORD_TOKEN=... verbatim discord invite",
		Args:    exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			if err := config.check(); err != nil {
				return err
			}
			i, err := discord.Invite(c.Context(), config.complete(os.Getenv).discord)
			if err != nil {
				return err
			}
			return a.sayInvitation(i)
		},
	}
	c.Flags().StringVar(&config.discord.API, "discord-api", "", "the `URL` of a proxy for Discord's API, such as http://127.0.0.1:7777")
	return c
}

func (a *app) sayInvitation(i discord.Invitation) error {
	if a.json {
		return writeJSON(a.out, struct {
			Link        string   `json:"link"`
			Permissions []string `json:"permissions"`
		}(i))
	}
	_, err := fmt.Fprintf(a.out, "%s\n\nIt asks for: %s.\n", i.Link, strings.Join(i.Permissions, ", "))
	return err
}
