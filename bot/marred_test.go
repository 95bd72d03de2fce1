package bot

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"verbatim/answer"
	"verbatim/store"
)

func TestAnAnswerWithoutADamagedArticleIsLoggedNowAndThen(t *testing.T) {
	h := newHouse(t,
		&answer.Article{ID: "secret-id", Text: "The lighthouse of Skerryvore was built by Alan Stevenson."},
		&answer.Article{ID: "sound", Text: "The lighthouse of Skerryvore was built in the year 1844."})
	err := h.db.Tenant("here").Update(func(tx *store.Tx) error {
		key, value := tx.Seek([]byte("r/"), nil)
		flipped := bytes.Clone(value)
		flipped[len(flipped)/3] ^= 1
		return tx.Put(bytes.Clone(key), flipped)
	})
	if err != nil {
		t.Fatal(err)
	}
	lines := func() int { return strings.Count(h.log.String(), "level=WARN") }
	for _, step := range []struct {
		later time.Duration
		want  int
	}{{0, 1}, {time.Minute, 1}, {marredEvery, 2}} {
		h.time = h.time.Add(step.later)
		if r := h.asks(someone("ada"), "When was the lighthouse of Skerryvore built?"); !strings.Contains(plain(r), "1844") {
			t.Fatalf("it says %+v", r)
		}
		if got := lines(); got != step.want {
			t.Errorf("after %v there are %d lines, want %d: %s", step.later, got, step.want, h.log.String())
		}
	}
	if h.Vitals().LastDamage().IsZero() {
		t.Error("the vitals do not tell of damage")
	}
	if log := h.log.String(); strings.Contains(log, "secret-id") || strings.Contains(log, "Skerryvore") {
		t.Errorf("the log says %s", log)
	}
}
