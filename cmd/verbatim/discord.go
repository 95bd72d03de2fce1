package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/bot/discord"
	"verbatim/cmd/verbatim/jsonl"
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
	c := &cobra.Command{
		Use:   "invite",
		Short: "Print the link that adds the bot to a server",
		Long: `Prints the link by which those who may manage a server add the bot to it, and below that
the permissions for which it asks: just those that the bot needs. It asks Discord whose
token DISCORD_TOKEN is.`,
		Example: "  DISCORD_TOKEN=... verbatim discord invite",
		Args:    exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			i, err := discord.Invite(c.Context(), a.chats.discord)
			if err != nil {
				return err
			}
			return a.sayInvitation(i)
		},
	}
	a.discordFlags(c)
	return c
}

func (a *app) sayInvitation(i discord.Invitation) error {
	if a.json {
		return jsonl.Write(a.out, struct {
			Link        string   `json:"link"`
			Permissions []string `json:"permissions"`
		}(i))
	}
	_, err := fmt.Fprintf(a.out, "%s\n\nIt asks for: %s.\n", i.Link, strings.Join(i.Permissions, ", "))
	return err
}
