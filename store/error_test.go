package store

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

func TestExplainKnowsACauseByItsTextToo(t *testing.T) {
	cause := &fs.PathError{Op: "truncate", Path: "v.db", Err: syscall.ENOSPC}
	for _, err := range []error{cause, fmt.Errorf("file resize error: %w", cause), fmt.Errorf("file resize error: %s", cause)} {
		got := explain("v.db", err)
		if !errors.Is(got, ErrFull) || !strings.HasPrefix(got.Error(), "v.db: no space is left on the disk") {
			t.Errorf("%v became %v", err, got)
		}
	}
}

func TestExplainKeepsTheCauseForTheLog(t *testing.T) {
	for _, r := range remedies {
		got := explain("v.db", fmt.Errorf("doing something: %w", r.cause))
		if !errors.Is(got, r.cause) || r.kind != nil && !errors.Is(got, r.kind) {
			t.Errorf("%v lost its cause or its kind", got)
		}
		if again := explain("other.db", fmt.Errorf("again: %w", got)); !errors.Is(again, got) || strings.Contains(again.Error(), "other.db") {
			t.Errorf("%v was explained once more: %v", got, again)
		}
	}
	if err := explain("v.db", nil); err != nil {
		t.Errorf("no error became %v", err)
	}
}
