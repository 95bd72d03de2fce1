package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/cmd/verbatim/control"
	"verbatim/cmd/verbatim/transfer"
	"verbatim/store"
)

// The halves of backup and export that run in serve: they send what the other half puts in a file.

const (
	copyName = "copy"
	packName = "pack"
)

// longestStall is how long a client may take nothing of what a command says while that holds what others wait for, or
// has the file grow with each write.
const longestStall = 30 * time.Second

// hurry has a client that takes nothing of a stream for that long be taken for gone, which ends the command.
func hurry(stream io.Writer) {
	if s, ok := stream.(interface{ Within(time.Duration) }); ok {
		s.Within(longestStall)
	}
}

func (a *app) copyCommand() *cobra.Command {
	return &cobra.Command{
		Use: copyName,
		RunE: func(c *cobra.Command, _ []string) error {
			hurry(a.out)
			_, err := a.host.db.WriteTo(writing(func(p []byte) (int, error) {
				if err := c.Context().Err(); err != nil {
					return 0, err
				}
				return a.out.Write(p)
			}))
			return err
		},
	}
}

// writing is a function that writes, as a writer.
type writing func(p []byte) (int, error)

func (f writing) Write(p []byte) (int, error) { return f(p) }

// backupOf is the backup of the database of a serve.
func (a *app) backupOf(serve *control.Client) copying {
	return func(ctx context.Context, to string, progress func(done, total int64)) error {
		size := int64(0) // at most: the rest of it is free
		if info, err := os.Stat(a.path()); err == nil {
			size = info.Size()
		}
		if sameFile(to, a.path()) {
			return errors.New(to + ": a backup cannot take the place of the database itself: name another file")
		}
		return store.Save(ctx, to, func(w io.Writer) error {
			err := a.callIn(ctx, serve, a.own(copyName), control.Streams{Out: &meter{Writer: w, total: size, tell: progress}, Errs: a.errs})
			return ifGone(err, noFile)
		})
	}
}

const noFile = "nothing was written, run the command again"

// meter tells how many bytes have been written to it, unless tell is nil.
type meter struct {
	io.Writer
	done, total int64
	tell        func(done, total int64)
}

func (m *meter) Write(p []byte) (int, error) {
	n, err := m.Writer.Write(p)
	if m.done += int64(n); m.tell != nil {
		m.tell(m.done, max(m.done, m.total))
	}
	return n, err
}

func (a *app) packCommand() *cobra.Command {
	var most int64
	c := &cobra.Command{
		Use: packName,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withLibrary(c.Context(), func(l *answer.Library) error {
				return transfer.SendArchives(a.out, func(part transfer.Part) (int, error) { return l.Export(c.Context(), most, part) })
			})
		},
	}
	c.Flags().Int64Var(&most, "most", 0, "")
	return c
}

// exportOf is the export of a library in a serve.
func (a *app) exportOf(serve *control.Client) exporting {
	return func(ctx context.Context, most int64, part func(n int) (io.WriteCloser, error)) (articles int, err error) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		from, out := io.Pipe()
		ended := make(chan error, 1)
		go func() {
			ended <- a.callIn(ctx, serve, a.own(packName, fmt.Sprint("--most=", most)), control.Streams{Out: out, Errs: a.errs})
			out.Close()
		}()
		articles, err = transfer.ReceiveArchives(from, part)
		if err != nil {
			stop()
		}
		from.CloseWithError(err) // what serve would still say is not listened to
		if said := <-ended; err == io.EOF {
			err = said
		}
		return articles, ifGone(err, noFile)
	}
}
