package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// heedHangups has serve note hangups from now on, which have it read its configuration again,
// and any other command end with its terminal.
func (a *app) heedHangups(c *cobra.Command) {
	if c.Name() != serveName {
		endAtHangup(c)
		return
	}
	a.hangups = make(chan os.Signal, 1)
	signal.Notify(a.hangups, syscall.SIGHUP)
}

// endAtHangup has a command end with its terminal, unless it was started to outlive that.
func endAtHangup(c *cobra.Command) {
	if signal.Ignored(syscall.SIGHUP) {
		return
	}
	ctx, stop := signal.NotifyContext(c.Context(), syscall.SIGHUP)
	context.AfterFunc(ctx, stop)
	c.SetContext(ctx)
}
