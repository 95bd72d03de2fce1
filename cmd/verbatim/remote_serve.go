package main

import (
	"context"
	"log/slog"

	"github.com/spf13/cobra"

	"verbatim/bot"
	"verbatim/cmd/verbatim/control"
)

// host is what a command has of the serve that it runs in, for a client.
type host struct {
	*tenants
	call control.Call
}

// welcome has commands of other processes run on what serve has open, from now until what it
// returns has returned. Where that cannot be it is logged, and serve goes on without.
func (a *app) welcome(ctx context.Context, log *slog.Logger, all *tenants) (farewell func()) {
	l, err := control.Listen(all.path())
	if err != nil {
		log.Warn("commands have to wait until verbatim serve ends", "error", err)
		return func() {}
	}
	ctx, stop := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		l.Serve(ctx, version(), func(ctx context.Context, call control.Call, s control.Streams) control.Exit {
			return all.run(ctx, log, call, s)
		})
	}()
	return func() {
		stop()
		<-ended
	}
}

// run runs a command for a client. A panic ends the command and nothing else.
func (s *tenants) run(ctx context.Context, log *slog.Logger, call control.Call, streams control.Streams) control.Exit {
	a := &app{in: streams.In, out: streams.Out, errs: streams.Errs, host: &host{s, call}}
	root := a.hosted()
	root.SetArgs(call.Args)
	err := bot.Safely(ctx, log, func() error { return root.ExecuteContext(ctx) }, "in", "a command of another process")
	code, line := statusOf(err)
	exit := control.Exit{Status: code}
	if line != nil {
		exit.Line = line.Error()
	}
	return exit
}

// hosted are the commands that run in serve: those that need no file but the database, and
// of the others the half that needs that.
func (a *app) hosted() *cobra.Command {
	root := &cobra.Command{Use: "verbatim", SilenceErrors: true, SilenceUsage: true}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.errs)
	a.commonFlags(root)
	root.AddCommand(a.inServe()...)
	root.AddCommand(a.storeCommand(), a.copyCommand(), a.packCommand())
	return root
}
