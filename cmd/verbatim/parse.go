package main

import (
	"os"
	"os/exec"

	"github.com/spf13/cobra"

	"verbatim/answer/load/sandbox"
)

// parseName is the command that a sandbox runs this program with.
const parseName = "parse"

// parseCommand is not for people: it parses what the program that started it hands to it.
func (a *app) parseCommand() *cobra.Command {
	return &cobra.Command{
		Use:         parseName,
		Short:       "Parse files for another process of this program",
		Hidden:      true,
		Annotations: map[string]string{takesNone: "yes"},
		Args:        exactly(0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			os.Stdout = os.Stderr // so that nothing a library prints gets among the reports
			return sandbox.Serve(a.in, a.out)
		},
	}
}

// newSandbox returns a sandbox whose children are this program.
func newSandbox() *sandbox.Sandbox {
	return sandbox.New(func() *exec.Cmd {
		self, err := os.Executable()
		if err != nil {
			self = os.Args[0]
		}
		return exec.Command(self, parseName)
	})
}
