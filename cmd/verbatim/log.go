package main

import (
	"context"
	"errors"
	"io"
	"log"
	"log/slog"
	"sync/atomic"

	"github.com/spf13/pflag"

	"verbatim/bot/vitals"
)

// logging is what the log of serve looks like.
type logging struct {
	format logFormat
	debug  bool
}

func (l *logging) flags(f *pflag.FlagSet) {
	l.format = "text"
	f.Var(&l.format, "log-format", "write the log as `text` or json")
	f.BoolVar(&l.debug, "debug", false, "log each step of each message too")
}

// silence keeps from standard error what libraries log there on their own: package http what
// a server says unasked, for one, in which may be anything.
func silence() { log.SetOutput(io.Discard) }

// style is what a log that is being written looks like now.
type style struct {
	level slog.LevelVar
	json  atomic.Bool
}

// set has the log look so from the next record on.
func (s *style) set(l logging) {
	s.json.Store(l.format == "json")
	s.level.Set(slog.LevelInfo)
	if l.debug {
		s.level.Set(slog.LevelDebug)
	}
}

// logger returns what writes a log in this style: a record a line, with the request id of the
// message that it is about.
func (s *style) logger(to io.Writer) *slog.Logger {
	options := &slog.HandlerOptions{Level: &s.level, ReplaceAttr: readable}
	return slog.New(requests{styled{s, slog.NewTextHandler(to, options), slog.NewJSONHandler(to, options)}})
}

// styled writes in the one format or the other.
type styled struct {
	style      *style
	text, json slog.Handler
}

func (h styled) Enabled(_ context.Context, l slog.Level) bool { return l >= h.style.level.Level() }

func (h styled) Handle(ctx context.Context, r slog.Record) error {
	if h.style.json.Load() {
		return h.json.Handle(ctx, r)
	}
	return h.text.Handle(ctx, r)
}

func (h styled) WithAttrs(all []slog.Attr) slog.Handler {
	return styled{h.style, h.text.WithAttrs(all), h.json.WithAttrs(all)}
}

func (h styled) WithGroup(name string) slog.Handler {
	return styled{h.style, h.text.WithGroup(name), h.json.WithGroup(name)}
}

// readable writes a duration as people read it, in JSON too: not in nanoseconds.
func readable(_ []string, a slog.Attr) slog.Attr {
	if a.Value.Kind() == slog.KindDuration {
		return slog.String(a.Key, a.Value.Duration().String())
	}
	return a
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
