package main

import (
	"encoding/json"
	"errors"
	"net/url"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/bot/slack"
)

func (a *app) slackCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "slack",
		Short:   "Set up Slack",
		Example: "  verbatim slack manifest",
		Args:    exactly(0, "one of its commands"),
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(a.manifestCommand())
	return c
}

func (a *app) manifestCommand() *cobra.Command {
	var public string
	c := &cobra.Command{
		Use:         "manifest",
		Annotations: map[string]string{takesNone: "yes"},
		Short:       "Print what Slack makes the app from",
		Long: `Prints the app's manifest: its name, commands, events and scopes. Paste it at
api.slack.com/apps under Create New App, From a manifest. The app uses Socket Mode, which
needs no public address, or with --http events over HTTP.`,
		Example: "  verbatim slack manifest\n  verbatim slack manifest --http https://verbatim.example.org",
		Args:    exactly(0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			if err := checkPublic(public); err != nil {
				return err
			}
			e := json.NewEncoder(a.out)
			e.SetIndent("", "  ")
			e.SetEscapeHTML(false)
			return e.Encode(slack.Manifest(strings.TrimSuffix(public, "/")))
		},
	}
	c.Flags().StringVar(&public, "http", "", "the `URL` at which Slack reaches verbatim serve --slack-http")
	return c
}

// checkPublic refuses what Slack would not send to.
func checkPublic(address string) error {
	u, err := url.Parse(address)
	if address != "" && (err != nil || u.Host == "" || u.Scheme != "https" || u.RawQuery != "" || u.Fragment != "") {
		return usage{errors.New("--http needs the public address alone, such as https://verbatim.example.org")}
	}
	return nil
}
