package main

import (
	"fmt"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"verbatim/bot"
	"verbatim/cmd/verbatim/config"
	"verbatim/cmd/verbatim/jsonl"
)

func (a *app) configCommand() *cobra.Command {
	var template bool
	c := &cobra.Command{
		Use:   "config",
		Short: "Print what holds for serve, and where it was set",
		Long: `Prints each setting of serve, what it holds and where that comes from: a flag, else the
environment, else the configuration, else its default. Of a token it prints what kind it
is of, if that can be told, and no more. It takes the flags of serve.

The configuration is a file in YAML, with a setting a line by the name of its flag:

  slack-http: :3000
  deny-host: [intranet.example.org, 10.0.0.0/8]
  slack-bot-token-file: /run/secrets/slack-bot-token

In the environment that is VERBATIM_SLACK_HTTP=:3000. Paths are taken from the folder in
which the program runs. A file with tokens in it is to be for its owner alone, chmod 600.`,
		Example: "  verbatim config --config /etc/verbatim.yaml\n  verbatim config --template > verbatim.yaml",
		Args:    exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			if template {
				return config.WriteTemplate(a.out, a.settings(c.Root()))
			}
			file, _ := a.configuration()
			for _, s := range append([]config.Setting{file}, a.held...) {
				if err := a.saySetting(a.inEffect(s)); err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&template, "template", false, "print a configuration to begin with instead: what each setting is, and its default")
	a.serveFlags(c)
	return c
}

// longestName and longestValue are the columns that settings are drawn in; where a value is
// longer, where it comes from stands below it.
const (
	longestName  = 20
	longestValue = 22
)

// inEffect puts in what serve does where a default does not say it.
func (a *app) inEffect(s config.Setting) config.Setting {
	switch {
	case s.Name == "db":
		s.Value = a.path()
	case s.Name == "library" && s.From == "default":
		s.Value = "" // each workspace and server has its own
	}
	return s
}

func (a *app) saySetting(s config.Setting) error {
	if a.json {
		return jsonl.Write(a.out, struct {
			Setting string `json:"setting"`
			Value   string `json:"value"`
			From    string `json:"from"`
		}{s.Name, s.Value, s.From})
	}
	value := bot.Visible(s.Value)
	if value == "" {
		value = "-"
	}
	if utf8.RuneCountInString(value) > longestValue {
		value += fmt.Sprintf("\n%*s", longestName+2+longestValue, "")
	}
	_, err := fmt.Fprintf(a.out, "%-*s  %-*s  %s\n", longestName, s.Name, longestValue, value, bot.Visible(s.From))
	return err
}
