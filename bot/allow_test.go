package bot

import (
	"errors"
	"fmt"
	"testing"
	"time"
)

func TestOneWhoAsksTooOftenWaitsAloneAndIsToldSeldom(t *testing.T) {
	l, now := newLimits(), time.Unix(1_700_000_000, 0)
	from := func(user string) Message { return Message{Tenant: "one", User: User{ID: user}} }
	told := 0
	for i := range personBurst + 20 {
		tell, err := l.check(from("eager"), now)
		if refused := i >= personBurst; refused != errors.Is(err, tooOften) {
			t.Fatalf("question %d: %v", i+1, err)
		}
		if tell {
			told++
		}
	}
	if told != refuseBurst {
		t.Errorf("told %d times, want %d", told, refuseBurst)
	}
	if _, err := l.check(from("other"), now); err != nil {
		t.Errorf("another person is told %q", err)
	}
	if _, err := l.check(Message{Tenant: "two", User: User{ID: "eager"}}, now); err != nil {
		t.Errorf("a person of the same id elsewhere is told %q", err)
	}
	if _, err := l.check(from("eager"), now.Add(personEvery)); err != nil {
		t.Errorf("after a while still %q", err)
	}
}

func TestATenantThatAsksTooOftenWaits(t *testing.T) {
	l, now := newLimits(), time.Unix(1_700_000_000, 0)
	for i := range tenantBurst + 1 {
		_, err := l.check(Message{Tenant: "one", User: User{ID: fmt.Sprint(i)}}, now)
		if refused := i >= tenantBurst; refused != errors.Is(err, tooMany) {
			t.Fatalf("question %d: %v", i+1, err)
		}
	}
	if _, err := l.check(Message{Tenant: "two", User: User{ID: "0"}}, now); err != nil {
		t.Errorf("another tenant is told %q", err)
	}
}

func TestRatesForgetThoseWhoAreLongSilent(t *testing.T) {
	r, now := newRates(time.Second, 2), time.Unix(1_700_000_000, 0)
	for i := range 3 * crowd {
		now = now.Add(time.Second)
		r.allow(fmt.Sprint(i), now)
	}
	if len(r.of) > crowd {
		t.Errorf("%d are remembered", len(r.of))
	}
}
