package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// silenceFlag adds the flag by which a command is told how sure an answer has to be.
func (a *app) silenceFlag(c *cobra.Command) {
	c.Flags().Float64Var(&a.silence, "silence", 0,
		"the `score`, from 0 to 1, below which the articles do not answer; 0 is the usual")
	c.PreRunE = func(*cobra.Command, []string) error {
		if a.silence < 0 || a.silence >= 1 {
			return usage{errors.New("--silence needs a score from 0 to less than 1, such as 0.5")}
		}
		return nil
	}
}
