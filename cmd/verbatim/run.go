package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"verbatim/answer/load/web"
	"verbatim/bot"
	"verbatim/bot/terminal"
	"verbatim/cmd/verbatim/config"
	"verbatim/cmd/verbatim/logs"
	"verbatim/cmd/verbatim/progress"
	"verbatim/cmd/verbatim/value"
)

// The exit statuses that scripts rely on.
const (
	done = iota
	failed
	wrongUsage
)

// app is what a command works with: the streams of the process and the flags that every command has.
type app struct {
	in        io.Reader
	out, errs io.Writer

	args   []string         // of the call
	config string           // the path of the configuration, empty for the usual one
	held   []config.Setting // of the settings that the command takes

	database string // the path of the file, empty for the one in the user's data folder
	seeds    string // what a new library starts with: a folder, none, or empty for the embedded articles
	library  string // the name of the tenant
	json     bool
	maxSize  value.Size // of the file; 0 for no limit
	silence  float64    // the score below which the articles do not answer; 0 is the usual

	web   web.Rules // which hosts may be asked for what stands at an address
	chats chats
	http  string // the address at which serve tells how well it is; empty for none
	log   logs.Settings

	keepQuestions value.DaysKept // by the chats of serve
	keepAnswers   value.TimeKept // likewise
	hangups       chan os.Signal // that serve is told of

	host   *host        // the serve in which the command runs; nil in a process of its own
	logger *slog.Logger // of serve; nil elsewhere
}

// errTold ends a command that has said on standard error already what went wrong.
var errTold = errors.New("already told")

var errInterrupted = errors.New("interrupted")

// usage is an error in the way a command was called.
type usage struct{ error }

// run is the program: it does what args say and returns the exit status.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	makeTemporary()
	a := &app{in: in, out: out, errs: errs, args: args}
	root := a.root()
	root.SetArgs(args)
	code, line := statusOf(root.ExecuteContext(ctx))
	if line != nil {
		a.tell(line)
	}
	return code
}

// makeTemporary makes the folder for temporary files where TMPDIR names one that is not there,
// as in a volume of a container. Where that fails, what needs a file there says so.
func makeTemporary() { _ = os.MkdirAll(os.TempDir(), 0o700) }

// statusOf returns the exit status of a command that ended with an error, and what is yet to
// be told of it; nil for nothing.
func statusOf(err error) (code int, line error) {
	var elsewhere status
	switch {
	case err == nil:
		return done, nil
	case errors.As(err, new(usage)):
		return wrongUsage, err
	case errors.As(err, &elsewhere):
		return int(elsewhere), nil
	case errors.Is(err, context.Canceled):
		return failed, errInterrupted
	case errors.Is(err, errTold):
		return failed, nil
	}
	return failed, err
}

// tell says on standard error, in one line, what went wrong.
func (a *app) tell(err error) { fmt.Fprintln(a.errs, "verbatim:", bot.Visible(err.Error())) }

// note tells what a command does beside what it was called for: serve in its log.
func (a *app) note(err error) {
	if a.logger != nil {
		a.logger.Warn(err.Error())
		return
	}
	a.tell(err)
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "verbatim",
		Short: "Answers questions with the exact words of the articles it was given",
		Example: `  verbatim ask "What did Guo Ping say about backdoors?"
  verbatim load ~/articles
  verbatim chat`,
		Version:       versionLine(),
		SilenceErrors: true,
		SilenceUsage:  true,

		SuggestionsMinimumDistance: 2,
		Args:                       cobra.ArbitraryArgs,
		RunE:                       withoutCommand,
		PersistentPreRunE: func(c *cobra.Command, _ []string) error {
			a.heedHangups(c)
			return a.configure(c)
		},
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.errs)
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usage{fmt.Errorf("%w; %s --help tells the flags", err, c.CommandPath())}
	})
	a.commonFlags(root)
	root.SetHelpCommand(helpCommand())
	root.AddCommand(a.orInServe(a.inServe()...)...)
	root.AddCommand(a.loadCommand(), a.exportCommand(), a.evalCommand(), a.backupCommand(),
		a.butNotBeside(a.chatCommand(), "talk with it there, or use ask, quotes and load"),
		a.butNotBeside(a.restoreCommand(), "stop that, restore, and start it again"),
		a.butNotBeside(a.serveCommand(), "stop that one, or name another database"),
		a.slackCommand(), a.discordCommand(), a.doctorCommand(), a.configCommand(), a.healthCommand(), a.parseCommand())
	return root
}

// inServe are the commands that need no file but the database.
func (a *app) inServe() []*cobra.Command {
	return []*cobra.Command{a.askCommand(), a.quotesCommand(), a.showCommand(), a.listCommand(), a.removeCommand(),
		a.historyCommand(), a.undoCommand(), a.checkCommand(), a.compactCommand()}
}

// helpCommand is cobra's, but that it refuses what is no command.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Explain a command",

		Annotations: map[string]string{takesNone: "yes"},
		RunE: func(c *cobra.Command, args []string) error {
			of, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return withoutCommand(c.Root(), args)
			}
			return of.Help()
		},
	}
}

// withoutCommand answers a call that names no command, or none there is.
func withoutCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return c.Help()
	}
	for _, near := range c.SuggestionsFor(args[0]) {
		return usage{fmt.Errorf("there is no command %q; did you mean %q?", args[0], near)}
	}
	return usage{fmt.Errorf("there is no command %q; verbatim --help lists them", args[0])}
}

// atLeast wants n arguments or more, exactly just n; what says which they are.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < n || slices.Contains(args, "") {
			return usage{fmt.Errorf("%s needs %s; see %[1]s --help", c.CommandPath(), what)}
		}
		return nil
	}
}

func exactly(n int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != n || slices.Contains(args, "") {
			return usage{fmt.Errorf("%s needs %s; see %[1]s --help", c.CommandPath(), what)}
		}
		return nil
	}
}

// screen draws on standard output.
func (a *app) screen() *terminal.Screen { return terminal.NewScreen(a.out, os.Getenv) }

// bars draws on standard error how far a command is, for a person and no script.
func (a *app) bars() progress.Bars { return progress.Bars{On: a.errs, Quiet: a.json} }
