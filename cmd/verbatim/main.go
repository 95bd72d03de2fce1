// Verbatim answers questions with the exact words of the articles it was given.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	noDump()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // so that a second signal ends what does not heed the first
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
