package main

import (
	"context"
	"errors"
	"io"
	"log/slog"

	"github.com/spf13/pflag"

	"verbatim/bot/vitals"
)

// logging is what the log of serve looks like.
type logging struct {
	format logFormat
	debug  bool
}

func (l *logging) flags(f *pflag.FlagSet) {
	f.Var(&l.format, "log-format", "write the log as `text` or json")
	f.BoolVar(&l.debug, "debug", false, "log each step of each message too")
}

// logger returns what writes a log: a record a line, with the request id of the message that
// it is about.
func (l *logging) logger(to io.Writer) *slog.Logger {
	options := &slog.HandlerOptions{Level: slog.LevelInfo}
	if l.debug {
		options.Level = slog.LevelDebug
	}
	if l.format == "json" {
		return slog.New(requests{slog.NewJSONHandler(to, options)})
	}
	return slog.New(requests{slog.NewTextHandler(to, options)})
}

// logFormat is text or json.
type logFormat string

func (f *logFormat) String() string { return string(*f) }

func (f *logFormat) Set(s string) error {
	if s != "text" && s != "json" {
		return errors.New("it is text or json")
	}
	*f = logFormat(s)
	return nil
}

func (f *logFormat) Type() string { return "format" }

// requests adds to each record the request id of the message that it is about.
type requests struct{ slog.Handler }

func (h requests) Handle(ctx context.Context, r slog.Record) error {
	if id := vitals.Request(ctx); id != "" {
		r = r.Clone()
		r.AddAttrs(slog.String("request", id))
	}
	return h.Handler.Handle(ctx, r)
}

func (h requests) WithAttrs(all []slog.Attr) slog.Handler {
	return requests{h.Handler.WithAttrs(all)}
}

func (h requests) WithGroup(name string) slog.Handler { return requests{h.Handler.WithGroup(name)} }
