// Package logs makes the log of a bot that runs: a record a line, in the format that is wanted
// now, with nothing secret in it.
package logs

import (
	"context"
	"io"
	"log"
	"log/slog"
	"sync/atomic"

	"verbatim/bot/vitals"
	"verbatim/cmd/verbatim/value"
)

// Settings are what a log looks like.
type Settings struct {
	Format value.LogFormat // text where it is empty
	Debug  bool            // each step of each message is logged too
}

// Silence keeps from standard error what libraries log there on their own: package http what
// a server says unasked, for one, in which may be anything.
func Silence() { log.SetOutput(io.Discard) }

// Style is what a log that is being written looks like now, which may change meanwhile. The
// zero Style is that of the zero Settings.
type Style struct {
	level slog.LevelVar
	json  atomic.Bool
}

// Set has the log look so from the next record on.
func (s *Style) Set(to Settings) {
	s.json.Store(to.Format == value.JSONLog)
	s.level.Set(slog.LevelInfo)
	if to.Debug {
		s.level.Set(slog.LevelDebug)
	}
}

// Logger returns what writes a log in this style: a record a line, with the request id of the
// message that it is about.
func (s *Style) Logger(to io.Writer) *slog.Logger {
	options := &slog.HandlerOptions{Level: &s.level, ReplaceAttr: readable}
	return slog.New(requests{styled{s, slog.NewTextHandler(to, options), slog.NewJSONHandler(to, options)}})
}

// styled writes in the one format or the other.
type styled struct {
	style      *Style
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
