package logs

import (
	"bytes"
	"log/slog"
	"regexp"
	"testing"
	"time"

	"verbatim/bot/vitals"
	"verbatim/cmd/verbatim/value"
)

func TestTheLogIsAsItIsWanted(t *testing.T) {
	ctx := vitals.WithRequest(t.Context(), "0123456789ab")
	for _, test := range []struct {
		Settings
		want string
	}{
		{Settings{}, `time=\S+ level=INFO msg=here in=slack request=0123456789ab\n` +
			`time=\S+ level=INFO msg=there in=slack took=1.5ms\n`},
		{Settings{Debug: true}, `time=\S+ level=DEBUG msg=step in=slack request=0123456789ab\n` +
			`time=\S+ level=INFO msg=here in=slack request=0123456789ab\n` +
			`time=\S+ level=INFO msg=there in=slack took=1.5ms\n`},
		{Settings{Format: value.JSONLog}, `{"time":"\S+","level":"INFO","msg":"here","in":"slack","request":"0123456789ab"}\n` +
			`{"time":"\S+","level":"INFO","msg":"there","in":"slack","took":"1.5ms"}\n`},
	} {
		var said bytes.Buffer
		var s Style
		l := s.Logger(&said).With("in", "slack")
		s.Set(test.Settings) // as at a reload
		l.DebugContext(ctx, "step")
		l.InfoContext(ctx, "here")
		l.Info("there", "took", 1500*time.Microsecond)
		if !regexp.MustCompile("^" + test.want + "$").MatchString(said.String()) {
			t.Errorf("%+v says %s", test.Settings, said.String())
		}
	}
}

// A record may be handled twice: what is added the first time is not there the second.
func TestARecordIsLeftAsItIs(t *testing.T) {
	var said bytes.Buffer
	h := new(Style).Logger(&said).Handler()
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
