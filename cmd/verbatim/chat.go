package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"verbatim/answer/load"
	"verbatim/bot"
	"verbatim/bot/terminal"
	"verbatim/store"
)

func (a *app) chatCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "chat",
		Short:   "Talk with the bot in this terminal",
		Long:    "Talks with the bot, the same as on any other chat. Lines may come from a pipe too.",
		Example: "  verbatim chat\n  verbatim chat < questions.txt",
		Args:    exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			if a.json {
				return usage{errors.New("chat is drawn for people; verbatim ask --json - is for programs")}
			}
			return a.withDatabase(a.path(), func(db *store.DB) error {
				sandbox := newSandbox()
				defer sandbox.Close()
				return a.chat(c.Context(), a.tenantsOf(db, a.library).forBot(func() load.Options { return load.Options{Parse: sandbox.Parse, Web: &a.web} }))
			})
		},
	}
	a.webFlags(c)
	a.silenceFlag(c)
	return c
}

func (a *app) chat(ctx context.Context, tenants bot.Tenants) (err error) {
	if _, err := tenants.Library(a.library); err != nil {
		return mendable(err)
	}
	chat := terminal.Chat{
		Bot:    bot.New(slog.New(a.teller()), tenants),
		Tenant: a.library,
		Screen: a.screen(),
	}
	chat.Bot.Silence = a.silence
	if in, ok := a.in.(*os.File); !ok || !term.IsTerminal(int(in.Fd())) || !chat.Screen.Interactive() {
		next, stop := iter.Pull2(terminal.Lines(ctx, a.in, longestLine))
		defer stop()
		chat.Read = func(context.Context) (string, error) {
			line, err, ok := next()
			if !ok {
				return "", io.EOF
			}
			return line, err
		}
		return chat.Run(ctx)
	}
	history := filepath.Join(xdg.StateHome, "verbatim", "history")
	if err := os.MkdirAll(filepath.Dir(history), 0o700); err != nil {
		return fmt.Errorf("there is no place for the history of the chat: %w", err)
	}
	editor := terminal.NewEditor(history)
	defer func() { err = errors.Join(err, editor.Close()) }()
	chat.Read = editor.Read
	return chat.Run(ctx)
}

// teller logs for the person at the terminal: an error as any other is told here.
type teller struct {
	slog.Handler // of records without an error
	app          *app
}

func (a *app) teller() teller { return teller{slog.NewTextHandler(a.errs, nil), a} }

// Enabled leaves out what is no error: it concerns nothing that the person does.
func (t teller) Enabled(_ context.Context, level slog.Level) bool { return level >= slog.LevelError }

func (t teller) Handle(ctx context.Context, record slog.Record) error {
	for attr := range record.Attrs {
		if err, ok := attr.Value.Any().(error); ok {
			t.app.tell(err)
			return nil
		}
	}
	return t.Handler.Handle(ctx, record)
}
