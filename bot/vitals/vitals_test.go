package vitals

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil/promlint"
	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"
)

// read writes vitals, and returns them as Prometheus reads them, which has to have nothing
// against their names either.
func read(t *testing.T, v *Vitals) map[string]*dto.MetricFamily {
	t.Helper()
	var page bytes.Buffer
	if _, err := v.WriteTo(&page); err != nil {
		t.Fatal(err)
	}
	problems, err := promlint.New(bytes.NewReader(page.Bytes())).Lint()
	if err != nil || len(problems) > 0 {
		t.Errorf("Prometheus has against it %v, %v:\n%s", problems, err, page.String())
	}
	parser := expfmt.NewTextParser(model.LegacyValidation)
	families, err := parser.TextToMetricFamilies(&page)
	if err != nil {
		t.Fatal(err)
	}
	return families
}

// of returns the metric of a family whose labels are these, written as a=b,c=d.
func of(t *testing.T, family *dto.MetricFamily, labels string) *dto.Metric {
	t.Helper()
	for _, m := range family.GetMetric() {
		var all []string
		for _, l := range m.Label {
			all = append(all, l.GetName()+"="+l.GetValue())
		}
		if strings.Join(all, ",") == labels {
			return m
		}
	}
	t.Fatalf("%s has none with %q", family.GetName(), labels)
	return nil
}

func TestPrometheusReadsWhatIsWritten(t *testing.T) {
	v := New()
	read(t, v) // of nothing
	slack, discord := v.Chat("slack"), v.Chat("discord")
	slack.Begin(t.Context())
	discord.Begin(t.Context())
	slack.Count(Questions)
	slack.Add(Loaded, 12)
	discord.Queue("noting", func() int { return 3 })
	discord.Queue("noting", func() int { return 4 }) // in the place of the first
	discord.Link().Opened()
	slack.Link()
	slack.Took(Sent, 30*time.Millisecond)
	slack.Took(Sent, 10*time.Minute)
	v.Gauge("verbatim_known_bytes", "Known.", func() (float64, bool) { return 1 << 40, true })
	v.Gauge("verbatim_unknown_bytes", "Unknown.", func() (float64, bool) { return 0, false })

	all := read(t, v)
	for _, want := range []struct {
		name, labels string
		value        float64
	}{
		{"verbatim_questions_total", "chat=slack", 1},
		{"verbatim_questions_total", "chat=discord", 0},
		{"verbatim_articles_loaded_total", "chat=slack", 12},
		{"verbatim_waiting", "chat=discord,kind=noting", 4},
		{"verbatim_connected", "chat=discord", 1},
		{"verbatim_connected", "chat=slack", 0},
		{"verbatim_known_bytes", "", 1 << 40},
	} {
		m := of(t, all[want.name], want.labels)
		if got := m.GetCounter().GetValue() + m.GetGauge().GetValue(); got != want.value {
			t.Errorf("%s{%s} is %v, want %v", want.name, want.labels, got, want.value)
		}
	}
	if all["verbatim_unknown_bytes"] != nil {
		t.Error("what is not known is written")
	}
	sent := of(t, all["verbatim_step_seconds"], "chat=slack,step=sent").GetHistogram()
	if sent.GetSampleCount() != 2 || math.Abs(sent.GetSampleSum()-600.03) > 1e-9 {
		t.Errorf("two were sent in 600.03 s, and it tells %v", sent)
	}
	for _, b := range sent.Bucket {
		want := uint64(0)
		switch {
		case math.IsInf(b.GetUpperBound(), 1):
			want = 2
		case b.GetUpperBound() >= .03:
			want = 1
		}
		if b.GetCumulativeCount() != want {
			t.Errorf("%d took up to %v s, want %d", b.GetCumulativeCount(), b.GetUpperBound(), want)
		}
	}
}

// A connection counts that took the place of another, not each that was tried for it, nor the first.
func TestReconnectsAreConnections(t *testing.T) {
	v := New()
	c := v.Chat("slack")
	link, other := c.Link(), c.Link()
	for _, step := range []struct {
		name string
		do   func()
		want float64
	}{
		{"the first", link.Opened, 0},
		{"the first of another link", other.Opened, 0},
		{"beside the old one", link.Opened, 1},
		{"the old one ends", link.Closed, 1},
		{"the new one ends", link.Closed, 1},
		{"an attempt fails", func() { c.Failed(errors.New("refused")) }, 1},
		{"it is there again", link.Opened, 2},
	} {
		step.do()
		if got := of(t, read(t, v)["verbatim_reconnects_total"], "chat=slack").GetCounter().GetValue(); got != step.want {
			t.Errorf("%s: %v were counted, want %v", step.name, got, step.want)
		}
	}
}

func TestTheProcessIsTold(t *testing.T) {
	all := read(t, New())
	for _, name := range []string{"go_goroutines", "go_memstats_heap_alloc_bytes", "process_resident_memory_bytes", "process_open_fds", "process_start_time_seconds"} {
		if strings.HasPrefix(name, "process_") && all["process_resident_memory_bytes"] == nil {
			t.Skip("this system does not tell it in /proc")
		}
		if all[name] == nil || of(t, all[name], "").GetGauge().GetValue() <= 0 {
			t.Errorf("%s is %v", name, all[name])
		}
	}
}

func TestNothingIsLostAmongManyWhoCount(t *testing.T) {
	const goroutines, each = 8, 1000
	v := New()
	var all sync.WaitGroup
	for range goroutines {
		all.Go(func() {
			for i := range each {
				c := v.Chat("slack")
				c.Count(Messages)
				c.Took(Noted, time.Duration(i)*time.Millisecond)
				l := c.Link()
				l.Opened()
				l.Closed()
				l.Remove()
				v.Stored(nil)
				if i%100 == 0 {
					v.WriteTo(new(bytes.Buffer)) // never fails
				}
			}
		})
	}
	all.Wait()
	families := read(t, v)
	if n := of(t, families["verbatim_messages_total"], "chat=slack").GetCounter().GetValue(); n != goroutines*each {
		t.Errorf("%v of %d are counted", n, goroutines*each)
	}
	if n := of(t, families["verbatim_step_seconds"], "chat=slack,step=noted").GetHistogram().GetSampleCount(); n != goroutines*each {
		t.Errorf("%v of %d are timed", n, goroutines*each)
	}
}

func TestAChatIsDownWhileAConnectionIs(t *testing.T) {
	c := New().Chat("discord")
	down := func(want int, why error) {
		t.Helper()
		if o := c.Outage(); o.Down != want || o.Why != why || want > 0 && time.Since(o.Since) < 0 {
			t.Errorf("%+v, want %d down for %v", o, want, why)
		}
	}
	c.Begin(t.Context())
	down(1, nil) // before it has begun
	first, second := c.Link(), c.Link()
	down(2, nil)
	first.Opened()
	first.Opened() // the next one, before the old one is over
	first.Closed()
	second.Opened()
	down(0, nil)
	cut := errors.New("cut")
	c.Failed(cut)
	c.Failed(nil) // which says nothing of why
	first.Closed()
	down(1, cut)
	first.Remove()
	down(0, cut)
}

func TestARequestIsKnownAgain(t *testing.T) {
	id := RequestID("slack:T1", "m1")
	if len(id) != 12 || id != RequestID("slack:T1", "m1") {
		t.Errorf("a message is %q, and then %q", id, RequestID("slack:T1", "m1"))
	}
	for _, other := range [][2]string{{"slack:T1", "m2"}, {"slack:T2", "m1"}, {"slack:T1m", "1"}, {`slack:T1" "m1`, ""}} {
		if RequestID(other[0], other[1]) == id {
			t.Errorf("%q is taken for another", other)
		}
	}
	c := New().Chat("slack")
	ctx := WithRequest(c.Begin(t.Context()), id)
	if Request(ctx) != id || Of(ctx) != c || Request(t.Context()) != "" || Of(t.Context()) != nil {
		t.Error("a context does not tell the chat and the message that it is for")
	}
	Of(t.Context()).Count(Questions) // counts nothing
}
