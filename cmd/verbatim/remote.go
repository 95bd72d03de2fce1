package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"verbatim/bot/terminal"
	"verbatim/cmd/verbatim/control"
	"verbatim/store"
)

// notSent are the flags that concern the process that opens the file.
var notSent = []string{"db", "config", "max-size"}

// status ends a command that ran elsewhere, and of which all is told, with its exit status.
type status int

func (status) Error() string { return errTold.Error() }

// orInServe has commands that need no file but the database run in the serve that holds it,
// where one does.
func (a *app) orInServe(all ...*cobra.Command) []*cobra.Command {
	for _, c := range all {
		run := c.RunE
		c.RunE = func(c *cobra.Command, args []string) error {
			return a.either(c.Context(),
				func(serve *control.Client) error { return a.runIn(c.Context(), serve, a.argsOf(c, args)) },
				func() error { return run(c, args) })
		}
	}
	return all
}

// butNotBeside has a command refuse to run where a serve holds the database, and say what to do instead.
func (a *app) butNotBeside(c *cobra.Command, instead string) *cobra.Command {
	run := c.RunE
	c.RunE = func(c *cobra.Command, args []string) error {
		return a.either(c.Context(),
			func(serve *control.Client) error {
				serve.Close()
				return errors.New(a.path() + ": verbatim serve runs on this database: " + instead)
			},
			func() error { return run(c, args) })
	}
	return c
}

// either runs remote where a serve holds the database and answers, and local otherwise. One
// that has just begun may hold it a moment before it answers.
func (a *app) either(ctx context.Context, remote func(*control.Client) error, local func() error) error {
	serve, err := a.dial(ctx)
	if !errors.Is(err, control.ErrNone) {
		return through(serve, err, remote)
	}
	locked := local()
	if !errors.Is(locked, store.ErrLocked) {
		return locked
	}
	if serve, err = a.dial(ctx); errors.Is(err, control.ErrNone) {
		return locked
	}
	return through(serve, err, remote)
}

func through(serve *control.Client, err error, remote func(*control.Client) error) error {
	if err != nil {
		return err
	}
	defer serve.Close()
	return remote(serve)
}

func (a *app) dial(ctx context.Context) (*control.Client, error) {
	return control.Dial(ctx, store.Target(a.path()))
}

// argsOf returns what a command is called with, as the flags hold it, wherever that comes from.
func (a *app) argsOf(c *cobra.Command, args []string) []string {
	all := []string{c.Name()}
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if value := f.Value.String(); (f.Changed || value != f.DefValue) && !slices.Contains(notSent, f.Name) {
			all = append(all, "--"+f.Name+"="+value)
		}
	})
	return append(append(all, "--"), args...)
}

// own returns how a half of a command that only serve has is called.
func (a *app) own(name string, flags ...string) []string {
	args := append([]string{name, "--library=" + a.library}, flags...)
	if a.seeds != "" {
		args = append(args, "--seeds="+a.seeds)
	}
	return args
}

// runIn runs a command in a serve as if it ran here.
func (a *app) runIn(ctx context.Context, serve *control.Client, args []string) error {
	err := a.callIn(ctx, serve, args, control.Streams{In: a.in, Out: a.out, Errs: a.errs})
	return ifGone(err, "what was printed is done, and verbatim history tells of changes")
}

// ifGone adds to the error of a serve that ended meanwhile, or hangs, what that means for a command.
func ifGone(err error, means string) error {
	if errors.Is(err, control.ErrGone) || errors.Is(err, control.ErrSilent) {
		return fmt.Errorf("%w: %s", err, means)
	}
	return err
}

// callIn is runIn with other streams.
func (a *app) callIn(ctx context.Context, serve *control.Client, args []string, s control.Streams) error {
	who := a.origin()
	exit, err := serve.Run(ctx, control.Call{
		Args: args, By: who.By, ByID: who.ByID, Out: terminalOf(s.Out), Errs: terminalOf(s.Errs),
	}, s)
	switch {
	case err != nil:
		return err
	case exit.Status == done:
		return nil
	case exit.Line == "":
		return status(exit.Status)
	case exit.Status == wrongUsage:
		return usage{errors.New(exit.Line)}
	}
	return errors.New(exit.Line)
}

func terminalOf(w any) control.Terminal {
	out, ok := w.(*os.File)
	if !ok {
		return control.Terminal{}
	}
	columns, coloured := terminal.NewScreen(out, os.Getenv).Terminal()
	return control.Terminal{Columns: columns, Coloured: coloured}
}
