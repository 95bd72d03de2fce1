package main

import (
	"bytes"
	"log/slog"
	"regexp"
	"testing"
	"time"

	"verbatim/bot/vitals"
)

func TestTheLogIsAsItIsWanted(t *testing.T) {
	ctx := vitals.WithRequest(t.Context(), "0123456789ab")
	for _, test := range []struct {
		logging
		want string
	}{
		{logging{}, `time=\S+ level=INFO msg=here in=slack request=0123456789ab\n` +
			`time=\S+ level=INFO msg=there in=slack took=1.5ms\n`},
		{logging{debug: true}, `time=\S+ level=DEBUG msg=step in=slack request=0123456789ab\n` +
			`time=\S+ level=INFO msg=here in=slack request=0123456789ab\n` +
			`time=\S+ level=INFO msg=there in=slack took=1.5ms\n`},
		{logging{format: "json"}, `{"time":"\S+","level":"INFO","msg":"here","in":"slack","request":"0123456789ab"}\n` +
			`{"time":"\S+","level":"INFO","msg":"there","in":"slack","took":"1.5ms"}\n`},
	} {
		var said bytes.Buffer
		var s style
		l := s.logger(&said).With("in", "slack")
		s.set(test.logging) // as at a reload
		l.DebugContext(ctx, "step")
		l.InfoContext(ctx, "here")
		l.Info("there", "took", 1500*time.Microsecond)
		if !regexp.MustCompile("^" + test.want + "$").MatchString(said.String()) {
			t.Errorf("%+v says %s", test.logging, said.String())
		}
	}
}

// A record may be handled twice: what is added the first time is not there the second.
func TestARecordIsLeftAsItIs(t *testing.T) {
	var said bytes.Buffer
	h := new(style).logger(&said).Handler()
	var r slog.Record
	r.AddAttrs(slog.Int("a", 1), slog.Int("b", 2), slog.Int("c", 3), slog.Int("d", 4), slog.Int("e", 5), slog.Int("f", 6))
	for _, id := range []string{"first", "second"} {
		if err := h.Handle(vitals.WithRequest(t.Context(), id), r); err != nil {
			t.Fatal(err)
		}
	}
	if !regexp.MustCompile(`f=6 request=first\n.*f=6 request=second\n$`).MatchString(said.String()) {
		t.Errorf("it says %s", said.String())
	}
}

func TestTheFormatOfTheLogIsOneOfTwo(t *testing.T) {
	var f logFormat
	for _, is := range []string{"text", "json"} {
		if err := f.Set(is); err != nil || f.String() != is {
			t.Errorf("%s is %s, %v", is, f, err)
		}
	}
	if err := f.Set("yaml"); err == nil || f != "json" {
		t.Errorf("yaml is taken: %s, %v", f, err)
	}
}
